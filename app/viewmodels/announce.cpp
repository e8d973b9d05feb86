#include "app/viewmodels/announce.h"

#include <QtCore/QAbstractItemModel>
#include <QtCore/QMetaProperty>

#include <set>

namespace larder::app {

static void announce(QObject &object, std::set<QObject *> &told)
{
    if (!told.insert(&object).second) {
        return;
    }
    std::set<int> emitted;
    const QMetaObject *meta = object.metaObject();
    for (int i = QObject::staticMetaObject.propertyCount(); i < meta->propertyCount(); ++i) {
        const QMetaProperty property = meta->property(i);
        if (auto *child = property.read(&object).value<QObject *>()) {
            announce(*child, told);
        }
        const QMetaMethod signal = property.notifySignal();
        if (signal.isValid() && signal.parameterCount() == 0 && emitted.insert(signal.methodIndex()).second) {
            signal.invoke(&object, Qt::DirectConnection);
        }
    }
    if (auto *model = qobject_cast<QAbstractItemModel *>(&object); model && model->rowCount() > 0) {
        Q_EMIT model->dataChanged(model->index(0, 0), model->index(model->rowCount() - 1, 0));
    }
}

void announceAll(QObject &viewModel)
{
    std::set<QObject *> told;
    announce(viewModel, told);
}

} // namespace larder::app
