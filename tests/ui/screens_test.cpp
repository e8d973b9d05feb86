// Renders every page in four widths, both themes and three languages to build/screens, for people to look at;
// fails when a page can't be shown, warns, comes out blank, or doesn't say how synchronisation stands.
//
// A page is brought up in English and changes its language where it stands, so that whatever stays English
// then is found.
#include "app/photos/photo_maker.h"
#include "core/model/uuid7.h"
#include "tests/support/app_window.h"
#include "tests/support/translation_file.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QRegularExpression>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::AppViewModel;

namespace {

struct Device {
    const char *name;
    QSize size;
};

constexpr std::array kDevices = {
    Device { "narrow", QSize(320, 640) },
    Device { "phone", QSize(390, 844) },
    Device { "tablet", QSize(820, 1180) },
    Device { "desktop", QSize(1280, 800) },
};

const QStringList kLanguages { u"en"_s, u"de"_s, u"ar"_s };

// Colours that a picture has; a blank one has few.
qsizetype coloursOf(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2) {
            colours.insert(image.pixel(x, y));
        }
    }
    return colours.size();
}

// Words that are shown only in part.
QStringList cutOff(const QQuickItem &item)
{
    QStringList texts;
    if (item.property("truncated").toBool()) {
        texts.append(item.property("text").toString());
    }
    for (const QQuickItem *child : item.childItems()) {
        if (child->isVisible()) {
            texts += cutOff(*child);
        }
    }
    return texts;
}

// What is shown as text.
void gatherTexts(const QQuickItem &item, QSet<QString> &texts)
{
    if (item.inherits("QQuickText")) {
        texts.insert(item.property("text").toString());
    }
    for (const QQuickItem *child : item.childItems()) {
        if (child->isVisible()) {
            gatherTexts(*child, texts);
        }
    }
}

// The English texts that are others in a language.
class EnglishTexts {
public:
    explicit EnglishTexts(const QString &code)
    {
        static const QRegularExpression place(uR"(%L?\d|%L?n)"_s);
        for (const auto &[key, text] : test::readTranslations(
                 QStringLiteral(LARDER_SOURCE_DIR "/translations/larder_") + code + u".ts"_s)) {
            if (text.forms.contains(text.source)) {
                m_same.insert(text.source);
            } else if (!text.source.contains(place)) {
                m_plain.insert(text.source);
            } else if (QString words = text.source; words.remove(place).size() > 6) {
                const QStringList parts = text.source.split(place);
                QStringList escaped;
                for (const QString &part : parts) {
                    escaped.append(QRegularExpression::escape(part));
                }
                m_templates.emplace_back(QRegularExpression::anchoredPattern(escaped.join(u".+"_s)));
            }
        }
    }

    bool contains(const QString &text) const
    {
        return (m_plain.contains(text) && !m_same.contains(text))
            || std::ranges::any_of(m_templates,
                [&](const QRegularExpression &pattern) { return pattern.match(text).hasMatch(); });
    }

private:
    QSet<QString> m_plain;
    QSet<QString> m_same; // in one of their contexts
    std::vector<QRegularExpression> m_templates;
};

// Rows of a list that lie on one another.
QStringList onOneAnother(const QQuickItem &item)
{
    QStringList found;
    if (item.property("contentY").isValid()) {
        std::vector<const QQuickItem *> rows;
        const auto *content = item.property("contentItem").value<QQuickItem *>();
        for (const QQuickItem *row : content->childItems()) {
            if (row->isVisible() && row->opacity() > 0 && row->property("itemId").isValid()) {
                rows.push_back(row);
            }
        }
        std::ranges::sort(rows, {}, &QQuickItem::y);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (rows[i - 1]->y() + rows[i - 1]->height() > rows[i]->y() + 1) {
                found.append(rows[i]->property("name").toString());
            }
        }
    }
    for (const QQuickItem *child : item.childItems()) {
        if (child->isVisible()) {
            found += onOneAnother(*child);
        }
    }
    return found;
}

sync::SyncStatus live(const test::AppHome &home)
{
    sync::SyncStatus status;
    status.phase = sync::Phase::Live;
    status.lastSync = home.clock.now();
    return status;
}

