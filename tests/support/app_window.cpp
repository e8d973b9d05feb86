#include "tests/support/app_window.h"

#include "app/platform/main_window.h"

#include <QtGui/QAccessible>
#include <QtQml/QQmlExtensionPlugin>
#include <QtTest/QtTest>

Q_IMPORT_QML_PLUGIN(LarderPlugin)
Q_IMPORT_QML_PLUGIN(Larder_ViewModelsPlugin)

namespace larder::test {

using Accepts = std::function<bool(QQuickItem *)>;

static QString nameOf(QObject *item)
{
    QAccessibleInterface *face = item ? QAccessible::queryAccessibleInterface(item) : nullptr;
    QString name = face ? face->text(QAccessible::Name) : QString();
    return name.replace(QChar::Nbsp, QChar::Space);
}

// Depth first, the topmost child first; what is not visible hides all that is in it.
static QQuickItem *search(QQuickItem *item, const Accepts &accepts)
{
    if (!item->isVisible()) {
        return nullptr;
    }
    QList<QQuickItem *> children = item->childItems();
    std::reverse(children.begin(), children.end());
    for (QQuickItem *child : children) {
        if (QQuickItem *found = search(child, accepts)) {
            return found;
        }
    }
    return accepts(item) ? item : nullptr;
}

AppWindow::AppWindow(app::AppViewModel &app, const app::PhotoFiles &photos, QSize size)
    : m_language(*app.preferences())
    , m_engine(std::make_unique<QQmlApplicationEngine>())
{
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    app.preferences()->setWindowWidth(size.width());
    app.preferences()->setWindowHeight(size.height());
    QObject::connect(
        m_engine.get(), &QQmlEngine::warnings, m_engine.get(), [this](const QList<QQmlError> &warnings) {
            for (const QQmlError &warning : warnings) {
                m_warnings.append(warning.toString());
            }
        });
    app::prepareEngine(*m_engine, photos);
    app::followLanguage(*m_engine, app, m_language);
    m_window = app::loadMainWindow(*m_engine, app);
    if (!m_window) {
        qFatal("no window");
    }
    m_window->show();
    m_window->requestActivate();
    if (!QTest::qWaitForWindowActive(m_window)) {
        qFatal("the window does not come up");
    }
}

AppWindow::~AppWindow() = default;

QQuickWindow *AppWindow::other(const QString &title)
{
    for (QWindow *window : QGuiApplication::allWindows()) {
        if (window->title() == title) {
            return qobject_cast<QQuickWindow *>(window);
        }
    }
    return nullptr;
}

QQuickItem *AppWindow::find(const QString &name)
{
    return search(m_window->contentItem(), [&](QQuickItem *item) { return nameOf(item) == name; });
}

QQuickItem *AppWindow::findStarting(const QString &beginning)
{
    return search(
        m_window->contentItem(), [&](QQuickItem *item) { return nameOf(item).startsWith(beginning); });
}

QString AppWindow::focused() const
{
    for (QQuickItem *item = m_window->activeFocusItem(); item; item = item->parentItem()) {
        if (const QString name = nameOf(item); !name.isEmpty()) {
            return name;
        }
    }
    return {};
}

bool AppWindow::shows(const QString &text)
{
    return search(m_window->contentItem(), [&](QQuickItem *item) {
        QString shown = item->inherits("QQuickText") ? item->property("text").toString() : QString();
        return shown.replace(QChar::Nbsp, QChar::Space).contains(text);
    });
}

std::optional<QPoint> AppWindow::middleOf(const QString &name)
{
    if (!QTest::qWaitFor([&] { return find(name) != nullptr; })) {
        return std::nullopt;
    }
    render();
    const QQuickItem *item = find(name);
    return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
}

bool AppWindow::tap(const QString &name)
{
    return click(name, {});
}

bool AppWindow::click(const QString &name, Qt::KeyboardModifiers modifiers)
{
    const auto middle = middleOf(name);
    if (middle) {
        // Where the page asks which keys are held, it asks the application.
        QTest::sendKeyEvent(QTest::Press, m_window, Qt::Key_unknown, QString(), modifiers);
        QTest::mouseClick(m_window, Qt::LeftButton, modifiers, *middle);
    }
    return middle.has_value();
}

bool AppWindow::hover(const QString &name)
{
    const auto middle = middleOf(name);
    if (middle) {
        QTest::mouseMove(m_window, *middle - QPoint(2, 0));
        QTest::mouseMove(m_window, *middle);
        render();
    }
    return middle.has_value();
}

bool AppWindow::drag(const QString &from, const QString &to)
{
    const auto begin = middleOf(from);
    const auto end = middleOf(to);
    if (!begin || !end) {
        return false;
    }
    QTest::mousePress(m_window, Qt::LeftButton, {}, *begin);
    constexpr int kSteps = 12;
    for (int step = 1; step <= kSteps; ++step) {
        QTest::mouseMove(m_window, *begin + (*end - *begin) * step / kSteps);
        render();
    }
    QTest::mouseRelease(m_window, Qt::LeftButton, {}, *end);
    render();
    return true;
}

bool AppWindow::swipe(const QString &name, int by)
{
    const auto begin = middleOf(name);
    if (!begin) {
        return false;
    }
    static QPointingDevice *const finger = QTest::createTouchDevice();
    constexpr int kSteps = 8;
    QTest::touchEvent(m_window, finger).press(0, *begin, m_window);
    for (int step = 1; step <= kSteps; ++step) {
        QTest::touchEvent(m_window, finger).move(0, *begin + QPoint(by * step / kSteps, 0), m_window);
        render();
    }
    QTest::touchEvent(m_window, finger).release(0, *begin + QPoint(by, 0), m_window);
    render();
    return true;
}

void AppWindow::type(const QString &text)
{
    for (const QChar letter : text) {
        QTest::keyClick(m_window, letter.toLatin1());
    }
}

void AppWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_window, key, modifiers);
}

void AppWindow::render()
{
    for (int turn = 0; turn < 3; ++turn) {
        QCoreApplication::processEvents();
    }
    m_window->grabWindow();
}

} // namespace larder::test
