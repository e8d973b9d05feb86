// The list's page as a hand feels it, drawn by the processor: how soon another order is seen, how a frame of
// a scroll costs, and what a day of use leaves in memory.
#include "tests/bench/client_window.h"
#include "tests/bench/moment.h"
#include "tests/bench/stage.h"

#include <QtCore/QFile>
#include <QtGui/QGuiApplication>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>

#include <malloc.h>
#include <unistd.h>

namespace larder::bench {

using namespace Qt::StringLiterals;
using app::ArrangementViewModel;

static constexpr int kItems = 10'000;

static QQuickItem *itemList(QQuickItem &within)
{
    if (within.property("dropRow").isValid()) {
        return &within;
    }
    for (QQuickItem *child : within.childItems()) {
        if (QQuickItem *found = itemList(*child)) {
            return found;
        }
    }
    return nullptr;
}

// From the choice until the frame that shows it: the slowest of a filter, its end, a search and every sort.
static void measureArranging(Stage &stage)
{
    Client client;
    ClientWindow page(client);
    client.makeList(kItems);
    ArrangementViewModel &arrangement = *client.app->list()->arrangement();
    app::ItemRows &rows = *client.app->list()->rows();
    const std::function<void()> choices[] = {
        [&] { arrangement.setSort(ArrangementViewModel::Name); },
        [&] { arrangement.setSort(ArrangementViewModel::Quantity); },
        [&] { arrangement.setSort(ArrangementViewModel::Category); },
        [&] { arrangement.setSort(ArrangementViewModel::Newest); },
        [&] { arrangement.setSort(ArrangementViewModel::Shop); },
        [&] { arrangement.setText(u"milk"_s); },
        [&] { arrangement.setText({}); },
        [&] { arrangement.setState(ArrangementViewModel::Open); },
        [&] { arrangement.setState(ArrangementViewModel::Any); },
    };
    std::vector<double> slowest;
    for (int run = 0; run < stage.runs(); ++run) {
        double worst = 0;
        for (const auto &choose : choices) {
            client.settle();
            bool changed = false;
            std::optional<Moment> seen;
            QObject here;
            const auto change = [&] { changed = true; };
            QObject::connect(&rows, &QAbstractItemModel::dataChanged, &here, change);
            QObject::connect(&rows, &QAbstractItemModel::rowsInserted, &here, change);
            QObject::connect(&rows, &QAbstractItemModel::rowsRemoved, &here, change);
            QObject::connect(&rows, &QAbstractItemModel::rowsMoved, &here, change);
            QObject::connect(&rows, &QAbstractItemModel::modelReset, &here, change);
            QObject::connect(&page.window(), &QQuickWindow::frameSwapped, &here, [&] {
                if (changed && rows.isFilled() && !seen) {
                    seen = now();
                }
            });
            const Moment begun = now();
            choose();
            turnUntil([&] { return seen.has_value(); });
            worst = std::max(worst, millis(*seen - begun));
        }
        slowest.push_back(worst);
    }
    stage.report().add({ "client.arranged_10000_to_frame", "ms", Goal::atMost(30) }, slowest);
}

namespace {

// What the frames of a window cost, from the request to draw to the picture.
class FrameWatch final : public QObject {
public:
    explicit FrameWatch(QQuickWindow &window)
    {
        window.installEventFilter(this);
        connect(&window, &QQuickWindow::frameSwapped, this, [this] {
            m_cost = now() - m_begun;
            ++m_frames;
        });
    }
    int frames() const { return m_frames; }
    Moment::duration cost() const { return m_cost; }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest) {
            m_begun = now();
        }
        return false;
    }

private:
    Moment m_begun = now();
    Moment::duration m_cost {};
    int m_frames = 0;
};

} // namespace

// Rows that were made and are not seen; those that wait to be used again are hidden, and those that fade stay
// a moment.
static int outOfView(QQuickItem &list)
{
    int count = 0;
    const auto *content = list.property("contentItem").value<QQuickItem *>();
    const auto *current = list.property("currentItem").value<QQuickItem *>(); // which a view keeps
    const double top = list.property("contentY").toDouble();
    for (const QQuickItem *row : content->childItems()) {
        const bool seen
            = row->y() <= top + list.height() && row->y() + row->height() >= top; // or at its edge
        count += row->property("itemId").isValid() && row->isVisible() && row->opacity() == 1
                && row != current && !seen
            ? 1
            : 0;
    }
    return count;
}

