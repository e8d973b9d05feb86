// What goes on paper, read back from the PDF by poppler; its pictures are in build/screens for people to look
// at.
#include "app/paper/paper_pages.h"
#include "tests/support/app_home.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtGui/QImage>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::ListPaper;
using test::AppHome;

class PaperPagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void aShortListIsAsOnTheScreen();
    void whatIsCheckedIsPrintedWhenItIsShown();
    void threeHundredItemsFillNumberedPages();
    void aListInArabicIsReadFromTheRight();
    void longWordsAreBrokenAndNothingIsLost();
    void thePaperIsTheLocales();
    void aFileThatCanNotBeWrittenIsAnError();

private:
    struct Read {
        QString text;
        int pages = 0;
        QSizeF size; // in points
        QList<QImage> pictures;
    };
    static QByteArray run(const QString &program, const QStringList &arguments);
    Read read(const ListPaper &paper, const QString &name);
    // How much ink stands in a part of a page.
    static qreal inkIn(const QImage &page, const QRectF &part);

    QTemporaryDir m_dir;
};

void PaperPagesTest::initTestCase()
{
    QVERIFY(QDir().mkpath(QStringLiteral(LARDER_SCREENS)));
}

QByteArray PaperPagesTest::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    }
    return process.readAllStandardOutput();
}

PaperPagesTest::Read PaperPagesTest::read(const ListPaper &paper, const QString &name)
{
    Read read;
    const QString path = m_dir.filePath(name + u".pdf"_s);
    if (const auto written = app::writePdf(paper, path); !written) {
        qFatal("not written: %s", qPrintable(written.error().detail));
    }
    // Compatible form, because fonts have signs of their own for "ff" and the like.
    read.text = QString::fromUtf8(run(u"pdftotext"_s, { u"-layout"_s, path, u"-"_s }))
                    .normalized(QString::NormalizationForm_KC);
    const QString about = QString::fromUtf8(run(u"pdfinfo"_s, { path }));
    const auto pages = QRegularExpression(u"Pages:\\s+(\\d+)"_s).match(about);
    const auto size = QRegularExpression(u"Page size:\\s+([\\d.]+) x ([\\d.]+)"_s).match(about);
    read.pages = pages.captured(1).toInt();
    read.size = { size.captured(1).toDouble(), size.captured(2).toDouble() };
    run(u"pdftoppm"_s,
        { u"-r"_s, u"72"_s, u"-png"_s, path, QStringLiteral(LARDER_SCREENS "/paper-") + name });
    const QDir folder(QStringLiteral(LARDER_SCREENS));
    for (const QString &picture :
        folder.entryList({ u"paper-%1-*.png"_s.arg(name) }, QDir::Files, QDir::Name)) {
        read.pictures.append(QImage(folder.filePath(picture)));
    }
    return read;
}

qreal PaperPagesTest::inkIn(const QImage &page, const QRectF &part)
{
    qreal ink = 0;
    for (int y = int(part.top() * page.height()); y < int(part.bottom() * page.height()); ++y) {
        for (int x = int(part.left() * page.width()); x < int(part.right() * page.width()); ++x) {
            ink += 255 - qGray(page.pixel(x, y));
        }
    }
    return ink / 255;
}

void PaperPagesTest::aShortListIsAsOnTheScreen()
{
    AppHome home;
    home.openDemo();
    home.pass(std::chrono::seconds(5)); // what is checked has gone to its place
    const ListPaper paper = app::paperOf(*home.app->list(), QDate(2026, 11, 23));
    QCOMPARE(paper.title, home.app->list()->name());
    QVERIFY(!paper.rightToLeft);
    QStringList onScreen = home.names();
    if (onScreen.last() == u"[checked]"_s) { // folded, so there is nothing under it
        onScreen.removeLast();
    }
    QStringList onPaper;
    for (const ListPaper::Row &row : paper.rows) {
        onPaper.append(row.header ? u'[' + row.name + u']' : row.name);
    }
    QCOMPARE(onPaper, onScreen);

    const Read pdf = read(paper, u"short"_s);
    QCOMPARE(pdf.pages, 1);
    for (const ListPaper::Row &row : paper.rows) {
        for (const QString &words : { row.name, row.amount, row.detail }) {
            QString shown = words;
            shown.replace(QChar::Nbsp, QChar::Space);
            QVERIFY2(pdf.text.contains(shown.section(u" · "_s, 0, 0)), qPrintable(words));
        }
    }
    QVERIFY(pdf.text.contains(u"November 23, 2026"_s) || pdf.text.contains(u"23 November 2026"_s)
        || pdf.text.contains(u"23 Nov 2026"_s));
    QVERIFY2(pdf.text.contains(u"Total: "_s), qPrintable(pdf.text));
    QVERIFY(pdf.text.contains(u"€"_s));
    QVERIFY(!pdf.text.contains(u"page 1"_s));
    // Light in ink: a dark line of text, never a filled area.
    QVERIFY(inkIn(pdf.pictures.value(0), QRectF(0, 0, 1, 1)) < 0.05 * 595 * 842);
}

