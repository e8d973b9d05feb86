#include "core/exchange/read_recipe.h"

#include "core/exchange/read_json.h"

#include <algorithm>
#include <array>

namespace larder::exchange {

using namespace Qt::StringLiterals;
using Value = JsonTree::Value;

namespace {

constexpr qsizetype kEntityChars = 10;

struct Entity {
    QLatin1StringView name;
    char16_t character;
};
constexpr std::array kEntities = { Entity { "amp"_L1, u'&' }, Entity { "lt"_L1, u'<' },
    Entity { "gt"_L1, u'>' }, Entity { "quot"_L1, u'"' }, Entity { "apos"_L1, u'\'' },
    Entity { "nbsp"_L1, u' ' }, Entity { "frac12"_L1, u'½' }, Entity { "frac14"_L1, u'¼' },
    Entity { "frac34"_L1, u'¾' }, Entity { "frac13"_L1, u'⅓' }, Entity { "frac23"_L1, u'⅔' },
    Entity { "deg"_L1, u'°' }, Entity { "ndash"_L1, u'–' }, Entity { "mdash"_L1, u'—' },
    Entity { "rsquo"_L1, u'’' }, Entity { "lsquo"_L1, u'‘' }, Entity { "auml"_L1, u'ä' },
    Entity { "ouml"_L1, u'ö' }, Entity { "uuml"_L1, u'ü' }, Entity { "szlig"_L1, u'ß' },
    Entity { "eacute"_L1, u'é' }, Entity { "egrave"_L1, u'è' }, Entity { "agrave"_L1, u'à' },
    Entity { "ccedil"_L1, u'ç' }, Entity { "ntilde"_L1, u'ñ' }, Entity { "oelig"_L1, u'œ' } };

// "&#8217;", "&#x2019;", "&frac12;", without their marks.
QString entity(QStringView name)
{
    if (name.startsWith(u'#')) {
        const bool hex = name.mid(1, 1).compare(u"x", Qt::CaseInsensitive) == 0;
        bool isNumber = false;
        const uint code = name.mid(hex ? 2 : 1).toUInt(&isNumber, hex ? 16 : 10);
        const char32_t character = code;
        return isNumber && code > 0 && code <= 0x10ffff ? QString::fromUcs4(&character, 1) : QString();
    }
    const auto known
        = std::ranges::find_if(kEntities, [name](const Entity &each) { return name == each.name; });
    return known == kEntities.end() ? QString() : QString(QChar(known->character));
}

// Some pages leave tags and entities in what should be plain.
QString plain(const QString &text)
{
    QString result;
    bool inTag = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool opens
            = text[at] == u'<' && at + 1 < text.size() && (text[at + 1].isLetter() || text[at + 1] == u'/');
        inTag = inTag || opens;
        const qsizetype end = text[at] == u'&' ? QStringView(text).mid(at, kEntityChars).indexOf(u';') : -1;
        const QString said = end > 1 ? entity(QStringView(text).mid(at + 1, end - 1)) : QString();
        if (!inTag) {
            result += said.isEmpty() ? QString(text[at]) : said;
            at += said.isEmpty() ? 0 : end;
        }
        inTag = inTag && text[at] != u'>';
    }
    return result.simplified();
}

Value ingredientsOf(const Value &value)
{
    const Value ingredients = value.find(u"recipeIngredient");
    return ingredients.exists() ? ingredients : value.find(u"ingredients");
}

bool isRecipe(const Value &value)
{
    const Value ingredients = ingredientsOf(value);
    const Value type = value.find(u"@type");
    bool named = type.text() == u"Recipe";
    for (Value each = type.first(); each.exists(); each = each.next()) {
        named = named || each.text() == u"Recipe";
    }
    return named && ingredients.exists();
}

// Calls for each recipe that isn't inside of another one.
template<typename Take> void eachRecipe(const Value &value, Take take)
{
    if (isRecipe(value)) {
        take(value);
        return;
    }
    for (Value each = value.first(); each.exists(); each = each.next()) {
        eachRecipe(each, take);
    }
}

void readRecipe(const Value &recipe, ImportBuilder &builder)
{
    ListDetails details;
    details.name = plain(recipe.find(u"name").text());
    builder.beginList(recipe.line(), std::move(details));
    const Value ingredients = ingredientsOf(recipe);
    if (!ingredients.isArray()) {
        builder.addTyped(ingredients.line(), plain(ingredients.text()), {});
        return;
    }
    for (Value each = ingredients.first(); each.exists(); each = each.next()) {
        builder.addTyped(each.line(), plain(each.text()), {});
    }
}

// Where the text of the next script of that type begins, and ends.
struct Script {
    qsizetype begin = 0;
    qsizetype end = 0;
};
std::optional<Script> nextScript(QStringView page, qsizetype from)
{
    for (;;) {
        const qsizetype tag = page.indexOf(u"<script", from, Qt::CaseInsensitive);
        const qsizetype begin = tag < 0 ? -1 : page.indexOf(u'>', tag);
        if (begin < 0) {
            return std::nullopt;
        }
        const qsizetype end = page.indexOf(u"</script", begin, Qt::CaseInsensitive);
        const qsizetype to = end < 0 ? page.size() : end;
        if (page.sliced(tag, begin - tag).contains(u"application/ld+json", Qt::CaseInsensitive)) {
            return Script { begin + 1, to };
        }
        from = to;
    }
}

} // namespace

bool hasRecipe(const Value &root)
{
    bool found = false;
    eachRecipe(root, [&found](const Value &) { found = true; });
    return found;
}

void readRecipes(const Value &root, ImportBuilder &builder)
{
    eachRecipe(root, [&builder](const Value &recipe) { readRecipe(recipe, builder); });
}

bool isPage(QStringView text, const QString &fileEnding)
{
    const QStringView begin = text.trimmed();
    return begin.startsWith(u"<!doctype html", Qt::CaseInsensitive)
        || begin.startsWith(u"<html", Qt::CaseInsensitive)
        || (begin.startsWith(u'<') && (fileEnding == u"html" || fileEnding == u"htm"));
}

void readPage(QStringView text, ImportBuilder &builder)
{
    builder.setFormat(ImportFormat::Unknown);
    int line = 1;
    qsizetype counted = 0;
    for (auto script = nextScript(text, 0); script; script = nextScript(text, script->end)) {
        line += int(text.sliced(counted, script->begin - counted).count(u'\n'));
        counted = script->begin;
        const QStringView json = text.sliced(script->begin, script->end - script->begin);
        const JsonTree tree(json, line);
        if (hasRecipe(tree.root()) || (tree.problemCount() > 0 && json.contains(u"recipeIngredient"))) {
            builder.setFormat(ImportFormat::Recipe);
            complainOf(tree, builder);
            readRecipes(tree.root(), builder);
        }
    }
    if (builder.format() == ImportFormat::Unknown) {
        builder.complain(0, {}, WhyUnreadable::UnknownFormat);
    }
}

} // namespace larder::exchange
