#include "ui/models/veil.h"

namespace ui {

Veil *Veil::over(const QObject *object)
{
    for (; object; object = object->parent()) {
        if (auto *veil = object->findChild<Veil *>(QString(), Qt::FindDirectChildrenOnly))
            return veil;
    }
    return nullptr;
}

bool Veil::hides(const QObject *object)
{
    const auto *veil = over(object);
    return !veil || veil->isDown();
}

QString Veil::shown(const QObject *object, const QString &number)
{
    return hides(object) ? veiled(number) : number;
}

void Veil::lower()
{
    if (m_down)
        return;
    m_down = true;
    Q_EMIT lowered();
}

void Veil::lift(const QString &where)
{
    if (!m_down)
        return;
    m_down = false;
    Q_EMIT lifted(where);
}

QString veiled(const QString &number)
{
    const qsizetype ends = number.size() > 10 ? 4 : 0;
    const qsizetype last = qMin<qsizetype>(number.size(), ends > 0 ? ends : 2);
    return number.left(ends) + QString(number.size() - ends - last, QLatin1Char('*')) + number.right(last);
}

}  // namespace ui
