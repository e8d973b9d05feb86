// Reads lists out of a file that Larder or another program made, or that somebody wrote by hand.
//
// The format is told by what the bytes look like, with the file's name only where they leave it open. Nothing
// is lost in silence: what can't be read costs only itself and is told by its line. The bounds are those of
// core/limits.h and of the field table; a name that is too long is unreadable and not cut. docs/export.md
// says what is read of each format and where the knowledge of it comes from. A pure function; a file of the
// largest size takes about a second, so a window calls it on another thread.
#pragma once

#include "core/exchange/exported_list.h"
#include "core/grocery/catalogue.h"
#include "core/grocery/entry_parser.h"

#include <QtCore/QByteArrayView>

namespace larder::exchange {

enum class ImportFormat : quint8 {
    Unknown, // nothing that we read: see the unreadable row
    LarderJson,
    LarderCsv,
    Markdown,
    Text,
    KitchenOwl,
    Bring,
    AnyList,
    GoogleKeep,
    GoogleTasks,
    Csv, // somebody else's, with a header that we understand
    Recipe, // schema.org's ingredients, of a page or alone
};

enum class WhyUnreadable : quint8 {
    FileTooLarge, // line 0: the whole file
    NotText, // line 0: an archive, a picture
    UnknownFormat, // line 0: JSON or a web page of something else
    NewerVersion, // line 0: Larder's own, of a version to come
    BrokenSyntax, // JSON or CSV that ends too early, or says what can't be said there
    NoName,
    NameTooLong,
    NoteTooLong,
    CategoryTooLong,
    UnitTooLong,
    BadQuantity, // no number, or one that no item can have
    BadPrice,
    BadCurrency,
    BadBarcode, // longer than a field holds, or not printable. The item is imported without it.
    BadDetail, // of a list: its icon, colour or budget; of a shop. The list is imported without it.
    TooManyItems, // of one list
    TooManyLists,
};

struct Unreadable {
    int line = 0; // from 1; 0: the whole file
    QString excerpt; // its beginning, to be recognised by
    WhyUnreadable why = WhyUnreadable::BrokenSyntax;

    friend bool operator==(const Unreadable &, const Unreadable &) = default;
};

struct ImportedItem {
    int line = 0; // where it begins, from 1
    ExportedItem item;
    QString typed; // of formats that the entry parser reads: the line, for the item's `typed`

    friend bool operator==(const ImportedItem &, const ImportedItem &) = default;
};

struct ImportedList {
    ListDetails details; // the name: as the file says, else the file's own without its ending
    std::vector<ImportedItem> items;

    friend bool operator==(const ImportedList &, const ImportedList &) = default;
};

struct Import {
    ImportFormat format = ImportFormat::Unknown;
    std::vector<ImportedList> lists; // also empty ones that the file names
    std::vector<Unreadable> unreadable; // by line; the first limits::kImportUnreadable
    int unreadableCount = 0; // of all

    friend bool operator==(const Import &, const Import &) = default;
};

struct ImportContext {
    grocery::Language language = grocery::Language::English;
    const grocery::Catalogue *catalogue = nullptr; // for names of apps that keep keys; may be missing
    grocery::EntryHabits habits; // the currency of the list that is imported to, and how numbers are written
};

Import readImport(QByteArrayView bytes, const QString &fileName, const ImportContext &context);

} // namespace larder::exchange
