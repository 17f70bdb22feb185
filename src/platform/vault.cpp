#include "platform/vault.h"

#include "base/log.h"
#include "platform/cipher.h"
#include "platform/paths.h"
#include "platform/protect.h"
#include "platform/store_error.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace platform {

namespace {

constexpr auto keyName = "vault.key";
constexpr auto secretsName = "vault.bin";
const QByteArray format = "shebao vault 1\n";  // first line of the file, authenticated with the rest

}  // namespace

QString Vault::path(const char *name) const
{
    return QDir(m_folder).filePath(QString::fromLatin1(name));
}

base::Result<QByteArray> Vault::readKey() const
{
    if (!QFile::exists(path(keyName)))
        return storeError("vault.damaged");
    const auto stored = readFile(path(keyName));
    if (!stored)
        return stored;
    const auto key = unprotect(stored.value());
    if (!key || key->size() != cipherKeyBytes)
        return storeError("vault.damaged");
    return *key;
}

base::Result<QByteArray> Vault::readOrMakeKey() const
{
    auto key = readKey();
    if (key || key.error().code != QLatin1String("vault.damaged"))
        return key;
    const auto made = randomBytes(cipherKeyBytes);
    const auto stored = made ? protect(*made) : std::nullopt;
    if (!stored)
        return storeError("vault.crypto");
    const auto written = replaceFile(path(keyName), *stored);
    if (!written)
        return written.error();
    return *made;
}

base::Result<Vault::Secrets> Vault::load() const
{
    if (!QFile::exists(path(secretsName)))
        return Secrets();
    const auto key = readKey();
    if (!key)
        return key.error();
    const auto file = readFile(path(secretsName));
    if (!file)
        return file.error();
    if (!file.value().startsWith(format))
        return storeError("vault.damaged");
    const auto plain = unseal(key.value(), format, file.value().mid(format.size()));
    if (!plain)
        return storeError("vault.damaged");
    QDataStream stream(*plain);
    stream.setVersion(QDataStream::Qt_6_4);
    Secrets secrets;
    stream >> secrets;
    if (stream.status() != QDataStream::Ok)
        return storeError("vault.damaged");
    return secrets;
}

base::Result<void> Vault::save(const Secrets &secrets) const
{
    const auto key = readOrMakeKey();
    if (!key)
        return key.error();
    QByteArray plain;
    QDataStream stream(&plain, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << secrets;
    const auto sealed = seal(key.value(), format, plain);
    if (!sealed)
        return storeError("vault.crypto");
    return replaceFile(path(secretsName), format + *sealed);
}

void Vault::putAside() const
{
    for (int number = 1; number < 1000; ++number) {
        const auto aside = QStringLiteral("%1.damaged-%2").arg(path(secretsName)).arg(number);
        if (QFile::exists(aside))
            continue;
        if (QFile::rename(path(secretsName), aside))
            base::log::warn(QStringLiteral("the vault could not be read and was put aside as %1").arg(QFileInfo(aside).fileName()));
        return;
    }
}

base::Result<void> Vault::put(const QString &key, const QByteArray &secret)
{
    const std::lock_guard lock(m_mutex);
    auto secrets = load();
    if (!secrets) {
        if (secrets.error().code != QLatin1String("vault.damaged"))
            return secrets.error();
        putAside();
        secrets = Secrets();
    }
    secrets->insert(key, secret);
    return save(secrets.value());
}

base::Result<std::optional<QByteArray>> Vault::get(const QString &key)
{
    const std::lock_guard lock(m_mutex);
    const auto secrets = load();
    if (!secrets)
        return secrets.error();
    const auto found = secrets.value().constFind(key);
    if (found == secrets.value().constEnd())
        return std::optional<QByteArray>();
    return std::optional<QByteArray>(*found);
}

base::Result<void> Vault::remove(const QString &key)
{
    const std::lock_guard lock(m_mutex);
    auto secrets = load();
    if (!secrets && secrets.error().code == QLatin1String("vault.damaged")) {
        putAside();  // what was in it is not to be had any more
        return {};
    }
    if (!secrets)
        return secrets.error();
    if (secrets->remove(key) == 0)
        return {};
    return save(secrets.value());
}

}  // namespace platform
