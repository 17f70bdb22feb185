#include "ui/shell/check_guard.h"

#include "ui/models/list_model_base.h"

#include <memory>

namespace ui {

void guardChecks(ListModelBase *model, std::function<QSet<QString>()> allowed)
{
    const auto before = std::make_shared<QSet<QString>>();
    QObject::connect(model, &ListModelBase::checkedChanged, model, [model, allowed = std::move(allowed), before] {
        const auto may = allowed();
        const auto wanted = model->checkedKeys();
        auto kept = wanted & may;
        // The header asks for everything again while a refused row keeps it from reading "all": that is the second
        // click, which clears.
        if (kept != wanted && wanted.size() == model->rowCount() && *before == may)
            kept.clear();
        *before = kept;
        if (kept != wanted)
            model->setChecks({false, kept});
    });
}

}  // namespace ui
