#include "core/exchange/read_lines.h"

#include "core/exchange/decoded_text.h"
#include "core/model/kinds.h"

#include <algorithm>

namespace larder::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kBullets = u"-*+•–·◦▪‣●○";
constexpr QStringView kOpenBoxes = u"☐□◻⬜";
constexpr QStringView kTickedBoxes = u"☑☒✓✔✅";
constexpr QStringView kEscapable = u"\\`*_{}[]<>()#+-.!|~&=";
constexpr char16_t kEmojiStyle = 0xfe0f;

// One of a row of the same character, at least three of them.
bool isRowOf(QStringView line, QChar c)
{
    const QStringView row = line.trimmed();
    return row.size() >= 3 && std::ranges::all_of(row, [c](QChar each) { return each == c; });
}

// The level of "## Dairy"; 0 for what is no heading.
qsizetype headingLevel(QStringView line)
{
    qsizetype level = 0;
    while (level < line.size() && line[level] == u'#') {
        ++level;
    }
    return level <= 6 && level < line.size() && line[level] == u' ' ? level : 0;
}

struct Marked {
    QStringView text;
    bool bulleted = false;
    bool boxed = false;
    bool checked = false;
};

Marked withoutMarks(QStringView line)
{
    Marked result { line.trimmed() };
    QStringView &text = result.text;
    if (text.size() > 1 && kBullets.contains(text[0]) && text[1] == u' ') {
        result.bulleted = true;
        text = text.sliced(2).trimmed();
    }
    if (text.size() > 2 && text[0] == u'[' && text[2] == u']' && (text.size() == 3 || text[3] == u' ')
        && QStringView(u" xX✓✔").contains(text[1])) {
        result.boxed = true;
        result.checked = text[1] != u' ';
        text = text.sliced(3).trimmed();
    } else if (!text.isEmpty() && (kOpenBoxes.contains(text[0]) || kTickedBoxes.contains(text[0]))) {
        result.boxed = true;
        result.checked = kTickedBoxes.contains(text[0]);
        text = text.sliced(text.size() > 1 && text[1] == kEmojiStyle ? 2 : 1).trimmed();
    }
    if (text.size() > 4 && text.startsWith(u"~~") && text.endsWith(u"~~")) {
        result.checked = true;
        text = text.sliced(2).chopped(2).trimmed();
    }
    if (text.size() > 4 && text.startsWith(u"**") && text.endsWith(u"**")) {
        text = text.sliced(2).chopped(2).trimmed();
    }
    return result;
}

bool isMarkdownLine(QStringView line)
{
    const Marked marked = withoutMarks(line);
    return headingLevel(line) > 0 || (marked.bulleted && marked.boxed);
}

bool isMarkdown(QStringView text, const QString &fileEnding)
{
    if (fileEnding == u"md" || fileEnding == u"markdown") {
        return true;
    }
    TextLines lines(text);
    while (const auto line = lines.next()) {
        if (isMarkdownLine(line->text)) {
            return true;
        }
    }
    return false;
}

bool isInCapitals(QStringView line)
{
    return std::ranges::any_of(line, [](QChar c) { return c.isUpper(); })
        && std::ranges::none_of(line, [](QChar c) { return c.isLower(); });
}

// What a text is as a whole, from which its lines are understood.
struct Outline {
    bool titled = false; // its first line stands alone, above nothing but bullets and boxes
    bool anyList = false; // besides, headings are in capitals and all bullets are dots
};

Outline outlineOf(QStringView text)
{
    TextLines lines(text);
    auto line = lines.next();
    while (line && line->text.trimmed().isEmpty()) {
        line = lines.next();
    }
    const auto below = line ? lines.next() : std::nullopt;
    const QStringView title = line ? line->text.trimmed() : QStringView();
    const Marked first = withoutMarks(title);
    if (!below || !below->text.trimmed().isEmpty() || first.bulleted || first.boxed || headingLevel(title) > 0
        || title.endsWith(u':')) {
        return {};
    }
    int marked = 0;
    Outline outline { true, true };
    while (const auto each = lines.next()) {
        const QStringView said = each->text.trimmed();
        const Marked marks = withoutMarks(said);
        const bool isItem = marks.bulleted || marks.boxed;
        marked += isItem;
        outline.anyList = outline.anyList && (!isItem || said.startsWith(u'•'));
        outline.titled = outline.titled && (isItem || said.isEmpty() || isInCapitals(said));
        if (!outline.titled) {
            return {};
        }
    }
    return marked > 0 ? outline : Outline();
}

