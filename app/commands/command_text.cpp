#include "app/commands/command_text.h"

#include "app/viewmodels/amount_text.h"
#include "app/viewmodels/category_text.h"
#include "app/viewmodels/unit_text.h"
#include "core/model/decimal.h"
#include "core/model/money.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtCore/QTextBoundaryFinder>

#include <algorithm>
#include <array>

namespace larder::app {

using namespace Qt::StringLiterals;

QString plainText(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        const bool turns
            = (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
        const bool breaks = c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        if (c.category() == QChar::Other_Control || breaks) {
            plain.append(u' ');
        } else if (!turns) {
            plain.append(c);
        }
    }
    return plain;
}

// The wide blocks of Unicode's East Asian Width, and the pictures, coarsely.
static bool isWide(char32_t c)
{
    static constexpr std::array<std::pair<char32_t, char32_t>, 9> kWide { { { 0x1100, 0x115F },
        { 0x2E80, 0x303E }, { 0x3041, 0xA4CF }, { 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF }, { 0xFE30, 0xFE6F },
        { 0xFF00, 0xFF60 }, { 0x1F300, 0x1FAFF }, { 0x20000, 0x3FFFD } } };
    return std::any_of(
        kWide.begin(), kWide.end(), [c](const auto &block) { return c >= block.first && c <= block.second; });
}

int columnsOf(const QString &text)
{
    int columns = 0;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0, to = letters.toNextBoundary(); to > from;
         from = to, to = letters.toNextBoundary()) {
        const auto points = QStringView(text).mid(from, to - from).toUcs4();
        columns += isWide(points.value(0)) ? 2 : 1;
    }
    return columns;
}

namespace {

struct Style {
    Looks looks;

