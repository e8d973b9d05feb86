#include "core/exchange/json_tree.h"

#include "core/exchange/decoded_text.h"
#include "core/limits.h"

namespace larder::exchange {

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\r' || c == u'\t' || c == QChar::ByteOrderMark;
}

bool isWordly(QChar c)
{
    return c.isLetterOrNumber() || c == u'+' || c == u'-' || c == u'.';
}

bool isNumber(QStringView word)
{
    const bool digits = std::any_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits && std::all_of(word.begin(), word.end(), [](QChar c) {
        return QStringView(u"0123456789+-.eE").contains(c);
    });
}

// What an escape says, from behind its backslash; its length is at least one.
QString unescaped(QStringView escape, qsizetype &length)
{
    length = 1;
    switch (escape.isEmpty() ? u'\\' : escape[0].unicode()) {
    case u'b':
    case u'f':
        return {};
    case u'n':
        return QStringLiteral("\n");
    case u'r':
        return QStringLiteral("\r");
    case u't':
        return QStringLiteral("\t");
    case u'u': {
        bool isHex = false;
        const ushort unit = escape.mid(1, 4).toUShort(&isHex, 16);
        if (isHex && escape.size() >= 5) {
            length = 5;
            return QChar(unit);
        }
        return QStringLiteral("u");
    }
    default:
        return escape.first(std::min<qsizetype>(1, escape.size())).toString();
    }
}

QString withoutEscapes(QStringView text)
{
    if (!text.contains(u'\\')) {
        return text.toString();
    }
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] != u'\\') {
            result += text[at++];
            continue;
        }
        qsizetype length = 0;
        result += unescaped(text.sliced(at + 1), length);
        at += 1 + length;
    }
    return result;
}

} // namespace

QString JsonTree::Value::text() const
{
    if (type() != Type::Text && type() != Type::Number) {
        return {};
    }
    return withoutEscapes(m_tree->m_text.sliced(node().begin, node().end - node().begin));
}

QString JsonTree::Value::name() const
{
    return exists()
        ? withoutEscapes(m_tree->m_text.sliced(node().nameBegin, node().nameEnd - node().nameBegin))
        : QString();
}

JsonTree::Value JsonTree::Value::find(QStringView name) const
{
    for (Value each = isObject() ? first() : Value(); each.exists(); each = each.next()) {
        const QStringView raw
            = m_tree->m_text.sliced(each.node().nameBegin, each.node().nameEnd - each.node().nameBegin);
        if (raw == name || (raw.contains(u'\\') && each.name() == name)) {
            return each;
        }
    }
    return {};
}

JsonTree::Value JsonTree::Value::first() const
{
    return exists() ? Value(m_tree, node().first) : Value();
}

JsonTree::Value JsonTree::Value::next() const
{
    return exists() ? Value(m_tree, node().next) : Value();
}

JsonTree::Value JsonTree::Value::at(int index) const
{
    Value each = first();
    while (index-- > 0) {
        each = each.next();
    }
    return each;
}

class JsonTree::Reader {
public:
    Reader(JsonTree &tree, int firstLine)
        : m_tree(tree)
        , m_text(tree.m_text)
        , m_line(firstLine)
    {
    }

