// From the table of actions to the desktop's dialogs and the file, over a session bus on which the test plays
// the portal.
#include "app/paper/paper_work.h"
#include "tests/support/app_home.h"
#include "tests/support/private_bus.h"

#include <QtCore/QStandardPaths>
#include <QtDBus/QDBusContext>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusUnixFileDescriptor>
#include <QtGui/QGuiApplication>
#include <QtTest/QtTest>

#include <unistd.h>

using namespace larder;
using namespace Qt::StringLiterals;
using app::CommandRows;
using app::UndoStack;

namespace {

class Portal : public QObject, protected QDBusContext {
    Q_OBJECT

public:
    QString title;
    QString name;
    QByteArray printed;
    QString save; // where the person wants it; empty: nowhere

protected:
    QDBusObjectPath answer(const QVariantMap &options, uint code, const QVariantMap &results) const
    {
        QString sender = message().service().mid(1);
        sender.replace(u'.', u'_');
        const QString path = u"/org/freedesktop/portal/desktop/request/%1/%2"_s.arg(
            sender, options.value(u"handle_token"_s).toString());
        QDBusMessage response
            = QDBusMessage::createSignal(path, u"org.freedesktop.portal.Request"_s, u"Response"_s);
        response.setArguments({ code, results });
        connection().send(response); // before the reply, as a quick portal does
        return QDBusObjectPath(path);
    }
};

class PrintPortal : public Portal {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Print")

public Q_SLOTS:
    QDBusObjectPath Print(const QString &, const QString &heading, const QDBusUnixFileDescriptor &content,
        const QVariantMap &options)
    {
        title = heading;
        QFile file;
        if (file.open(::dup(content.fileDescriptor()), QIODevice::ReadOnly, QFile::AutoCloseHandle)) {
            printed = file.readAll();
        }
        return answer(options, 0, {});
    }
};

class FilePortal : public Portal {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.FileChooser")

public Q_SLOTS:
    QDBusObjectPath SaveFile(const QString &, const QString &heading, const QVariantMap &options)
    {
        title = heading;
        name = options.value(u"current_name"_s).toString();
        const QStringList uris { QUrl::fromLocalFile(save).toString() };
        return answer(options, save.isEmpty() ? 1 : 0, { { u"uris"_s, uris } });
    }
};

} // namespace

class PaperWorkTest : public QObject {
    Q_OBJECT

public:
    explicit PaperWorkTest(const test::PrivateBus &bus)
        : m_bus(bus.connect(u"portal"_s))
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();

    void thePortalIsGivenThePages();
    void thePdfGoesWhereThePersonWantsIt();
    void aDialogThatIsLeftSavesNothing();
    void aPlaceThatRefusesIsSaid();
    void withoutAPortalThePdfGoesToTheDocuments();

private:
    void play(Portal &portal)
    {
        QVERIFY(m_bus.registerObject(
            u"/org/freedesktop/portal/desktop"_s, &portal, QDBusConnection::ExportAllSlots));
        QVERIFY(m_bus.registerService(u"org.freedesktop.portal.Desktop"_s));
    }
    QString said() const
    {
        const UndoStack &bars = *m_home->app->undo();
        return bars.rowCount() == 0
            ? QString()
            : bars.index(bars.rowCount() - 1).data(UndoStack::SentenceRole).toString();
    }
    QByteArray contentOf(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QDBusConnection m_bus;
    QTemporaryDir m_dir;
    std::unique_ptr<test::AppHome> m_home;
    std::unique_ptr<app::PaperWork> m_work;
};

void PaperWorkTest::init()
{
    m_home = std::make_unique<test::AppHome>();
    m_home->openDemo();
    m_work = std::make_unique<app::PaperWork>(*m_home->app, m_home->clock);
}

void PaperWorkTest::cleanup()
{
    m_work.reset();
    m_home.reset();
    m_bus.unregisterService(u"org.freedesktop.portal.Desktop"_s);
    m_bus.unregisterObject(u"/org/freedesktop/portal/desktop"_s);
}

void PaperWorkTest::thePortalIsGivenThePages()
{
    PrintPortal portal;
    play(portal);
    m_home->app->commands()->run(CommandRows::Print);
    QTRY_VERIFY(portal.printed.startsWith("%PDF-"));
    QCOMPARE(portal.title, m_home->app->list()->name());
}

void PaperWorkTest::thePdfGoesWhereThePersonWantsIt()
{
    FilePortal portal;
    portal.save = m_dir.filePath(u"my list.pdf"_s);
    play(portal);
    m_home->app->list()->rename(u"../Week: 1/2?"_s, u"🧺"_s, 4);
    m_home->settle();
    m_home->app->commands()->run(CommandRows::SavePdf);
    QTRY_VERIFY(contentOf(portal.save).startsWith("%PDF-"));
    QCOMPARE(portal.name, u"Week 1 2.pdf"_s);
    QVERIFY2(said().contains(u"my list.pdf"_s), qPrintable(said()));
}

void PaperWorkTest::aDialogThatIsLeftSavesNothing()
{
    FilePortal portal;
    play(portal);
    m_home->app->commands()->run(CommandRows::SavePdf);
    QTRY_VERIFY(!portal.title.isEmpty());
    test::PrivateBus::settle();
    QVERIFY(said().isEmpty());
}

void PaperWorkTest::aPlaceThatRefusesIsSaid()
{
    FilePortal portal;
    portal.save = m_dir.filePath(u"no/such/folder.pdf"_s);
    play(portal);
    m_home->app->commands()->run(CommandRows::SavePdf);
    QTRY_VERIFY(said().contains(u"could not be written"_s));
}

void PaperWorkTest::withoutAPortalThePdfGoesToTheDocuments()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    QVERIFY(documents.path().startsWith(QDir::homePath()));
    const QString name = m_home->app->list()->name();
    m_home->app->commands()->run(CommandRows::SavePdf);
    QTRY_VERIFY(contentOf(documents.filePath(name + u".pdf"_s)).startsWith("%PDF-"));
    m_home->app->commands()->run(CommandRows::SavePdf);
    QTRY_VERIFY(contentOf(documents.filePath(name + u" (2).pdf"_s)).startsWith("%PDF-"));
}

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    qputenv("HOME", home.path().toUtf8());
    qunsetenv("XDG_CONFIG_HOME");
    const test::PrivateBus bus;
    const QGuiApplication application(argc, argv);
    PaperWorkTest test(bus);
    return QTest::qExec(&test, argc, argv);
}
#include "paper_work_test.moc"
