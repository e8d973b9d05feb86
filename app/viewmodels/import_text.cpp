#include "app/viewmodels/import_text.h"

#include "core/limits.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace larder::app {

using exchange::ImportFormat;
using exchange::WhyUnreadable;

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(ImportText)
};

static QString reason(WhyUnreadable why)
{
    switch (why) {
    case WhyUnreadable::FileTooLarge:
        return ImportText::tr("The file is larger than %1. Take it in parts.")
            .arg(QLocale().formattedDataSize(limits::kImportBytes, 0, QLocale::DataSizeTraditionalFormat));
    case WhyUnreadable::NotText:
        return ImportText::tr("This is no text. Export the list as text, CSV or JSON first.");
    case WhyUnreadable::UnknownFormat:
        return ImportText::tr("There is no list in it that Larder knows how to read.");
    case WhyUnreadable::NewerVersion:
        return ImportText::tr("A newer Larder made this file. Update Larder to read it.");
    case WhyUnreadable::BrokenSyntax:
        return ImportText::tr("This part is damaged.");
    case WhyUnreadable::NoName:
        return ImportText::tr("It has no name.");
    case WhyUnreadable::NameTooLong:
        return ImportText::tr("A name has at most 255 characters.");
    case WhyUnreadable::NoteTooLong:
        return ImportText::tr("A note has at most 4,000 characters.");
    case WhyUnreadable::CategoryTooLong:
        return ImportText::tr("The name of its category is too long.");
    case WhyUnreadable::UnitTooLong:
        return ImportText::tr("A unit has at most 32 characters.");
    case WhyUnreadable::BadQuantity:
        return ImportText::tr("How much is no number from 0.001 to 999,999.");
    case WhyUnreadable::BadPrice:
        return ImportText::tr("Its price is no amount of money.");
    case WhyUnreadable::BadCurrency:
        return ImportText::tr("Its currency is none that is in use.");
    case WhyUnreadable::BadBarcode:
        return ImportText::tr("Its barcode is none that can be kept; it comes without.");
    case WhyUnreadable::BadDetail:
        return ImportText::tr(
            "The look, the budget or a shop of the list can't be as it says; the list comes without.");
    case WhyUnreadable::TooManyItems:
        return ImportText::tr("A list holds at most %1 items.")
            .arg(QLocale().toString(limits::kRecordsPerSpace));
    case WhyUnreadable::TooManyLists:
        return ImportText::tr("A file brings at most %1 lists.")
            .arg(QLocale().toString(limits::kImportLists));
    }
    return {};
}

QString unreadableText(const exchange::Unreadable &unreadable)
{
    const QString why = reason(unreadable.why);
    return unreadable.line > 0 ? ImportText::tr("Line %1: %2").arg(QLocale().toString(unreadable.line), why)
                               : why;
}

QString formatText(ImportFormat format)
{
    switch (format) {
    case ImportFormat::Unknown:
        return ImportText::tr("nothing that Larder can read");
    case ImportFormat::LarderJson:
    case ImportFormat::LarderCsv:
        return ImportText::tr("an export of Larder's");
    case ImportFormat::Markdown:
        return ImportText::tr("a Markdown list");
    case ImportFormat::Text:
        return ImportText::tr("a text");
    case ImportFormat::KitchenOwl:
        return ImportText::tr("an export of KitchenOwl's");
    case ImportFormat::Bring:
        return ImportText::tr("a list of Bring!");
    case ImportFormat::AnyList:
        return ImportText::tr("a list of AnyList's");
    case ImportFormat::GoogleKeep:
        return ImportText::tr("a note of Google Keep's");
    case ImportFormat::GoogleTasks:
        return ImportText::tr("lists of Google Tasks");
    case ImportFormat::Csv:
        return ImportText::tr("a table");
    case ImportFormat::Recipe:
        return ImportText::tr("the ingredients of a recipe");
    }
    return {};
}

} // namespace larder::app