sync::SyncStatus offline(const test::AppHome &home)
{
    sync::SyncStatus status;
    status.phase = sync::Phase::Offline;
    status.reason = Code::Network;
    status.lastSync = home.clock.now() - std::chrono::minutes(12);
    status.nextAttempt = home.clock.now() + std::chrono::seconds(40);
    return status;
}

sync::Account ana()
{
    return { QUrl(u"https://larder.example"_s), {}, u"ana@larder.example"_s, u"Ana Lindqvist"_s };
}

} // namespace

class ScreensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPageCanBeShown_data() { devices(); }
    void everyPageCanBeShown();
    void waysToLookAtAListCanBeShown_data() { devices(); }
    void waysToLookAtAListCanBeShown();
    void whatWentWrongCanBeShown_data() { devices(); }
    void whatWentWrongCanBeShown();
    void whatIsLongOrMuchCanBeShown_data() { devices(); }
    void whatIsLongOrMuchCanBeShown();
    void cleanupTestCase();

private:
    struct Scene {
        Scene()
            : home(test::AppHome::Time::Real)
        {
        }

        test::AppHome home;
        std::optional<test::AppWindow> window;
    };

    void devices();
    void dress(Scene &scene);
    // A sheet that was asked something in one language can't see another: that is chosen on a page.
    enum class In : quint8 { AllLanguages, English };
    void shoot(Scene &scene, const QString &name, In languages = In::AllLanguages);
    void shootIn(const QString &language, Scene &scene, const QString &name);
    void findEnglish(const QString &language, const QQuickWindow &window, const QString &name);
    void shootQuickAdd(Scene &scene, const QString &name);
    void scrollToEnd(Scene &scene, const QString &within);
    void fillCalm();
    void buyApples();
    void takePhoto();
    void fillTroubled();
    void fillLarge();

    std::map<QString, EnglishTexts> m_english; // by the language they should not be seen in
    std::unique_ptr<Scene> m_calm;
    std::unique_ptr<Scene> m_troubled;
    std::unique_ptr<Scene> m_large;
    QString m_weekly;
    QString m_empty;
    QString m_shared;
    QString m_many;
    QString m_long;
};

void ScreensTest::initTestCase()
{
    for (const QString &language : kLanguages) {
        QVERIFY(QDir().mkpath(QStringLiteral(LARDER_SCREENS "/") + language));
        if (language != kLanguages.front()) {
            m_english.try_emplace(language, language);
        }
    }
    m_calm = std::make_unique<Scene>();
    m_troubled = std::make_unique<Scene>();
    m_large = std::make_unique<Scene>();
    fillCalm();
    fillTroubled();
    fillLarge();
    for (Scene *scene : { m_calm.get(), m_troubled.get(), m_large.get() }) {
        scene->home.preferences->setReducedMotion(true);
        scene->window.emplace(scene->home, QSize(390, 844));
        QVERIFY2(scene->window->warnings().isEmpty(), qPrintable(scene->window->warnings().join(u'\n')));
    }
}

void ScreensTest::fillCalm()
{
    test::AppHome &home = m_calm->home;
    m_empty = home.openEmpty().toString();
    m_weekly = home.openDemo().toString();
    buyApples();
    home.acknowledgeAll();
    QTRY_COMPARE(home.client->queueState().queued, 0);
}