    void read();

private:
    qint32 readValue(int depth);
    qint32 readWord();
    qint32 readContainer(int depth);
    bool readMember(qint32 container, qint32 &last, int depth);
    bool readString(qint32 &begin, qint32 &end);
    bool goOn(QChar close);
    void skipSpace();
    void skipString();
    bool isAt(QChar c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    bool isAtEnd() const { return m_at >= m_text.size(); }
    void tell();
    Node &node(qint32 number) { return m_tree.m_nodes[std::size_t(number)]; }
    qint32 add(Type type);

    JsonTree &m_tree;
    const QStringView m_text;
    qsizetype m_at = 0;
    qint32 m_line;
    bool m_full = false;
    bool m_toldEnd = false;
};

qint32 JsonTree::Reader::add(Type type)
{
    if (m_tree.m_nodes.size() >= std::size_t(limits::kImportJsonValues)) {
        m_full = true;
        return -1;
    }
    Node added;
    added.type = type;
    added.line = m_line;
    added.begin = qint32(m_at);
    added.end = qint32(m_at);
    m_tree.m_nodes.push_back(added);
    return qint32(m_tree.m_nodes.size()) - 1;
}

void JsonTree::Reader::skipSpace()
{
    for (; !isAtEnd() && isSpace(m_text[m_at]); ++m_at) {
        const bool ends = m_text[m_at] == u'\n'
            || (m_text[m_at] == u'\r' && !(m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n'));
        m_line += ends;
    }
}

// The end of the text, and of what can be kept of it, is one mistake however many levels it cuts off.
void JsonTree::Reader::tell()
{
    if (m_toldEnd) {
        return;
    }
    m_toldEnd = isAtEnd() || m_full;
    ++m_tree.m_problemCount;
    if (m_tree.m_problems.size() >= std::size_t(limits::kImportUnreadable)) {
        return;
    }
    qsizetype begin = std::min(m_at, m_text.size());
    const qsizetype first = std::max<qsizetype>(0, begin - limits::kImportExcerptChars);
    while (begin > first && m_text[begin - 1] != u'\n' && m_text[begin - 1] != u'\r') {
        --begin;
    }
    const QStringView rest = m_text.sliced(begin, std::min<qsizetype>(m_text.size() - begin, 400));
    m_tree.m_problems.push_back({ m_line, TextLines(rest).next()->text.trimmed() });
}

bool JsonTree::Reader::readString(qint32 &begin, qint32 &end)
{
    if (!isAt(u'"')) {
        return false;
    }
    qsizetype at = m_at + 1;
    while (at < m_text.size() && m_text[at] != u'"' && m_text[at] != u'\n' && m_text[at] != u'\r') {
        const bool escapes = m_text[at] == u'\\' && at + 1 < m_text.size() && m_text[at + 1] != u'\n'
            && m_text[at + 1] != u'\r';
        at += escapes ? 2 : 1;
    }
    if (at >= m_text.size() || m_text[at] != u'"') {
        return false;
    }
    begin = qint32(m_at + 1);
    end = qint32(at);
    m_at = at + 1;
    return true;
}

qint32 JsonTree::Reader::readWord()
{
    qsizetype end = m_at;
    while (end < m_text.size() && isWordly(m_text[end])) {
        ++end;
    }
    const QStringView word = m_text.sliced(m_at, end - m_at);
    const Type type = word == u"true" ? Type::True
        : word == u"false"            ? Type::False
        : word == u"null"             ? Type::Null
        : isNumber(word)              ? Type::Number
                                      : Type::None;
    if (type == Type::None) {
        return -1;
    }
    const qint32 number = add(type);
    if (number >= 0) {
        node(number).end = qint32(end);
        m_at = end;
    }
    return number;
}

// Negative, and nothing read, when there is none.
qint32 JsonTree::Reader::readValue(int depth)
{
    skipSpace();
    if (isAt(u'{') || isAt(u'[')) {
        return depth < limits::kImportJsonDepth ? readContainer(depth + 1) : -1;
    }
    if (!isAt(u'"')) {
        return readWord();
    }
    qint32 begin = 0;
    qint32 end = 0;
    const qint32 number = add(Type::Text);
    if (number < 0 || !readString(begin, end)) {
        if (number >= 0) {
            m_tree.m_nodes.pop_back();
        }
        return -1;
    }
    node(number).begin = begin;
    node(number).end = end;
    return number;
}

bool JsonTree::Reader::readMember(qint32 container, qint32 &last, int depth)
{
    qint32 nameBegin = 0;
    qint32 nameEnd = 0;
    if (node(container).type == Type::Object) {
        if (!readString(nameBegin, nameEnd)) {
            return false;
        }
        skipSpace();
        if (!isAt(u':')) {
            return false;
        }
        ++m_at;
    }
    const qint32 value = readValue(depth);
    if (value < 0) {
        return false;
    }
    node(value).nameBegin = nameBegin;
    node(value).nameEnd = nameEnd;
    (last < 0 ? node(container).first : node(last).next) = value;
    last = value;
    skipSpace();
    if (node(container).type == Type::Object) {
        return isAt(u',') || isAt(u'}');
    }
    return isAt(u',') || isAt(u']') || isAt(u'{') || isAt(u'"');
}

qint32 JsonTree::Reader::readContainer(int depth)
{
    const qint32 number = add(isAt(u'{') ? Type::Object : Type::Array);
    if (number < 0) {
        return -1;
    }
    const QChar close = isAt(u'{') ? u'}' : u']';
    qint32 last = -1;
    ++m_at;
    for (;;) {
        skipSpace();
        if (isAt(close)) {
            ++m_at;
            break;
        }
        if (!readMember(number, last, depth)) {
            node(number).broken = true;
            tell();
            if (!goOn(close)) {
                break;
            }
        }
        if (isAt(u',')) {
            ++m_at;
        }
    }
    node(number).end = qint32(m_at);
    return number;
}

void JsonTree::Reader::skipString()
{
    qint32 begin = 0;
    qint32 end = 0;
    if (readString(begin, end)) {
        return;
    }
    // What closes something at the end of the line is most likely no part of it.
    const qsizetype from = m_at + 1;
    while (!isAtEnd() && m_text[m_at] != u'\n' && m_text[m_at] != u'\r') {
        ++m_at;
    }
    while (m_at > from && QStringView(u"}], \t").contains(m_text[m_at - 1])) {
        --m_at;
    }
}

// To the next comma or the end of the container that we are in. False when there is neither: the text ended,
// or what is around this container did.
bool JsonTree::Reader::goOn(QChar close)
{
    for (int depth = 0;;) {
        skipSpace();
        if (isAtEnd() || m_full) {
            return false;
        }
        const QChar c = m_text[m_at];
        if (c == u'"') {
            skipString();
            continue;
        }
        const bool closes = c == u'}' || c == u']';
        if (depth == 0 && (closes || c == u',')) {
            return !closes || c == close;
        }
        depth += c == u'{' || c == u'[' ? 1 : closes ? -1 : 0;
        ++m_at;
    }
}

void JsonTree::Reader::read()
{
    if (readValue(0) < 0) {
        tell();
        return;
    }
    skipSpace();
    if (!isAtEnd()) {
        tell();
    }
}

JsonTree::JsonTree(QStringView text, int firstLine)
    : m_text(text)
{
    Reader(*this, firstLine).read();
}

} // namespace larder::exchange
