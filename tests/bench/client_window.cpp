#include "tests/bench/client_window.h"

#include "app/platform/main_window.h"
#include "tests/bench/moment.h"
#include "tests/bench/stage.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>
#include <QtQml/QQmlExtensionPlugin>
#include <QtQuick/QQuickWindow>

Q_IMPORT_QML_PLUGIN(LarderPlugin)
Q_IMPORT_QML_PLUGIN(Larder_ViewModelsPlugin)

namespace larder::bench {

using namespace Qt::StringLiterals;

void turnUntil(const std::function<bool()> &done)
{
    const Moment begun = now();
    QTimer wake; // so that what never comes is noticed
    wake.start(100);
    while (!done()) {
        if (seconds(now() - begun) > 120) {
            qFatal("the client does not come to an end");
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        // What goes on the loop's next turn; nothing would, with no loop below this one.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

Client::Client()
{
    thread.start();
    turnUntil([this] { return replica->isStarted(); });
}

void Client::open(model::SpaceId list)
{
    app->openList(list.toString());
    turnUntil([this] { return app->list()->rows()->isFilled(); });
}

model::SpaceId Client::makeList(int items, std::vector<model::RecordId> *made)
{
    const auto list = replica->createList({ { model::list::kName, u"Household"_s } });
    if (!list) {
        qFatal("no list");
    }
    for (int i = 0; i < items; ++i) {
        const model::Record item = groceryItem(1, quint32(i), 1);
        std::vector<replica::ReplicaClient::Field> fields;
        for (const model::Register &reg : item.registers) {
            fields.push_back({ reg.field, reg.value });
        }
        const auto id = replica->create(*list, model::Kind::Item, std::move(fields));
        if (!id) {
            qFatal("no item: %s", qPrintable(id.error().detail));
        }
        if (made) {
            made->push_back(*id);
        }
    }
    turnUntil([this] { return replica->unsavedCount() == 0; });
    open(*list);
    turnUntil([&] { return rows() == items; });
    settle();
    return *list;
}

void Client::settle()
{
    turnUntil([this] { return app->list()->rows()->isIdle() && replica->unsavedCount() == 0; });
}

ClientWindow::ClientWindow(Client &client)
{
    app::prepareEngine(m_engine, client.photos);
    m_window = app::loadMainWindow(m_engine, *client.app);
    if (!m_window) {
        qFatal("no window");
    }
    m_window->resize(1280, 800);
    m_window->show();
}

} // namespace larder::bench
