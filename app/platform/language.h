// The language of the window: the texts, how numbers, money and dates are written, and from which side it is
// read.
//
// Follows the person's choice at once. What showed words before must ask for them again when it changed.
// Lives on the UI thread; made before anything that has words.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTranslator>

namespace larder::app {

class Preferences;

class Language final : public QObject {
    Q_OBJECT

public:
    explicit Language(const Preferences &preferences, QObject *parent = nullptr);
    ~Language() override;

    // Those one can choose, as ISO 639-1 codes.
    static QStringList codes();
    // What its speakers call a language.
    static QString ownName(const QString &code);
    // That of the texts, which is English where the system's language is none of ours.
    const QString &code() const { return m_code; }

Q_SIGNALS:
    void changed();

private:
    void use(const QString &chosen);

    QTranslator m_translator;
    QTranslator m_qtTranslator; // the names of keys
    QString m_chosen;
    QString m_code;
};

} // namespace larder::app