    QString bold(const QString &text) const { return wrap(text, u"1"_s); }
    QString dim(const QString &text) const { return wrap(text, u"2"_s); }

private:
    QString wrap(const QString &text, const QString &code) const
    {
        return looks == Looks::Terminal ? u"\x1b["_s + code + u'm' + text + u"\x1b[0m"_s : text;
    }
};

QString padded(const QString &text, int columns)
{
    return text + QString(qMax(0, columns - columnsOf(text)), u' ');
}

QString amountOf(const QJsonObject &item)
{
    const auto quantity = model::Thousandths::parse(item.value("quantity"_L1).toString());
    return amountText(
        quantity ? std::optional(*quantity) : std::nullopt, plainText(item.value("unit"_L1).toString()));
}

QString detailOf(const QJsonObject &item)
{
    QStringList parts;
    if (const QString note = plainText(item.value("note"_L1).toString()).simplified(); !note.isEmpty()) {
        parts.append(note);
    }
    const QString currency = item.value("currency"_L1).toString();
    const auto known = model::Currency::fromCode(currency);
    if (const auto price
        = model::parseDecimal(item.value("price"_L1).toString(), known ? known->digits() : 2)) {
        parts.append(moneyText(*price, currency));
    }
    return parts.join(u" · "_s);
}

QString nameOf(const QJsonObject &json)
{
    return plainText(json.value("name"_L1).toString()).simplified();
}

// "2 kg apples"
QString phraseOf(const QJsonObject &item)
{
    const QString amount = amountOf(item);
    return amount.isEmpty() ? nameOf(item) : amount + u' ' + nameOf(item);
}

QString listText(const CommandRequest &request, const QJsonObject &json, const Style &style)
{
    const QJsonObject list = json.value("list"_L1).toObject();
    const QJsonArray items = json.value("items"_L1).toArray();
    const int left = list.value("left"_L1).toInt();
    const int checked = list.value("checked"_L1).toInt();
    QString text = style.bold(nameOf(list));
    text += style.dim(u" · "_s
        + (left == 0 && checked > 0 ? u"all done"_s
                : left == 0         ? u"nothing on it"_s
                                    : u"%1 left"_s.arg(left))
        + (checked > 0 ? u", %1 checked"_s.arg(checked) : QString()));
    text += u'\n';
    int numbers = 1;
    int amounts = 0;
    int names = 0;
    for (const QJsonValue &each : items) {
        const QJsonObject item = each.toObject();
        numbers = qMax(numbers, int(QString::number(item.value("number"_L1).toInt()).size()));
        amounts = qMax(amounts, columnsOf(amountOf(item)));
        names = qMax(names, columnsOf(nameOf(item)));
    }
    QString section;
    for (const QJsonValue &each : items) {
        const QJsonObject item = each.toObject();
        const bool done = item.value("checked"_L1).toBool();
        const QString title
            = done ? u"Checked"_s : plainText(categoryTitle(item.value("category"_L1).toString()));
        if (title != section) {
            text += u'\n' + style.bold(title) + u'\n';
            section = title;
        }
        QString line
            = u"  "_s + QString::number(item.value("number"_L1).toInt()).rightJustified(numbers) + u"  "_s;
        if (amounts > 0) {
            line += padded(amountOf(item), amounts) + u"  "_s;
        }
        const QString detail = detailOf(item);
        line += detail.isEmpty() ? nameOf(item)
                                 : QString(padded(nameOf(item), names) + u"  "_s + style.dim(detail));
        text += (done ? style.dim(line) : line) + u'\n';
    }
    if (items.isEmpty() && checked > 0 && !request.has("all"_L1)) {
        text += style.dim(u"'larder list --all' shows what is checked."_s) + u'\n';
    }
    return text;
}

QString listsText(const QJsonObject &json, const Style &style)
{
    const QJsonArray lists = json.value("lists"_L1).toArray();
    if (lists.isEmpty()) {
        return u"There is no list yet. Make one: larder add milk\n"_s;
    }
    int names = 0;
    for (const QJsonValue &each : lists) {
        names = qMax(names, columnsOf(nameOf(each.toObject())));
    }
    QString text;
    for (const QJsonValue &each : lists) {
        const QJsonObject list = each.toObject();
        const int checked = list.value("checked"_L1).toInt();
        const QString name = padded(nameOf(list), names);
        text += (list.value("default"_L1).toBool() ? u"* "_s + style.bold(name) : u"  "_s + name)
            + style.dim(u"  %1 left"_s.arg(list.value("left"_L1).toInt())
                + (checked > 0 ? u", %1 checked"_s.arg(checked) : QString())
                + (list.value("role"_L1) == "viewer"_L1 ? u", to look at only"_s : QString()))
            + u'\n';
    }
    return text;
}

// What came of an import, list by list, and of what is wrong as much as somebody reads.
QString importText(const QJsonObject &json, const Style &style)
{
    static constexpr int kShown = 20;
    const bool dryRun = json.value("dryRun"_L1).toBool();
    QString text;
    for (const QJsonValue &each : json.value("lists"_L1).toArray()) {
        const QJsonObject list = each.toObject();
        QStringList counts { u"%1 new"_s.arg(list.value("added"_L1).toInt()) };
        if (const int merged = list.value("merged"_L1).toInt(); merged > 0) {
            counts.append(u"%1 merged with what is there"_s.arg(merged));
        }
        if (const int left = list.value("leftOut"_L1).toInt(); left > 0) {
            counts.append(u"%1 checked and left out"_s.arg(left));
        }
        text += style.bold(nameOf(list)) + (list.value("made"_L1).toBool() ? u" (a new list): "_s : u": "_s)
            + counts.join(u", "_s) + u'\n';
    }
    int shown = 0;
    for (const QJsonValue &each : json.value("unreadable"_L1).toArray()) {
        const QJsonObject line = each.toObject();
        if (line.value("line"_L1).toInt() == 0 || shown++ == kShown) {
            break;
        }
        const QString excerpt = plainText(line.value("excerpt"_L1).toString());
        text += plainText(line.value("message"_L1).toString())
            + (excerpt.isEmpty() ? QString() : style.dim(u"  "_s + excerpt)) + u'\n';
    }
    if (const int more = json.value("unreadableCount"_L1).toInt() - kShown; more > 0 && shown > kShown) {
        text += u"And %1 more that can't be read.\n"_s.arg(more);
    }
    return dryRun && !text.isEmpty() ? QString(text + u"Nothing was changed.\n"_s) : text;
}

QString exportText(const CommandRequest &request, const QJsonObject &json, Looks looks)
{
    if (json.value("file"_L1).isUndefined()) {
        const QString content = json.value("content"_L1).toString();
        if (looks == Looks::Plain) {
            return content;
        }
        QStringList lines = content.split(u'\n');
        std::ranges::transform(lines, lines.begin(), plainText);
        return lines.join(u'\n');
    }
    QString text;
    for (const QJsonValue &each : json.value("lists"_L1).toArray()) {
        text += u"Wrote %1 to %2.\n"_s.arg(nameOf(each.toObject()), plainText(request.words.value(0)));
    }
    return text;
}

QString sentences(const QJsonObject &json, QLatin1StringView key, const QString &pattern)
{
    QString text;
    const QString list = nameOf(json.value("list"_L1).toObject());
    for (const QJsonValue &each : json.value(key).toArray()) {
        text += pattern.arg(phraseOf(each.toObject()), list) + u'\n';
    }
    return text;
}

QString statusText(const QJsonObject &json, const Style &style)
{
    static constexpr std::array kPhases = {
        std::pair { "signed-out"_L1, "Nobody is signed in; the lists stay on this device."_L1 },
        std::pair { "offline"_L1, "Offline."_L1 },
        std::pair { "connecting"_L1, "Connecting to the server."_L1 },
        std::pair { "catching-up"_L1, "Catching up with the server."_L1 },
        std::pair { "live"_L1, "In touch with the server."_L1 },
        std::pair {
            "not-running"_L1, "Larder is not running; 'larder sync' brings the changes to the server."_L1 },
    };
    QString text;
    const QString phase = json.value("phase"_L1).toString();
    for (const auto &[name, sentence] : kPhases) {
        text += name == phase ? style.bold(sentence) + u'\n' : QString();
    }
    const auto line = [&](const QString &label, const QString &value) {
        text += value.isEmpty() ? QString() : QString(label.leftJustified(24) + value + u'\n');
    };
    if (json.value("offlineByChoice"_L1).toBool()) {
        line(u"Why"_s, u"Larder was told to stay offline."_s);
    } else {
        line(u"Why"_s, json.value("why"_L1).toString());
    }
    line(u"Account"_s, plainText(json.value("account"_L1).toString()));
    line(u"Server"_s, plainText(json.value("server"_L1).toString()));
    const QDateTime last = QDateTime::fromString(json.value("lastSync"_L1).toString(), Qt::ISODate);
    line(u"Last synchronised"_s,
        last.isValid() ? QLocale().toString(last.toLocalTime(), QLocale::ShortFormat) : QString());
    line(u"Lists"_s, QString::number(json.value("lists"_L1).toInt()));
    line(u"Waiting to be sent"_s, QString::number(json.value("queued"_L1).toInt()));
    line(u"Refused"_s, QString::number(json.value("failures"_L1).toInt()));
    line(u"Changed by two people"_s, QString::number(json.value("conflicts"_L1).toInt()));
    return text;
}

QString composed(const CommandRequest &request, const CommandAnswer &answer, Looks looks)
{
    const Style style { looks };
    const QJsonObject &json = answer.json;
    switch (request.verb) {
    case Verb::Add:
        return sentences(json, "added"_L1, u"Added %1 to %2."_s);
    case Verb::List:
        return answer.exit == Exit::Done ? listText(request, json, style) : QString();
    case Verb::Check:
        return sentences(json, "checked"_L1, u"Checked %1 on %2."_s)
            + sentences(json, "already"_L1, u"%1 on %2 was checked already."_s);
    case Verb::Uncheck:
        return sentences(json, "unchecked"_L1, u"Unchecked %1 on %2."_s)
            + sentences(json, "already"_L1, u"%1 on %2 was not checked."_s);
    case Verb::Remove:
        return sentences(json, "removed"_L1, u"Removed %1 from %2."_s);
    case Verb::Lists:
        return answer.exit == Exit::Done ? listsText(json, style) : QString();
    case Verb::Export:
        return answer.exit == Exit::Done ? exportText(request, json, looks) : QString();
    case Verb::Import:
        return importText(json, style);
    case Verb::Sync:
        return answer.exit == Exit::Done ? u"Everything is synchronised.\n"_s : QString();
    case Verb::Status:
        return answer.exit == Exit::Done ? statusText(json, style) : QString();
    case Verb::Complete:
        break;
    }
    // The shells know files better than anybody.
    QString text = json.value("files"_L1).toBool() ? u":files\n"_s : QString();
    for (const QJsonValue &each : json.value("candidates"_L1).toArray()) {
        const QString says = plainText(each.toObject().value("says"_L1).toString());
        text += plainText(each.toObject().value("value"_L1).toString())
            + (says.isEmpty() ? QString() : u'\t' + says) + u'\n';
    }
    return text;
}

} // namespace

// What keeps an amount on one line of a page is a blank to whoever searches the text.
QString textOf(const CommandRequest &request, const CommandAnswer &answer, Looks looks)
{
    if (request.verb == Verb::Export) {
        return composed(request, answer, looks);
    }
    return composed(request, answer, looks).replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ');
}

} // namespace larder::app