// Eight weeks in a row; and somebody else belongs to the list, which its first page from the server says.
void ScreensTest::buyApples()
{
    using namespace model;
    test::AppHome &home = m_calm->home;
    const SpaceId space = *SpaceId::fromString(m_weekly);
    const auto shop = home.client->create(space, Kind::Shop, { { shop::kName, u"Market"_s } });
    takePhoto();
    const qint64 now = home.clock.now().count();
    constexpr qint64 kWeek = 7 * 86'400 * 1'000'000LL;
    const QList<qint64> prices { 289, 299, 279, 319, 349, 329, 299, 309 };
    for (qsizetype week = 0; week < prices.size(); ++week) {
        QVERIFY(home.client->create(space, Kind::Purchase,
            { { purchase::kItem, home.item(u"Apples"_s).toBytes() }, { purchase::kName, u"Apples"_s },
                { purchase::kQuantity, qint64(1'000) }, { purchase::kUnit, u"kg"_s },
                { purchase::kPrice, prices[week] }, { purchase::kCurrency, home.app->list()->currency() },
                { purchase::kShop, shop->toBytes() },
                { purchase::kBought, now - (prices.size() - week) * kWeek } }));
    }
    home.acknowledgeAll();
    std::vector<Record> rows;
    for (const Kind kind : { Kind::List, Kind::Item, Kind::Shop, Kind::Purchase }) {
        std::ranges::copy(*home.replica->records(space, kind), std::back_inserter(rows));
    }
    for (const QString &name : { u"Ana"_s, u"Ben"_s }) {
        Record member { { space, Kind::Member, { makeUuid7(home.clock.now(), home.random) } }, {}, 2, {} };
        member.set(member::kRole, qint64(1), Stamp { now });
        member.set(member::kName, name, Stamp { now });
        rows.push_back(member);
    }
    for (Record &row : rows) {
        row.version = 2;
    }
    QVERIFY(home.replica->applyRows({ space, 0, 2, 0, true, false, rows }));
}

// Of apples, as well as a painter of a few strokes can.
void ScreensTest::takePhoto()
{
    test::AppHome &home = m_calm->home;
    QImage image(1'200, 800, QImage::Format_RGB32);
    image.fill(QColor(0xE9, 0xE2, 0xD0));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const auto &[x, y, colour] :
        { std::tuple(340, 430, 0xC8332B), std::tuple(620, 400, 0x8DB33A), std::tuple(880, 450, 0xD8602F) }) {
        painter.setBrush(QColor(QRgb(colour)));
        painter.drawEllipse(QPoint(x, y), 190, 180);
        painter.setBrush(QColor(0x5A, 0x3E, 0x26));
        painter.drawRect(x - 8, y - 230, 16, 70);
    }
    painter.end();
    const auto photo = app::makePhoto(image);
    QVERIFY(photo);
    const QString hash = app::PhotoFiles::hashOf(*photo);
    QVERIFY(home.photos.keep(hash, *photo));
    QVERIFY(home.client->write(
        { *model::SpaceId::fromString(m_weekly), model::Kind::Item, home.item(u"Apples"_s) },
        { { model::item::kPhoto, hash } }));
}

// What a server would send: a later change of something that was changed here, and a refusal.
void ScreensTest::fillTroubled()
{
    using namespace model;
    test::AppHome &home = m_troubled->home;
    home.openDemo();
    home.acknowledgeAll();
    const SpaceId space = home.receiveList(3, Role::Editor);
    m_shared = space.toString();
    const UserId other { space.value };
    home.settle();
    const Stamp later { home.clock.now().count() + 1'000'000 };
    Record member { { space, Kind::Member, { other.value } }, {}, 2, {} };
    member.set(member::kRole, qint64(3), later);
    member.set(member::kName, u"Ana"_s, later);
    const std::vector<Record> items = *home.replica->records(space, Kind::Item);
    QVERIFY(home.client->write(
        items[0].key, { { item::kName, u"Oat milk"_s }, { item::kQuantity, qint64(3000) } }));
    QVERIFY(home.client->write(items[1].key, { { item::kName, u"Rye bread"_s } }));
    home.settle();
    Record theirs { items[0].key, {}, 2, other };
    theirs.set(item::kQuantity, qint64(2000), later);
    QVERIFY(home.replica->applyRows({ space, 1, 2, 0, true, false, { member, theirs } }));
    auto sent = *home.replica->takeQueued(500, 1 << 20);
    std::erase_if(sent, [&](const replica::QueuedWrite &each) { return each.write.key != items[1].key; });
    QCOMPARE(sent.size(), size_t(1));
    QVERIFY(home.replica->acknowledge(sent, { 1, {}, { { 0, Code::ReadOnly, {}, items[1] } } }));
    home.replica->releaseInFlight();
    home.settle();
    QTRY_COMPARE(home.app->sync()->failures()->count(), 1);
    QTRY_COMPARE(home.app->sync()->conflicts()->count(), 1);
    home.app->sync()->tellSetAside(
        { u"/home/ana/.local/share/larder/larder.sqlite.damaged-20261122-201500"_s, 3 });
    home.app->undo()->closeBar(
        home.app->undo()->data(home.app->undo()->index(0), app::UndoStack::BarIdRole).toInt());
}

void ScreensTest::fillLarge()
{
    test::AppHome &home = m_large->home;
    const QString name
        = u"Everything for the big summer party at the lake house with all the cousins, their friends "
          "and whoever else comes along, including the neighbours from across the water, who never "
          "say no to a sausage"_s;
    m_long = home.app->lists()->create(name.left(200), u"🏕️"_s, 8);
    home.app->openList(m_long);
    home.settle();
    home.app->entry()->add(u"12 "_s + name.left(190));
    home.app->entry()->add(
        u"3x Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzestaschenkalender #household 12.90"_s);
    home.app->entry()->add(u"999999 kg Salt 99999.99 !"_s + name);
    home.app->entry()->add(u"Tea"_s);
    m_many = home.receiveList(10'000).toString();
    home.settle();
    home.acknowledgeAll();
}

void ScreensTest::cleanupTestCase()
{
    m_calm.reset();
    m_troubled.reset();
    m_large.reset();
}

void ScreensTest::devices()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("prefix");
    for (const Device &device : kDevices) {
        for (const auto &[mode, theme] : { std::pair(1, "light"), std::pair(2, "dark") }) {
            const QString prefix = QString::fromLatin1(device.name) + u'-' + QString::fromLatin1(theme);
            QTest::newRow(qPrintable(prefix)) << device.size << mode << prefix;
        }
    }
}

void ScreensTest::dress(Scene &scene)
{
    QFETCH(QSize, size);
    QFETCH(int, mode);
    // The pages that were left last, whose bindings Qt would else still evaluate; an event loop is there
    // before a hand is.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    scene.home.preferences->setThemeMode(mode);
    scene.window->window().resize(size);
    scene.window->window().requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(&scene.window->window()));
    scene.home.app->account()->setAccount(ana());
    scene.home.app->sync()->setStatus(live(scene.home));
}

void ScreensTest::shoot(Scene &scene, const QString &name, In languages)
{
    QFETCH(QSize, size);
    scene.home.settle();
    shootIn(kLanguages.front(), scene, name);
    // The narrowest is for what is of any length in one language already.
    const bool several = languages == In::AllLanguages && size.width() >= 390;
    for (auto language = kLanguages.begin() + 1; several && language != kLanguages.end(); ++language) {
        if (QTest::currentTestFailed()) {
            break;
        }
        scene.home.preferences->setLanguage(*language);
        scene.home.settle();
        shootIn(*language, scene, name);
        findEnglish(*language, scene.window->window(), name);
    }
    scene.home.preferences->setLanguage({});
    scene.home.settle();
}

void ScreensTest::findEnglish(const QString &language, const QQuickWindow &window, const QString &name)
{
    QSet<QString> texts;
    gatherTexts(*window.contentItem(), texts);
    for (const QString &text : texts) {
        QVERIFY2(!m_english.at(language).contains(text),
            qPrintable(name + u" is still English in '"_s + language + u"': "_s + text));
    }
}

void ScreensTest::shootIn(const QString &language, Scene &scene, const QString &name)
{
    QFETCH(QString, prefix);
    QVERIFY(QTest::qWaitFor([&] { return scene.home.app->list()->rows()->isIdle(); }));
    scene.window->render();
    scene.window->render(); // what the first frame made has its place in the second
    QQuickWindow &window = scene.window->window();
    const QImage image = window.grabWindow();
    QCOMPARE(image.size(), window.size() * window.devicePixelRatio());
    QVERIFY2(coloursOf(image) > 20, qPrintable(name));
    QVERIFY(image.save(QStringLiteral(LARDER_SCREENS "/%1/%2-%3.png").arg(language, prefix, name)));
    const QStringList warnings = scene.window->warnings();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u'\n')));
    const QQuickItem *badge = scene.window->findStarting(
        QCoreApplication::translate("SyncBadge", "Sync: %1").arg(scene.home.app->sync()->headline()));
    QVERIFY2(badge, qPrintable(name + u" doesn't say how synchronisation stands"_s));
    const QRectF place = badge->mapRectToScene(badge->boundingRect());
    QVERIFY2(QRectF(QPointF(), QSizeF(window.size())).contains(place),
        qPrintable(name + u" has its badge out of sight"_s));
    const QStringList overlaps = onOneAnother(*window.contentItem());
    QVERIFY2(overlaps.isEmpty(), qPrintable(name + u" has rows on one another: "_s + overlaps.join(u", "_s)));
    // On these pages nothing is of any length but names of one's own, which are short here.
    if (name.startsWith(u"sync"_s) || name.startsWith(u"account"_s) || name.startsWith(u"sign"_s)
        || name.startsWith(u"register"_s)) {
        const QStringList cut = cutOff(*window.contentItem());
        QVERIFY2(cut.isEmpty(), qPrintable(name + u" cuts off: "_s + cut.join(u" | "_s)));
    }
    const int waiting = scene.home.app->sync()->waiting();
    QVERIFY2(waiting == 0
            || scene.window->findStarting(QCoreApplication::translate("SyncBadge", "Sync: %1, %L2 waiting")
                                              .arg(scene.home.app->sync()->headline())
                                              .arg(waiting)),
        qPrintable(name + u" doesn't say how much waits"_s));
}

