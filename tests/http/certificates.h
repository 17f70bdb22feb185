#pragma once
// Authorities and server certificates made while the tests run, so that none in the tree can expire.

#include <QByteArray>
#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace http::test {

using KeyPtr = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using CertPtr = std::unique_ptr<X509, decltype(&X509_free)>;

struct Identity {
    KeyPtr key{nullptr, EVP_PKEY_free};
    CertPtr cert{nullptr, X509_free};

    QByteArray certPem() const
    {
        return pem([this](BIO *out) { PEM_write_bio_X509(out, cert.get()); });
    }
    QByteArray keyPem() const
    {
        return pem([this](BIO *out) { PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    }
    QSslConfiguration server() const
    {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(certPem(), QSsl::Pem));
        tls.setPrivateKey(QSslKey(keyPem(), QSsl::Ec, QSsl::Pem));
        return tls;
    }

private:
    template <class Write>
    static QByteArray pem(Write write)
    {
        const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
        write(out.get());
        char *data = nullptr;
        const auto size = BIO_get_mem_data(out.get(), &data);
        return QByteArray(data, size);
    }
};

struct CertificateWish {
    QByteArray name = "tax";           ///< common name
    QByteArray alternativeNames;       ///< as OpenSSL writes them: `DNS:a,IP:127.0.0.1`; empty: an authority
    const Identity *issuer = nullptr;  ///< null: self-signed
    long fromDays = -10;
    long toDays = 10;
};

inline void extend(X509 *cert, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, cert, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value), X509_EXTENSION_free);
    X509_add_ext(cert, extension.get(), -1);
}

inline Identity make(const CertificateWish &wish)
{
    static long serial = 1;
    Identity made;
    made.key.reset(EVP_EC_gen("P-256"));
    made.cert.reset(X509_new());
    auto *cert = made.cert.get();
    const auto &issuer = wish.issuer ? *wish.issuer : made;
    X509_set_version(cert, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(cert), serial++);
    X509_gmtime_adj(X509_getm_notBefore(cert), wish.fromDays * 86400);
    X509_gmtime_adj(X509_getm_notAfter(cert), wish.toDays * 86400);
    X509_set_pubkey(cert, made.key.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(cert), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(wish.name.constData()), -1, -1, 0);
    X509_set_issuer_name(cert, X509_get_subject_name(issuer.cert.get()));
    extend(cert, issuer.cert.get(), NID_basic_constraints,
           wish.alternativeNames.isEmpty() ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (!wish.alternativeNames.isEmpty())
        extend(cert, issuer.cert.get(), NID_subject_alt_name, wish.alternativeNames.constData());
    X509_sign(cert, issuer.key.get(), EVP_sha256());
    return made;
}

/// Writes PEM into `folder` and returns the path.
inline QString store(const QTemporaryDir &folder, const QByteArray &pem)
{
    QFile file(folder.filePath(QStringLiteral("ca.pem")));
    if (file.open(QIODevice::WriteOnly))
        file.write(pem);
    return file.fileName();
}

}  // namespace http::test
