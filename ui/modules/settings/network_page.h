#pragma once
// `settings.network`: 网络管理 inside the window.

#include "service/network_service.h"
#include "ui/shell/job_runner.h"
#include "ui/shell/page.h"

namespace ui {

class NetworkForm;

class NetworkPage final : public Page {
    Q_OBJECT
public:
    NetworkPage(JobRunner &jobs, service::NetworkService &network, QWidget *parent);
    /// Shows what is saved, unless something typed is waiting to be tested.
    void opened() override;

private:
    NetworkForm *m_form = nullptr;
};

}  // namespace ui