void ScreensTest::shootQuickAdd(Scene &scene, const QString &name)
{
    QFETCH(QString, prefix);
    scene.home.settle();
    QQuickWindow *window = test::AppWindow::other(u"Quick add"_s);
    QVERIFY(window && QTest::qWaitForWindowActive(window));
    for (int turn = 0; turn < 3; ++turn) { // what it holds decides its height
        QCoreApplication::processEvents();
        window->grabWindow();
    }
    const QImage image = window->grabWindow();
    QVERIFY2(coloursOf(image) > 20, qPrintable(name));
    QVERIFY(image.save(QStringLiteral(LARDER_SCREENS "/en/%1-%2.png").arg(prefix, name)));
    const QStringList overlaps = onOneAnother(*window->contentItem());
    QVERIFY2(overlaps.isEmpty(), qPrintable(name + u" has rows on one another: "_s + overlaps.join(u", "_s)));
    QCOMPARE(scene.window->warnings(), QStringList());
}

// Of the page that something stands on.
void ScreensTest::scrollToEnd(Scene &scene, const QString &within)
{
    QQuickItem *page = scene.window->find(within);
    while (page && !page->property("contentY").isValid()) {
        page = page->parentItem();
    }
    QVERIFY(page);
    page->setProperty("contentY", std::max(0.0, page->property("contentHeight").toReal() - page->height()));
}