// A long flick: what a frame costs, with the rows that come into view in it.
static void measureScrolling(Stage &stage)
{
    constexpr int kFrames = 600;
    constexpr double kStep = 97; // pixels a frame; a flick that is hard to read
    Client client;
    ClientWindow page(client);
    client.makeList(kItems);
    QQuickItem *list = itemList(*page.window().contentItem());
    if (!list) {
        qFatal("no list on the page");
    }
    FrameWatch watch(page.window());
    std::vector<double> slowest;
    std::vector<double> delegates;
    for (int run = 0; run < stage.runs(); ++run) {
        client.settle();
        std::vector<double> frames;
        int most = 0;
        for (int frame = 0; frame < kFrames; ++frame) {
            const int before = watch.frames();
            const Moment begun = now();
            list->setProperty("contentY", frame * kStep);
            const Moment::duration moved = now() - begun;
            turnUntil([&] { return watch.frames() > before; });
            frames.push_back(millis(moved + watch.cost()));
            most = std::max(most, outOfView(*list));
        }
        slowest.push_back(percentile(frames, 99));
        delegates.push_back(most);
    }
    stage.report().add({ "client.scroll_10000_frame_p99", "ms", Goal::atMost(16) }, slowest);
    stage.report().add({ "client.delegates_out_of_view", "rows", Goal::atMost(0) }, delegates);
}

static double residentMegabytes()
{
    ::malloc_trim(0); // what is free is not held
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no /proc");
    }
    return file.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

// Eight hours of somebody who does something every ten seconds, one after the other without the waiting.
static void measureLongUse(Stage &stage)
{
    constexpr int kActions = 8 * 60 * 6;
    Client client;
    ClientWindow page(client);
    std::vector<model::RecordId> items;
    client.makeList(200, &items);
    app::AppViewModel &app = *client.app;
    ArrangementViewModel &arrangement = *app.list()->arrangement();
    FrameWatch watch(page.window());
    const std::function<void(int)> day[] = {
        [&](int at) { app.entry()->setText(u"2 kg apples of kind %1"_s.arg(at % 40)); },
        [&](int) { app.entry()->submit(); },
        [&](int at) { app.list()->toggle(items[std::size_t(at) % items.size()].toString()); },
        [&](int at) { app.openItem(items[std::size_t(at) % items.size()].toString()); },
        [&](int at) { app.item()->setNote(u"note %1"_s.arg(at)); },
        [&](int) { app.back(); },
        [&](int) { arrangement.setText(u"mil"_s); },
        [&](int) { arrangement.setText({}); },
        [&](int) { app.undo()->undo(); },
        [&](int at) { arrangement.setSort(at / 12 % 5); },
        [&](int) { app.go(app::AppViewModel::Sync); },
        [&](int) { app.go(app::AppViewModel::List); },
    };
    const auto use = [&](int actions) {
        for (int at = 0; at < actions; ++at) {
            day[std::size_t(at) % std::size(day)](at);
            client.settle();
            const int before = watch.frames();
            page.window().update();
            turnUntil([&] { return watch.frames() > before; });
        }
    };
    use(kActions / 4); // fonts, pictures, caches: what a first look fills
    const double before = residentMegabytes();
    use(kActions); // once, however many runs are asked for: it is long
    stage.report().add(
        { "client.memory_growth_8_hours", "MB", Goal::atMost(5) }, { residentMegabytes() - before });
}

std::vector<Measure> pageMeasures()
{
    return { { { "client.arranged_10000_to_frame" }, measureArranging, Measure::Needs::Window },
        { { "client.scroll_10000_frame_p99", "client.delegates_out_of_view" }, measureScrolling,
            Measure::Needs::Window },
        { { "client.memory_growth_8_hours" }, measureLongUse, Measure::Needs::Window } };
}

} // namespace larder::bench
