// Feeds a target with every file of the folders it is given: the kept corpus is part of the normal tests.

#include <QDir>
#include <QFile>

#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int main(int argc, char **argv)
{
    int count = 0;
    for (int at = 1; at < argc; ++at) {
        const QDir folder(QString::fromLocal8Bit(argv[at]));
        for (const auto &name : folder.entryList(QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                return 1;
            const QByteArray content = file.readAll();
            std::fprintf(stderr, "%s\n", qPrintable(name));  // the last is the one that failed
            LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(content.constData()), size_t(content.size()));
            ++count;
        }
    }
    std::printf("%d inputs\n", count);
    return count > 0 ? 0 : 1;
}