void ScreensTest::everyPageCanBeShown()
{
    Scene &scene = *m_calm;
    dress(scene);
    AppViewModel &app = *scene.home.app;
    app.openList(m_weekly);
    app.list()->setCheckedShown(false);
    QVERIFY(scene.window->tap(u"Produce"_s)); // by hand, so that no ring is shown
    shoot(scene, u"list"_s);

    app.entry()->setText(u"2 kg potatoes #produce 3.49 !the floury ones"_s);
    shoot(scene, u"entry"_s);
    QVERIFY(scene.window->tap(u"Add something"_s));
    app.entry()->setText(u"2 l mil"_s);
    shoot(scene, u"entry-suggestions"_s);
    app.entry()->setText(u"500 g butter"_s);
    shoot(scene, u"entry-raise"_s);
    app.entry()->setText({});

    app.list()->setCheckedShown(true);
    app.list()->toggle(scene.home.idOf(u"Milk"_s));
    app.list()->remove(scene.home.idOf(u"Spaghetti"_s));
    shoot(scene, u"undo"_s);
    app.undo()->undo();
    app.undo()->undo();
    app.list()->setCheckedShown(false);
    scene.home.acknowledgeAll();

    app.openItem(scene.home.idOf(u"Apples"_s));
    shoot(scene, u"item"_s);
    scrollToEnd(scene, u"The course of the price"_s);
    shoot(scene, u"item-prices"_s);
    QVERIFY(QMetaObject::invokeMethod(scene.window->find(u"Photo of Apples, show it large"_s), "clicked"));
    QTRY_VERIFY(scene.window->find(u"Close the photo"_s));
    shoot(scene, u"photo"_s);
    scene.window->press(Qt::Key_Escape);
    QTRY_VERIFY(!scene.window->find(u"Close the photo"_s));
    app.back();

    app.go(AppViewModel::Lists);
    shoot(scene, u"lists"_s);
    QMetaObject::invokeMethod(&scene.window->window(), "askNewList");
    QTRY_VERIFY(scene.window->find(u"Create"_s));
    const QQuickItem *create = scene.window->find(u"Create"_s);
    QTRY_VERIFY(
        create->mapRectToScene(create->boundingRect()).bottom() <= scene.window->window().height() - 16);
    shoot(scene, u"new-list"_s);
    scene.window->press(Qt::Key_Escape);
    QTRY_VERIFY(!scene.window->find(u"Create"_s));

    QMetaObject::invokeMethod(&scene.window->window(), "askEditList");
    QTRY_VERIFY(scene.window->find(u"Budget"_s));
    shoot(scene, u"change-list"_s);
    scene.window->press(Qt::Key_Escape);
    QTRY_VERIFY(!scene.window->find(u"Budget"_s));

    app.commands()->run(app::CommandRows::Spending);
    QTRY_VERIFY(scene.window->find(u"This month"_s));
    shoot(scene, u"spending"_s);
    QVERIFY(scene.window->tap(u"Done"_s));
    QTRY_VERIFY(!scene.window->find(u"This month"_s));
    QVERIFY(!app.list()->spending()->isShown());

    app.importing()->ask();
    QTRY_VERIFY(scene.window->find(u"Choose a file"_s));
    shoot(scene, u"import"_s);
    app.importing()->readText(
        u"name,quantity,unit,category,price,note\nMilk,500,ml,,,\nRye bread,1,,bakery,3.20,sliced\n"
        "Oranges,2,kg,produce,4.99,\nSoap,lots,,,,\nTea,2,packs,drinks,,the green one\n"_s);
    QTRY_COMPARE(app.importing()->stage(), app::ImportViewModel::Preview);
    shoot(scene, u"import-preview"_s, In::English);
    app.importing()->cancel();
    QTRY_VERIFY(!scene.window->find(u"What would be added"_s));
    app.commands()->run(app::CommandRows::Export);
    QTRY_VERIFY(scene.window->find(u"Markdown"_s));
    shoot(scene, u"export"_s, In::English);
    scene.window->press(Qt::Key_Escape);
    QTRY_VERIFY(!scene.window->find(u"Markdown"_s));

    app.commands()->run(app::CommandRows::Scan);
    QTRY_VERIFY(scene.window->find(u"Choose a picture"_s));
    shoot(scene, u"scan"_s);
    app.scanning()->typed(u"4006381333930"_s);
    shoot(scene, u"scan-refused"_s);
    app.scanning()->cancel();
    QTRY_VERIFY(!scene.window->find(u"Choose a picture"_s));
    app.entry()->scan(u"4006381333931"_s);
    shoot(scene, u"scan-unknown"_s);
    app.entry()->takeBack(0);

    app.commands()->run(app::CommandRows::Palette);
    QTRY_COMPARE(scene.window->focused(), u"Find an action, a list or an item"_s);
    shoot(scene, u"palette"_s);
    scene.window->type(u"mi"_s);
    shoot(scene, u"palette-found"_s);
    scene.window->press(Qt::Key_Escape);
    QTRY_VERIFY(!scene.window->findStarting(u"What was found"_s));
    app.go(AppViewModel::Shortcuts);
    shoot(scene, u"shortcuts"_s);

    app.commands()->run(app::CommandRows::QuickAdd);
    shootQuickAdd(scene, u"quick-add"_s);
    app.quickAdd()->entry()->setText(u"2 kg potatoes #produce 3.49"_s);
    shootQuickAdd(scene, u"quick-add-suggestions"_s);
    test::AppWindow::other(u"Quick add"_s)->hide();

    app.openList(m_empty);
    shoot(scene, u"empty"_s);
    app.openList(m_weekly);
    app.go(AppViewModel::Sync);
    shoot(scene, u"sync-live"_s);
    app.go(AppViewModel::Account);
    shoot(scene, u"account"_s);
    app.desktop()->setTrayAvailable(true);
    scene.window->render();
    scrollToEnd(scene, u"Start when I log in"_s);
    shoot(scene, u"account-desktop"_s);
    app.desktop()->setTrayAvailable(false);

    app.sync()->setStatus({});
    app.account()->setAccount({});
    app.go(AppViewModel::Sync);
    shoot(scene, u"sync-local"_s);
    app.go(AppViewModel::Account);
    shoot(scene, u"sign-in"_s);
    app.go(AppViewModel::List);
}

