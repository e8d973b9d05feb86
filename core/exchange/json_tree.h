// A JSON text with the line of each of its values, of which a broken place costs as little as it can.
//
// Qt's own reader gives neither lines nor anything of a text that is broken. Here the innermost object or
// array that a mistake stands in loses the member that it is in, is marked as broken and goes on behind the
// next comma of its own; a string that isn't closed ends with its line,
// before the commas and brackets there. A comma too much at the end, or
// missing in an array, is no mistake. Duplicate names: the first counts. One pass, and memory by
// limits::kImportJsonValues. Pure.
#pragma once

#include <QtCore/QString>

#include <vector>

namespace larder::exchange {

class JsonTree {
public:
    enum class Type : quint8 { None, Null, False, True, Number, Text, Array, Object };

private:
    struct Node {
        Type type = Type::Null;
        bool broken = false;
        qint32 line = 0;
        qint32 begin = 0; // of its text
        qint32 end = 0;
        qint32 nameBegin = 0;
        qint32 nameEnd = 0;
        qint32 first = -1;
        qint32 next = -1;
    };

public:
    class Value {
    public:
        Value() = default;
        Value(const JsonTree *tree, qint32 number)
            : m_tree(tree)
            , m_number(number)
        {
        }

        Type type() const { return exists() ? node().type : Type::None; }
        bool exists() const { return m_number >= 0; }
        bool isArray() const { return type() == Type::Array; }
        bool isObject() const { return type() == Type::Object; }
        // It stands for something: neither missing nor null.
        bool isSaid() const { return exists() && type() != Type::Null; }
        // Something in it, though not in what it contains, was lost.
        bool isBroken() const { return exists() && node().broken; }
        int line() const { return exists() ? node().line : 0; }
        // A text without escapes, or a number as it is written; empty for everything else.
        QString text() const;
        QString name() const; // in its object

        Value find(QStringView name) const; // of an object; else one that doesn't exist
        Value first() const; // what it contains
        Value next() const; // what stands beside it
        Value at(int index) const;

    private:
        friend class JsonTree;
        const Node &node() const { return m_tree->m_nodes[std::size_t(m_number)]; }

        const JsonTree *m_tree = nullptr;
        qint32 m_number = -1;
    };

    struct Problem {
        int line = 0;
        QStringView excerpt;
    };

    // The text outlives the tree.
    explicit JsonTree(QStringView text, int firstLine = 1);
    Q_DISABLE_COPY_MOVE(JsonTree)

    Value root() const { return { this, m_nodes.empty() ? -1 : 0 }; }
    const std::vector<Problem> &problems() const { return m_problems; }
    int problemCount() const { return m_problemCount; }

private:
    class Reader;

    QStringView m_text;
    std::vector<Node> m_nodes;
    std::vector<Problem> m_problems; // the first limits::kImportUnreadable
    int m_problemCount = 0;
};

} // namespace larder::exchange
