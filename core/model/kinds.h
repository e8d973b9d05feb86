// THE field table: every kind of record and every field, once.
//
// The wire codec, validation, both SQL schemas, the merge and the REST JSON follow it; a test holds the
// migrated schemas against it. Numbers are for ever: a kind or field keeps its number, a removed one leaves
// it unused. A new field says since which protocol version it exists, and gets a migration in both dialects.
#pragma once

#include <QtCore/QLatin1StringView>

#include <span>

namespace larder::model {

enum class Kind : quint16 { List = 1, Item = 2, Member = 3, Shop = 4, Purchase = 5 };

using FieldNumber = quint16;

// Every kind has this field: deletion is a register like any other.
inline constexpr FieldNumber kDeleted = 0;

namespace list {
inline constexpr FieldNumber kName = 1, kIcon = 2, kColor = 3, kCurrency = 4, kBudget = 5, kArchived = 6;
}
namespace item {
inline constexpr FieldNumber kName = 1, kQuantity = 2, kUnit = 3, kCategory = 4, kNote = 5, kPrice = 6,
                             kCurrency = 7, kChecked = 8, kPosition = 9, kAssignee = 10, kTyped = 11,
                             kPhoto = 12, // SHA-256 of the picture, in hex
    kBarcode = 13; // as core/grocery/barcode.h writes it
}
namespace member { // its record id is the user's id
inline constexpr FieldNumber kRole = 1, kName = 2;
}
namespace shop { // where a list is shopped
inline constexpr FieldNumber kName = 1;
inline constexpr FieldNumber kOrder = 2; // the categories on the way through it, one a line
} // namespace shop
namespace purchase { // what was checked on one day; stays when the item goes
inline constexpr FieldNumber kItem = 1, kName = 2, kQuantity = 3, kUnit = 4, kCategory = 5, kPrice = 6,
                             kCurrency = 7, kShop = 8, kBought = 9, // microseconds since 1970
    kBarcode = 10;
}

enum class FieldType : quint8 { Bool, Integer, Text, Id };
enum class Writer : quint8 { Editor, Server };
enum class Presence : quint8 { Optional, Required };

struct Field {
    FieldNumber number;
    QLatin1StringView name; // its SQL column and its JSON key
    FieldType type;
    Presence presence; // Required: never null, and a record without it is Incomplete
    qint64 min; // Integer: the value; Text: Unicode code points after trimming; otherwise unused
    qint64 max;
    int since; // protocol version
};

struct KindInfo {
    Kind kind;
    QLatin1StringView name; // its SQL table and its JSON name
    Writer writer;
    int since;
    std::span<const Field> fields; // by number, without gaps, from kDeleted

    const Field *find(FieldNumber number) const { return number < fields.size() ? &fields[number] : nullptr; }
    const Field *find(QStringView fieldName) const;
};

std::span<const KindInfo> kinds();
// nullptr for a kind that this version does not know.
const KindInfo *findKind(Kind kind);
const KindInfo *findKind(QStringView name);

} // namespace larder::model
