// docs/user-guide.md against the program: it names nothing on a page that is not there, its keys are the
// keys, and its pictures are ones that the screens test makes.
#include "tests/support/app_home.h"
#include "tests/support/translation_file.h"

#include <QtCore/QDir>
#include <QtCore/QRegularExpression>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::CommandRows;

class UserGuideTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_page = read(u"docs/user-guide.md"_s);
        QVERIFY(m_page.size() > 1'000);
    }
    void whatItNamesIsOnAPage();
    void itsKeysAreTheKeys();
    void itsPicturesAreThoseOfTheScreensTest();
    void itsLinksLeadSomewhere();

private:
    static QString read(const QString &path)
    {
        QFile file(QStringLiteral(LARDER_SOURCE_DIR "/") + path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    // What a pattern's first group finds.
    static QStringList all(const QString &pattern, const QString &text)
    {
        QStringList found;
        const QRegularExpression expression(pattern);
        for (auto match = expression.globalMatch(text); match.hasNext();) {
            found.append(match.next().captured(1));
        }
        return found;
    }

    QString m_page;
};

void UserGuideTest::whatItNamesIsOnAPage()
{
    const auto texts = test::readTranslations(QStringLiteral(LARDER_SOURCE_DIR "/translations/larder_de.ts"));
    QSet<QString> known;
    for (const auto &[key, text] : texts) {
        known.insert(text.source);
    }
    const QStringList named = all(u"\\*\\*([^*]+)\\*\\*"_s, m_page);
    QVERIFY(named.size() > 20);
    for (const QString &name : named) {
        QVERIFY2(known.contains(name.simplified()), qPrintable(name + u" is on no page"_s));
    }
}

void UserGuideTest::itsKeysAreTheKeys()
{
    test::AppHome home;
    CommandRows &commands = *home.app->commands();
    QHash<QString, QString> keys; // by title, as the guide writes them
    for (int row = 0; row < commands.rowCount(); ++row) {
        const auto of = [&](int role) { return commands.data(commands.index(row), role); };
        keys.insert(of(CommandRows::TitleRole).toString(), of(CommandRows::KeysRole).toStringList().value(0));
    }
    const QRegularExpression line(u"^\\| ([^|]+) \\| `([^`]+)` \\|$"_s, QRegularExpression::MultilineOption);
    int count = 0;
    for (auto match = line.globalMatch(m_page); match.hasNext(); ++count) {
        const QRegularExpressionMatch said = match.next();
        QCOMPARE(keys.value(said.captured(1)), said.captured(2));
    }
    QVERIFY(count > 10);
}

void UserGuideTest::itsPicturesAreThoseOfTheScreensTest()
{
    const QStringList shown = all(u"<img src=\"pictures/([^\"]+)\""_s, m_page);
    QVERIFY(shown.size() > 10);
    const QStringList shot = all(u"shoot\\(scene, u\"([a-z-]+)\"_s"_s, read(u"tests/ui/screens_test.cpp"_s));
    const QRegularExpression name(
        u"^(?:en|de|ar)/(?:phone|tablet|desktop)-(?:light|dark)-([a-z-]+)\\.png$"_s);
    const QDir pictures(QStringLiteral(LARDER_SOURCE_DIR "/docs/pictures"));
    QStringList kept;
    for (const QString &folder : pictures.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QString &file : QDir(pictures.filePath(folder)).entryList(QDir::Files)) {
            kept.append(folder + u'/' + file);
        }
    }
    for (const QString &picture : shown) {
        const QRegularExpressionMatch match = name.match(picture);
        QVERIFY2(match.hasMatch() && shot.contains(match.captured(1)), qPrintable(picture));
        QVERIFY2(kept.removeOne(picture), qPrintable(picture + u" is not in docs/pictures"_s));
    }
    QVERIFY2(kept.isEmpty(), qPrintable(kept.join(u' ') + u" is shown nowhere"_s));
    for (const QString &alternative : all(u"<img ([^>]+)>"_s, m_page)) {
        QVERIFY2(alternative.contains(u"alt=\""_s), qPrintable(alternative));
    }
}

void UserGuideTest::itsLinksLeadSomewhere()
{
    QStringList headings;
    for (const QString &heading : all(u"(?m)^## (.+)$"_s, m_page)) {
        headings.append(u'#' + heading.toLower().remove(u',').replace(u' ', u'-'));
    }
    for (const QString &link : all(u"\\]\\(([^)]+)\\)"_s, m_page)) {
        const bool found = link.startsWith(u'#') ? headings.contains(link)
                                                 : !read(u"docs/"_s + link.section(u'#', 0, 0)).isEmpty();
        QVERIFY2(found, qPrintable(link));
    }
}

QTEST_MAIN(UserGuideTest)
#include "user_guide_test.moc"
