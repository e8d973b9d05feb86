// Holds every pair of colours that the pages put on each other to its ratio (WCAG 2.1): 4.5 for text, 3 for
// what has to be seen to use a control. In both themes, and in high contrast.
#include "core/assert.h"

#include <QtGui/QColor>
#include <QtQml/QQmlComponent>
#include <QtQml/QQmlEngine>
#include <QtQml/QQmlExtensionPlugin>
#include <QtTest/QtTest>

#include <cmath>
#include <memory>

Q_IMPORT_QML_PLUGIN(LarderPlugin)
Q_IMPORT_QML_PLUGIN(Larder_ViewModelsPlugin)

using namespace Qt::StringLiterals;

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double ratio(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

QColor over(const QColor &wash, const QColor &ground)
{
    const auto mix
        = [&](float top, float bottom) { return top * wash.alphaF() + bottom * (1 - wash.alphaF()); };
    return QColor::fromRgbF(mix(wash.redF(), ground.redF()), mix(wash.greenF(), ground.greenF()),
        mix(wash.blueF(), ground.blueF()));
}

} // namespace

class ContrastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void textCanBeRead_data() { themes(); }
    void textCanBeRead();
    void controlsCanBeSeen_data() { themes(); }
    void controlsCanBeSeen();
    void initialsCanBeReadOnEveryHue_data() { themes(); }
    void initialsCanBeReadOnEveryHue();

private:
    void themes();
    void dress();
    QColor colour(const QString &token) const;
    void holds(const QString &token, const QStringList &grounds, double least);

    QQmlEngine m_engine;
    std::unique_ptr<QObject> m_theme;
};

void ContrastTest::initTestCase()
{
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
    QQmlComponent component(&m_engine);
    component.setData("import QtQml\nimport Larder\nQtObject { property QtObject theme: Theme }", {});
    m_theme.reset(component.create());
    QVERIFY2(m_theme, qPrintable(component.errorString()));
}

void ContrastTest::themes()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("high");
    QTest::newRow("light") << 1 << false;
    QTest::newRow("dark") << 2 << false;
    QTest::newRow("light, high contrast") << 1 << true;
    QTest::newRow("dark, high contrast") << 2 << true;
}

void ContrastTest::dress()
{
    QFETCH(int, mode);
    QFETCH(bool, high);
    QObject *theme = m_theme->property("theme").value<QObject *>();
    QVERIFY(theme->setProperty("mode", mode));
    QVERIFY(theme->setProperty("highContrast", high));
}

QColor ContrastTest::colour(const QString &token) const
{
    const QVariant value = m_theme->property("theme").value<QObject *>()->property(qPrintable(token));
    LARDER_ASSERT(value.isValid());
    return value.value<QColor>();
}

void ContrastTest::holds(const QString &token, const QStringList &grounds, double least)
{
    const QColor hover = colour(u"hover"_s);
    const QColor pressed = colour(u"pressed"_s);
    for (const QString &ground : grounds) {
        QVERIFY2(colour(ground).isValid(), qPrintable(ground));
        for (const QColor &background :
            { colour(ground), over(hover, colour(ground)), over(pressed, colour(ground)) }) {
            const double reached = ratio(colour(token), background);
            QVERIFY2(reached >= least,
                qPrintable(u"%1 on %2 (%3): %4"_s.arg(token, ground, background.name()).arg(reached)));
        }
    }
}

void ContrastTest::textCanBeRead()
{
    dress();
    holds(u"ink"_s, { u"paper"_s, u"surface"_s, u"tint"_s }, 4.5);
    holds(u"dim"_s, { u"paper"_s, u"surface"_s, u"tint"_s }, 4.5);
    holds(u"accent"_s, { u"paper"_s, u"surface"_s }, 4.5);
    holds(u"danger"_s, { u"paper"_s, u"surface"_s }, 4.5);
    holds(u"warn"_s, { u"paper"_s, u"surface"_s }, 4.5);
    for (const auto &[text, ground] :
        { std::pair(u"accentInk"_s, u"accent"_s), std::pair(u"dangerInk"_s, u"danger"_s),
            std::pair(u"barInk"_s, u"bar"_s), std::pair(u"barAction"_s, u"bar"_s) }) {
        const double reached = ratio(colour(text), colour(ground));
        QVERIFY2(reached >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(text, ground).arg(reached)));
    }
}

void ContrastTest::controlsCanBeSeen()
{
    dress();
    for (const QString &token : { u"outline"_s, u"accent"_s, u"danger"_s, u"warn"_s }) {
        for (const QString &ground : { u"paper"_s, u"surface"_s }) {
            const double reached = ratio(colour(token), colour(ground));
            QVERIFY2(reached >= 3, qPrintable(u"%1 on %2: %3"_s.arg(token, ground).arg(reached)));
        }
    }
    QVERIFY(ratio(colour(u"accent"_s), colour(u"tint"_s))
        >= 3); // the focus ring on a chip, the check on a chosen row
    QVERIFY2(ratio(colour(u"outline"_s), colour(u"tint"_s)) >= 2.5,
        qPrintable(QString::number(ratio(colour(u"outline"_s), colour(u"tint"_s)))));
}

void ContrastTest::initialsCanBeReadOnEveryHue()
{
    dress();
    QObject *theme = m_theme->property("theme").value<QObject *>();
    const double wash = theme->property("hueWash").toDouble();
    for (int index = 0; index < 12; ++index) {
        QColor tone;
        QVERIFY(QMetaObject::invokeMethod(theme, "hue", Q_RETURN_ARG(QColor, tone), Q_ARG(int, index)));
        QVERIFY(tone.isValid());
        QVERIFY2(ratio(tone, colour(u"paper"_s)) >= 3,
            qPrintable(u"dot %1: %2"_s.arg(index).arg(ratio(tone, colour(u"paper"_s)))));
        tone.setAlphaF(float(wash));
        QVERIFY2(ratio(colour(u"ink"_s), over(tone, colour(u"paper"_s))) >= 4.5,
            qPrintable(QString::number(index)));
    }
}

QTEST_MAIN(ContrastTest)
#include "contrast_test.moc"