void PaperPagesTest::whatIsCheckedIsPrintedWhenItIsShown()
{
    AppHome home;
    home.openDemo();
    home.pass(std::chrono::seconds(5)); // what is checked has gone to its place
    const size_t open = app::paperOf(*home.app->list(), QDate(2026, 11, 23)).rows.size();
    home.app->list()->setCheckedShown(true);
    const ListPaper paper = app::paperOf(*home.app->list(), QDate(2026, 11, 23));
    QVERIFY(paper.rows.size() > open);
    QVERIFY(paper.rows.back().checked);
    QCOMPARE(read(paper, u"checked"_s).pages, 1);
}

void PaperPagesTest::threeHundredItemsFillNumberedPages()
{
    AppHome home;
    const auto space = home.receiveList(300);
    home.settle();
    home.app->openList(space.toString());
    QTRY_VERIFY(home.app->list()->isLoaded());
    home.pass(std::chrono::seconds(5));
    QTRY_COMPARE(home.app->list()->openCount(), 300);
    const ListPaper paper = app::paperOf(*home.app->list(), QDate(2026, 11, 23));
    const Read pdf = read(paper, u"long"_s);
    QVERIFY(pdf.pages >= 3 && pdf.pages <= 6);
    QCOMPARE(pdf.pictures.size(), pdf.pages);
    for (int i = 0; i < 300; ++i) {
        const QRegularExpression item(u"\\bItem %1\\b"_s.arg(i));
        QVERIFY2(pdf.text.contains(item), qPrintable(item.pattern()));
    }
    for (int page = 1; page <= pdf.pages; ++page) {
        QVERIFY(pdf.text.contains(u"page %1 of %2"_s.arg(page).arg(pdf.pages)));
    }
}

void PaperPagesTest::aListInArabicIsReadFromTheRight()
{
    AppHome home;
    home.openEmpty();
    home.app->list()->rename(u"مشتريات الأسبوع"_s, u"🧺"_s, 4);
    for (const QString &line : { u"حليب"_s, u"خبز"_s, u"طماطم"_s, u"Coca-Cola"_s }) {
        home.app->entry()->add(line);
    }
    home.settle();
    const ListPaper paper = app::paperOf(*home.app->list(), QDate(2026, 11, 23));
    QVERIFY(paper.rightToLeft);
    const Read pdf = read(paper, u"arabic"_s);
    QCOMPARE(pdf.pages, 1);
    const QRectF left(0, 0, 0.3, 0.5);
    const QRectF right(0.7, 0, 0.3, 0.5);
    QVERIFY(inkIn(pdf.pictures.value(0), right) > 2 * inkIn(pdf.pictures.value(0), left));
}

void PaperPagesTest::longWordsAreBrokenAndNothingIsLost()
{
    ListPaper paper {
        u"Everything for the big summer party at the lake house with all the cousins and their friends"_s,
        u"3 left"_s, u"23 November 2026"_s, u"12.90 €"_s, {}, false
    };
    paper.rows.push_back({ u"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzestaschenkalender"_s,
        u"3"_s,
        u"from the shop behind the station, the one with the green door and the friendly dog · 12.90 €"_s });
    for (int i = 0; i < 20; ++i) {
        paper.rows.push_back(
            { u"Tea number %1 of those that everybody in the family likes"_s.arg(i), u"99,999.5 kg"_s, {} });
    }
    const Read pdf = read(paper, u"wide"_s);
    QVERIFY(pdf.text.contains(u"friendly dog"_s) || pdf.text.contains(u"dog"_s));
    QCOMPARE(pdf.text.count(u"99,999.5 kg"_s), 20);
    // The margins are empty, so nothing ran over the edge.
    for (const QImage &page : pdf.pictures) {
        QCOMPARE(inkIn(page, QRectF(0, 0, 0.06, 1)), 0.0);
        QCOMPARE(inkIn(page, QRectF(0.94, 0, 0.06, 1)), 0.0);
    }
}

void PaperPagesTest::thePaperIsTheLocales()
{
    QCOMPARE(app::paperSizeOf(QLocale(QLocale::English, QLocale::UnitedStates)), QPageSize::Letter);
    QCOMPARE(app::paperSizeOf(QLocale(QLocale::French, QLocale::Canada)), QPageSize::Letter);
    QCOMPARE(app::paperSizeOf(QLocale(QLocale::English, QLocale::UnitedKingdom)), QPageSize::A4);
    QCOMPARE(app::paperSizeOf(QLocale(QLocale::German, QLocale::Germany)), QPageSize::A4);
    const ListPaper paper { u"Tea"_s, {}, {}, {}, { { u"Tea"_s, {}, {} } }, false };
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(read(paper, u"letter"_s).size, QSizeF(612, 792));
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(read(paper, u"a4"_s).size.toSize(), QSize(595, 842));
    QLocale::setDefault(before);
}

void PaperPagesTest::aFileThatCanNotBeWrittenIsAnError()
{
    const ListPaper paper { u"Tea"_s, {}, {}, {}, { { u"Tea"_s, {}, {} } }, false };
    const auto written = app::writePdf(paper, m_dir.filePath(u"no/such/folder.pdf"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().code, Code::Configuration);
}

QTEST_MAIN(PaperPagesTest)
#include "paper_pages_test.moc"
