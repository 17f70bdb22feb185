#pragma once
// 网络管理 (S1, S2; manual 3.2.1): the proxy, which must pass a test before it is kept, and the business server, whose
// address is only shown. The same form stands on the page and, before any login, in a dialog.

#include "service/network_service.h"
#include "ui/shell/job_runner.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QPushButton;

namespace ui {

class Card;
class Form;
class PasswordEdit;
class TonedLabel;

class NetworkForm final : public QWidget {
    Q_OBJECT
public:
    /// Object names: `<name>.host`, `<name>.port`, `<name>.test`, `<name>.save` …
    NetworkForm(const QString &name, JobRunner &jobs, service::NetworkService &network, QWidget *parent = nullptr);
    /// Shows what is saved.
    void load();
    /// Something was changed and not saved.
    bool isDirty() const { return m_state != State::Saved; }

Q_SIGNALS:
    void saved();

private:
    enum class State {
        Saved,    ///< as loaded or saved
        Changed,  ///< must be tested
        Testing,
        Failed,
        Passed,  ///< may be saved
        Saving,
    };

    Card *buildProxy();
    QWidget *buildKinds();
    Card *buildServer();
    QString named(const char *thing) const;

    http::Proxy entered() const;
    void fill(const http::Proxy &proxy);
    /// Reasons below the fields; true when there is none.
    bool check();
    void edited();
    void test();
    void save();
    void testServer();
    void setState(State state);
    void tell(const QString &text, const base::Error *error = nullptr);

    QString m_name;
    JobRunner &m_jobs;
    service::NetworkService &m_network;

    QButtonGroup *m_kind = nullptr;
    Form *m_form = nullptr;
    QLineEdit *m_host = nullptr;
    QLineEdit *m_port = nullptr;
    QLineEdit *m_user = nullptr;
    PasswordEdit *m_password = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_save = nullptr;
    TonedLabel *m_result = nullptr;
    QPushButton *m_serverTest = nullptr;
    TonedLabel *m_serverResult = nullptr;

    State m_state = State::Saved;
    bool m_filling = false;
    LatestJob m_work;
    LatestJob m_serverWork;
};

}  // namespace ui