QString withoutEscapes(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool escapes = text[at] == u'\\' && at + 1 < text.size() && kEscapable.contains(text[at + 1]);
        result += text[at += escapes];
    }
    return result;
}

class LineReader {
public:
    LineReader(ImportBuilder &builder, bool markdown, Outline outline)
        : m_builder(builder)
        , m_markdown(markdown)
        , m_outline(outline)
    {
    }

    void read(QStringView text);

private:
    // How many lines it took.
    int readLine(const TextLine &line, const std::optional<TextLine> &below);
    void beginItem(const TextLine &line, const Marked &marked);
    void finishItem();
    void takeCategory(const TextLine &line, QStringView name);
    QString plain(QStringView text) const { return m_markdown ? withoutEscapes(text) : text.toString(); }

    ImportBuilder &m_builder;
    const bool m_markdown;
    Outline m_outline;
    QString m_category;
    struct Pending {
        TextLine line;
        QString typed;
        Beside beside;
        bool hasNote = false;
    };
    std::optional<Pending> m_pending;
};

void LineReader::finishItem()
{
    if (m_pending) {
        m_builder.addTyped(m_pending->line.number, m_pending->typed, m_pending->beside);
        m_pending.reset();
    }
}

void LineReader::beginItem(const TextLine &line, const Marked &marked)
{
    finishItem();
    m_pending = Pending { line, plain(marked.text), { marked.checked, m_category, {} } };
}

void LineReader::takeCategory(const TextLine &line, QStringView name)
{
    finishItem();
    m_category = importedText(plain(name.trimmed()));
    if (m_category.size() > model::findKind(model::Kind::Item)->find(model::item::kCategory)->max) {
        m_builder.complain(line.number, line.text, WhyUnreadable::CategoryTooLong);
        m_category.clear();
    }
}

int LineReader::readLine(const TextLine &line, const std::optional<TextLine> &below)
{
    const QStringView text = line.text.trimmed();
    if (text.isEmpty()) {
        return 1;
    }
    const qsizetype level = headingLevel(text);
    const bool underlined = below && isRowOf(below->text, u'=');
    const bool title = std::exchange(m_outline.titled, false);
    if (level == 1 || underlined || title) {
        finishItem();
        m_category.clear();
        m_builder.continueList(line.number, plain(text.sliced(level)));
        return underlined ? 2 : 1;
    }
    if (level > 1) {
        takeCategory(line, text.sliced(level));
        return 1;
    }
    if (m_outline.anyList && isInCapitals(text) && !text.startsWith(u'•')) {
        const QString name = text.toString().toLower();
        takeCategory(line, QString(name.first(1).toUpper() + name.mid(1)));
        return 1;
    }
    if (isRowOf(text, u'-') || isRowOf(text, u'*') || isRowOf(text, u'_') || isRowOf(text, u'=')) {
        return 1;
    }
    if (text.startsWith(u'>') && m_pending) {
        const QStringView said = line.text.mid(line.text.indexOf(u'>') + 1);
        QString &note = m_pending->beside.note;
        note += m_pending->hasNote ? u"\n"_s : QString();
        note += plain(said.mid(said.startsWith(u' ') ? 1 : 0));
        m_pending->hasNote = true;
        return 1;
    }
    const Marked marked = withoutMarks(text);
    if (text.endsWith(u':') && text.size() > 1 && !marked.bulleted && !marked.boxed) {
        takeCategory(line, text.chopped(1));
        return 1;
    }
    beginItem(line, marked);
    return 1;
}

void LineReader::read(QStringView text)
{
    TextLines lines(text);
    auto line = lines.next();
    while (line) {
        auto below = lines.next();
        const int taken = readLine(*line, below);
        line = taken == 1 ? below : lines.next();
    }
    finishItem();
}

} // namespace

void readLines(QStringView text, const QString &fileEnding, ImportBuilder &builder)
{
    const bool markdown = isMarkdown(text, fileEnding);
    const Outline outline = markdown ? Outline() : outlineOf(text);
    builder.setFormat(markdown ? ImportFormat::Markdown
            : outline.anyList  ? ImportFormat::AnyList
                               : ImportFormat::Text);
    LineReader(builder, markdown, outline).read(text);
}

} // namespace larder::exchange
