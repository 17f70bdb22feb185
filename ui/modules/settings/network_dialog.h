#pragma once
// 网络设置 before any login (L1): the form of the page in a dialog. Opened with open(), deletes itself when closed.

#include "service/network_service.h"
#include "ui/shell/job_runner.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class NetworkDialog final : public TaskDialog {
    Q_OBJECT
public:
    NetworkDialog(JobRunner &jobs, service::NetworkService &network, QWidget *parent);
};

}  // namespace ui
