// What there is to buy, in four languages: a category, the unit that it is usually bought in, and the names
// that people have for it. For suggestions, for guessing a category, and for knowing that "Äpfel" and
// "apples" are the same thing.
//
// It is read once from text and never changes. A line that is broken costs itself and is reported by its
// number. The file's name is the category; the columns, separated by tabs, are
//     key  unit  en  de  fr  es
//     milk-whole  l  Whole milk|Full-fat milk  Vollmilch  Lait entier  Leche entera
// with "-" for no unit, and of the names of a language the first for the one that is shown.
#pragma once

#include "core/grocery/name_index.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <array>
#include <optional>

namespace larder::grocery {

enum class Language : quint8 { English, German, French, Spanish };
inline constexpr std::size_t kLanguages = 4;
// By a locale's name, "de_AT"; English for a language that has no names here.
Language languageOf(QStringView locale);

struct Grocery {
    QString key;
    QString category;
    QString unit; // as core/grocery/units.h names it; empty: none
    QString name;

    friend bool operator==(const Grocery &, const Grocery &) = default;
};

struct CatalogueFile {
    QString category;
    QByteArray bytes;
};

struct UnreadLine {
    enum class Why : quint8 { Header, Columns, Key, RepeatedKey, Unit, Name, TooMany };

    QString category;
    int line = 0; // from 1
    Why why = Why::Columns;

    friend bool operator==(const UnreadLine &, const UnreadLine &) = default;
};

class Catalogue {
public:
    struct Reading;
    static Reading read(std::span<const CatalogueFile> files);

    int size() const { return int(m_entries.size()); }
    // With its first name in that language.
    Grocery at(int number, Language language) const;

    // The grocery that has this name in any language, whatever its case, accents and number. One that has it
    // in `language` comes before the others: "Pommes" are chips in German and apples in French.
    std::optional<int> find(QStringView name, Language language) const;
    // The same for a name that is folded already.
    std::optional<int> findFolded(QStringView folded, Language language) const;
    // Only with the name as it is, and only in that language.
    std::optional<int> findExactly(QStringView folded, Language language) const;

    // The names as the index numbers them, and what each belongs to.
    struct NameOf {
        int entry = 0;
        Language language = Language::English;
    };
    const NameIndex &names() const { return m_index; }
    NameOf nameOf(quint32 name) const { return { m_names[name].entry, m_names[name].language }; }
    QString shownName(quint32 name) const;
    // All its names in all languages, as they are numbered.
    struct NameRange {
        quint32 begin = 0;
        quint32 end = 0;
    };
    NameRange namesOf(int number) const;

    qsizetype bytes() const;

private:
    struct Name {
        quint32 at = 0; // in m_text
        quint16 length = 0;
        quint16 entry = 0;
        Language language = Language::English;
        bool first = false;
    };
    struct Entry {
        quint32 key = 0; // in m_text
        quint16 keyLength = 0;
        qint8 unit = -1;
        quint8 category = 0;
        std::array<quint32, kLanguages> names {}; // the first of each language
    };
    class Reader;

    template<typename Visit> void visitEqual(QStringView folded, Visit visit) const;
    void fillTable();

    QByteArray m_text; // UTF-8
    QStringList m_categories;
    std::vector<Entry> m_entries;
    std::vector<Name> m_names; // numbered as in m_index
    NameIndex m_index;
    std::vector<quint32> m_table; // by the hash of the folded name: its number and one, or 0
};

struct Catalogue::Reading {
    Catalogue catalogue;
    std::vector<UnreadLine> unread;
};

} // namespace larder::grocery
