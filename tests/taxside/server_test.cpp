#include "tax_client.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>

using namespace taxside_test;

namespace {

using ServerTest = Books;

/// A self-signed certificate of an hour.
void writeCertificate(const QString &certFile, const QString &keyFile)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *cert = X509_new();
    X509_set_version(cert, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(cert), 1);
    X509_gmtime_adj(X509_getm_notBefore(cert), 0);
    X509_gmtime_adj(X509_getm_notAfter(cert), 3600);
    X509_set_pubkey(cert, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(cert), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>("localhost"), -1, -1, 0);
    X509_set_issuer_name(cert, X509_get_subject_name(cert));
    X509_sign(cert, key, EVP_sha256());
    FILE *file = std::fopen(qPrintable(certFile), "w");
    PEM_write_X509(file, cert);
    std::fclose(file);
    file = std::fopen(qPrintable(keyFile), "w");
    PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(file);
    X509_free(cert);
    EVP_PKEY_free(key);
}

}  // namespace

TEST_F(ServerTest, UnknownPaths)
{
    open();
    const auto unknown = client->get("/v1/nothing");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(unknown.headers.find("Content-Type")->second, "application/problem+json");
    EXPECT_EQ(unknown.code(), "unknown-path");
    EXPECT_EQ(client->send("PATCH", "/v1/unit").code(), "unknown-path");
}

TEST_F(ServerTest, RepeatsTheRequestId)
{
    open();
    client->headers = {{"X-Request-ID", "r-1"}};
    EXPECT_EQ(client->get("/v1/health").headers.find("X-Request-ID")->second, "r-1");
    EXPECT_EQ(client->get("/nothing").headers.find("X-Request-ID")->second, "r-1");
}

TEST_F(ServerTest, CompressesWhenAsked)
{
    open();
    client->enter(kUnit);
    client->headers = {{"Accept-Encoding", "gzip, deflate, br"}};
    const auto reply = client->get("/v1/staff");
    EXPECT_EQ(reply.headers.find("Content-Encoding")->second, "gzip");
    EXPECT_EQ(reply.json["items"].size(), 60u);  // the client unpacks
}

TEST_F(ServerTest, AdminIsAbsentUnlessOrdered)
{
    taxside::Server plain{taxside::Options()};
    const auto started = plain.start();
    ASSERT_TRUE(started);
    TaxClient visitor(started->toStdString());
    EXPECT_EQ(visitor.get("/admin/ledger").status, 404);
    EXPECT_EQ(visitor.post("/admin/faults", {{"faults", Json::array()}}).status, 404);
}

TEST_F(ServerTest, BadOrdersAreRefused)
{
    taxside::Options options;
    options.scenario = QStringLiteral("atlantis");
    EXPECT_FALSE(taxside::Server(options).start());
    options = {};
    options.faults = {QStringLiteral("explode")};
    EXPECT_FALSE(taxside::Server(options).start());
    options = {};
    options.dbFile = QStringLiteral("/nowhere/at/all.db");
    EXPECT_FALSE(taxside::Server(options).start());
    options = {};
    options.tlsCert = QStringLiteral("/nowhere/cert.pem");
    EXPECT_FALSE(taxside::Server(options).start());
}

TEST_F(ServerTest, ContinuesFromItsBooks)
{
    const QTemporaryDir folder;
    taxside::Options options;
    options.dbFile = folder.filePath(QStringLiteral("books.db"));
    open(options);
    client->enter(kUnit);
    const std::string id = declareAll();
    const std::string token = client->token;
    server.reset();
    open(options);
    server->clock().setNow(server->clock().now().addSecs(60));
    client->token = token;
    EXPECT_EQ(client->get("/v1/fee-declarations/" + id).json["status"], "accepted");
    EXPECT_EQ(client->all("/v1/staff").size(), 60u);
    EXPECT_EQ(daily().size(), 0u);
}

TEST_F(ServerTest, SpeaksTls)
{
    const QTemporaryDir folder;
    taxside::Options options;
    options.tlsCert = folder.filePath(QStringLiteral("cert.pem"));
    options.tlsKey = folder.filePath(QStringLiteral("key.pem"));
    writeCertificate(options.tlsCert, options.tlsKey);
    open(options);
    ASSERT_EQ(url.rfind("https://127.0.0.1:", 0), 0u);
    httplib::SSLClient secure("127.0.0.1", std::stoi(url.substr(url.rfind(':') + 1)));
    secure.enable_server_certificate_verification(false);
    secure.set_keep_alive(true);
    for (int i = 0; i < 3; ++i) {
        const auto reply = secure.Get("/v1/health");
        ASSERT_TRUE(reply) << httplib::to_string(reply.error());
        EXPECT_EQ(reply->status, 200);
    }
    ASSERT_TRUE(server->setFaults({QStringLiteral("drop-after")}));
    EXPECT_FALSE(secure.Get("/v1/health"));
}

TEST_F(ServerTest, EveryScenarioOpens)
{
    for (const char *name : {"shanxi", "government", "delegated", "two-registrations", "agency"}) {
        taxside::Options options;
        options.scenario = QString::fromLatin1(name);
        options.employees = 25;
        open(options);
        client->enter(kOffice);
        EXPECT_EQ(client->all("/v1/staff").size(), options.scenario == QLatin1String("government") ? 25u : 12u);
        const auto pack = client->get("/v1/rule-pack").json;
        EXPECT_NE(std::find(pack["modules"].begin(), pack["modules"].end(), "annuity-notice"), pack["modules"].end());
    }
}

TEST_F(ServerTest, AnswersManyAtOnce)
{
    open();
    client->enter(kUnit);
    std::vector<std::thread> threads;
    std::atomic<int> good{0};
    for (int i = 0; i < 16; ++i) {
        threads.emplace_back([&] {
            TaxClient one(url);
            one.token = client->token;
            for (int n = 0; n < 20; ++n)
                good += one.get("/v1/staff?limit=30").status == 200 ? 1 : 0;
        });
    }
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(good, 320);
}

TEST_F(ServerTest, AHundredThousandPeople)
{
    taxside::Options options;
    options.employees = 100'000;
    QElapsedTimer timer;
    timer.start();
    open(options);
    const qint64 made = timer.restart();
    client->enter(kUnit);
    client->headers = {{"Accept-Encoding", "gzip"}};
    EXPECT_EQ(client->get("/v1/staff?limit=5000").json["total"], 100'000);
    const qint64 page = timer.elapsed();
    RecordProperty("made_ms", static_cast<int>(made));
    RecordProperty("page_ms", static_cast<int>(page));
    std::printf("made in %lld ms, a page of 5000 in %lld ms\n", static_cast<long long>(made), static_cast<long long>(page));
#ifdef NDEBUG
    EXPECT_LT(made, 15'000);
#endif
}
