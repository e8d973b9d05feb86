#include "app/platform/language.h"

#include "app/platform/preferences.h"
#include "core/logging.h"

#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtGui/QGuiApplication>

#include <algorithm>
#include <array>

namespace larder::app {

using namespace Qt::StringLiterals;

struct Known {
    const char *code;
    const char16_t *name;
};
static constexpr std::array kKnown = {
    Known { "en", u"English" },
    Known { "de", u"Deutsch" },
    Known { "fr", u"Français" },
    Known { "es", u"Español" },
    Known { "ar", u"العربية" },
};

static QString codeOf(const QLocale &locale)
{
    return locale.name().section(u'_', 0, 0);
}

// The first of the system's languages that is one of ours.
static QString systemCode()
{
    for (const QString &wanted : QLocale::system().uiLanguages()) {
        if (const QString code = codeOf(QLocale(wanted)); Language::codes().contains(code)) {
            return code;
        }
    }
    return u"en"_s;
}

Language::Language(const Preferences &preferences, QObject *parent)
    : QObject(parent)
{
    use(preferences.language());
    connect(&preferences, &Preferences::changed, this, [this, &preferences] {
        if (preferences.language() != m_chosen) {
            use(preferences.language());
            Q_EMIT changed();
        }
    });
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
}

QStringList Language::codes()
{
    QStringList codes;
    for (const Known &known : kKnown) {
        codes.append(QString::fromLatin1(known.code));
    }
    return codes;
}

QString Language::ownName(const QString &code)
{
    const auto known = std::ranges::find_if(
        kKnown, [&](const Known &each) { return code == QLatin1StringView(each.code); });
    return known == kKnown.end() ? code : QString::fromUtf16(known->name);
}

void Language::use(const QString &chosen)
{
    m_chosen = chosen;
    m_code = codes().contains(chosen) ? chosen : systemCode();
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(u":/larder/translations/larder_"_s + m_code + u".qm"_s)) {
        QCoreApplication::installTranslator(&m_translator);
    } else {
        qCWarning(lcApp, "the texts in '%s' are not part of this program", qPrintable(m_code));
    }
    QCoreApplication::removeTranslator(&m_qtTranslator);
    // English is what Qt says without one.
    if (m_code != "en"_L1
        && m_qtTranslator.load(u"qtbase_"_s + m_code, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qtTranslator);
    }
    // A person's own region says how numbers and dates are written, as long as the language is theirs.
    const QLocale system = QLocale::system();
    const bool own = chosen.isEmpty() || codeOf(system) == m_code;
    const QLocale locale = own ? system : QLocale(m_code);
    QLocale::setDefault(locale);
    QGuiApplication::setLayoutDirection(QLocale(m_code).textDirection());
}

} // namespace larder::app
