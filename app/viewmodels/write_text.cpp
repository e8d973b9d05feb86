#include "app/viewmodels/write_text.h"

#include "app/viewmodels/field_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <algorithm>

namespace larder::app {

using namespace Qt::StringLiterals;
using model::Kind;
using model::Register;

namespace {

struct WriteText {
    Q_DECLARE_TR_FUNCTIONS(WriteText)
};

// What only the program reads: where an item stands among others, and how it was typed.
bool isForPeople(Kind kind, model::FieldNumber field)
{
    return kind != Kind::Item || (field != model::item::kPosition && field != model::item::kTyped);
}

const Register *find(const protocol::Write &write, model::FieldNumber field)
{
    const auto at = std::ranges::find(write.registers, field, &Register::field);
    return at == write.registers.end() ? nullptr : &*at;
}

QString fieldLine(Kind kind, const Register &reg)
{
    return WriteText::tr("%1: %2", "a field and its value")
        .arg(fieldTitle(kind, reg.field), fieldText(kind, reg.field, reg.value));
}

} // namespace

QString writtenName(const protocol::Write &write)
{
    const Register *name
        = find(write, write.key.kind == Kind::List ? model::list::kName : model::item::kName);
    const QString *words = name ? std::get_if<QString>(&name->value) : nullptr;
    const bool named = write.key.kind == Kind::List || write.key.kind == Kind::Item;
    return named && words ? *words : QString();
}

QString writeSentence(const protocol::Write &write, WriteTo to)
{
    const Kind kind = write.key.kind;
    if (const Register *deleted = find(write, model::kDeleted)) {
        return deleted->value == model::Value(true) ? WriteText::tr("Deleted")
                                                    : WriteText::tr("Brought back");
    }
    if (kind == Kind::Shop) {
        return WriteText::tr("A shop, or its way");
    }
    if (to == WriteTo::New) {
        return kind == Kind::List ? WriteText::tr("New list") : WriteText::tr("Added");
    }
    QStringList lines;
    for (const Register &reg : write.registers) {
        if (kind == Kind::Item && reg.field == model::item::kChecked) {
            lines.append(
                reg.value == model::Value(true) ? WriteText::tr("Checked") : WriteText::tr("Unchecked"));
        } else if (isForPeople(kind, reg.field)) {
            lines.append(fieldLine(kind, reg));
        }
    }
    return lines.isEmpty() ? WriteText::tr("Moved") : lines.join(u", "_s);
}

QString writeAsText(const protocol::Write &write, const QString &name)
{
    QStringList lines { name };
    for (const Register &reg : write.registers) {
        const bool isName = writtenName(write) == name && reg.value == model::Value(name);
        if (isForPeople(write.key.kind, reg.field) && !isName) {
            lines.append(fieldLine(write.key.kind, reg));
        }
    }
    return lines.join(u'\n');
}

} // namespace larder::app