void ScreensTest::waysToLookAtAListCanBeShown()
{
    Scene &scene = *m_calm;
    dress(scene);
    AppViewModel &app = *scene.home.app;
    app.openList(m_weekly);
    const auto twice = scene.home.client->create(*model::SpaceId::fromString(m_weekly), model::Kind::Item,
        { { model::item::kName, u"milk"_s }, { model::item::kQuantity, qint64(500'000) },
            { model::item::kUnit, u"ml"_s }, { model::item::kCategory, u"dairy"_s } });
    scene.home.settle();
    scene.home.pass(std::chrono::seconds(1));
    QTRY_VERIFY(app.merge()->isShown());
    shoot(scene, u"merge"_s);
    QVERIFY(scene.home.client->write(
        { *model::SpaceId::fromString(m_weekly), model::Kind::Item, *twice }, { { model::kDeleted, true } }));
    QVERIFY(!app.merge()->isShown());
    scene.home.acknowledgeAll();
    app.go(AppViewModel::List);
    app::ArrangementViewModel &arrangement = *app.list()->arrangement();

    arrangement.setSearching(true);
    arrangement.setText(u"o"_s);
    shoot(scene, u"search"_s);
    arrangement.setText(u"caviar"_s);
    shoot(scene, u"search-nothing"_s);
    arrangement.setText({});
    arrangement.toggleCategory(0);
    arrangement.save(u"Fruit"_s);
    shoot(scene, u"filter"_s);
    arrangement.setPrice(app::ArrangementViewModel::Priced);
    QVERIFY(scene.window->tap(u"Save"_s));
    QTRY_VERIFY(scene.window->find(u"Its name"_s));
    shoot(scene, u"filter-save"_s);
    scene.window->press(Qt::Key_Escape);
    QTRY_VERIFY(!scene.window->find(u"Its name"_s));
    arrangement.forgetSaved(0);
    arrangement.setSearching(false);

    arrangement.setSort(app::ArrangementViewModel::Name);
    shoot(scene, u"sorted"_s);
    arrangement.setSort(app::ArrangementViewModel::Shop);
    QVERIFY(scene.window->tap(u"More for this list"_s));
    QTRY_VERIFY(scene.window->find(u"Select all"_s));
    shoot(scene, u"list-menu"_s);
    scene.window->press(Qt::Key_Escape);
    QTRY_VERIFY(!scene.window->find(u"Select all"_s));

    app.list()->bulk()->toggle(scene.home.idOf(u"Butter"_s));
    app.list()->bulk()->toggle(scene.home.idOf(u"Flat parsley"_s));
    shoot(scene, u"selection"_s);
    QVERIFY(scene.window->tap(u"Category"_s));
    QTRY_VERIFY(scene.window->find(u"Another category"_s));
    shoot(scene, u"selection-category"_s, In::English);
    scene.window->press(Qt::Key_Escape);
    QTRY_VERIFY(!scene.window->find(u"Another category"_s));
    app.list()->bulk()->clear();

    app.list()->shops()->create(u"Market hall"_s);
    app.list()->shops()->create(u"Corner shop"_s);
    arrangement.setShopping(true);
    shoot(scene, u"shopping"_s);
    QVERIFY(scene.window->tap(u"Shop: Corner shop"_s));
    QTRY_VERIFY(scene.window->find(u"Another shop"_s));
    shoot(scene, u"shops"_s);
    scene.window->press(Qt::Key_Escape);
    QTRY_VERIFY(!scene.window->find(u"Another shop"_s));
    arrangement.setShopping(false);
    app.list()->shops()->choose({});
    app.undo()->undo();
    app.undo()->undo();
    scene.home.acknowledgeAll();
}

void ScreensTest::whatWentWrongCanBeShown()
{
    Scene &scene = *m_troubled;
    dress(scene);
    AppViewModel &app = *scene.home.app;
    app.openList(m_shared);
    shoot(scene, u"list-refused"_s);
    app.go(AppViewModel::Sync);
    shoot(scene, u"sync-refused"_s);
    app.sync()->setStatus(offline(scene.home));
    shoot(scene, u"sync-offline"_s);
    app.go(AppViewModel::List);
    shoot(scene, u"list-offline"_s);
    app.openItem(scene.home.idOf(u"Oat milk"_s));
    shoot(scene, u"item-offline"_s);
    QVERIFY(scene.window->tap(u"Quantity"_s));
    scene.window->press(Qt::Key_A, Qt::ControlModifier);
    scene.window->type(u"lots"_s);
    scene.window->press(Qt::Key_Return);
    QTRY_VERIFY(!app.item()->quantityError().isEmpty());
    shoot(scene, u"item-error"_s, In::English);
    scene.window->press(Qt::Key_Escape);
    app.go(AppViewModel::Account);
    shoot(scene, u"account-offline"_s);
    QVERIFY(scene.window->tap(u"Sign out"_s));
    QTRY_VERIFY(scene.window->find(u"Stay signed in"_s));
    shoot(scene, u"sign-out-unsent"_s);
    QVERIFY(scene.window->tap(u"Stay signed in"_s));
    QTRY_VERIFY(!scene.window->find(u"Stay signed in"_s));

    sync::SyncStatus ended;
    ended.reason = Code::Unauthenticated;
    app.sync()->setStatus(ended);
    app.account()->setAccount({});
    app.go(AppViewModel::Sync);
    shoot(scene, u"sync-session-ended"_s);
    app.account()->setEmail(u"ana@larder.example"_s);
    app.account()->setPassword(u"tr0ub4dor"_s);
    app.account()->setSignInFailed(Code::InvalidCredentials);
    app.go(AppViewModel::Account);
    shoot(scene, u"sign-in-error"_s);
    app.account()->setRegistering(true);
    app.account()->setServer({});
    app.account()->setEmail({});
    app.account()->setPassword({});
    app.account()->submit();
    shoot(scene, u"register-error"_s);
    app.account()->setRegistering(false);
    app.account()->setServer(u"https://larder.example"_s);
    app.go(AppViewModel::List);
}

void ScreensTest::whatIsLongOrMuchCanBeShown()
{
    Scene &scene = *m_large;
    dress(scene);
    AppViewModel &app = *scene.home.app;
    app.openList(m_long);
    shoot(scene, u"long-list"_s);
    app.openItem(
        app.list()->rows()->data(app.list()->rows()->index(1), app::ItemRows::ItemIdRole).toString());
    shoot(scene, u"long-item"_s);
    app.back();
    app.go(AppViewModel::Lists);
    shoot(scene, u"long-lists"_s);
    app.openList(m_many);
    QTRY_VERIFY(app.list()->isLoaded());
    shoot(scene, u"many"_s);
    QQuickItem *rows = scene.window->find(u"Items of Everything"_s);
    QVERIFY(rows);
    QVERIFY(QMetaObject::invokeMethod(rows, "positionViewAtIndex", Q_ARG(int, 6'000), Q_ARG(int, 0)));
    shoot(scene, u"many-scrolled"_s);
}

QTEST_MAIN(ScreensTest)
#include "screens_test.moc"
