// Where an item stands in a hand-made order: a string that can be made between any two others, so that moving
// one item writes one item.
//
// A position is a path of integers, each written so that bytes sort as numbers: a letter that says sign and
// number of digits ('a' one digit, 'b' two, …; 'Z' one digit of a negative, 'Y' two, …), then base-62 digits
// 0-9A-Za-z. Example: "b02" is [64]; "a0Zz" is [0, -1], a child of [0]: behind it and before [1]. A path
// sorts before its children. Integers leave gaps and grow with the logarithm, so adding at the front, at the
// end, or again and again before or behind the same item keeps positions at a few characters. No scheme keeps
// them short when someone always inserts between the two newest; then place() also moves some neighbours.
//
// Sort by bytes (SQL: COLLATE "C"), then by record id: two devices may choose the same position. Positions
// that others wrote need not be of this form; what stands next to one is moved, never refused.
#pragma once

#include <QtCore/QString>

#include <optional>
#include <span>
#include <vector>

namespace larder::model {

// Longer ones make place() move neighbours; the field itself holds 255.
inline constexpr qsizetype kComfortablePosition = 64;

// Strictly between the two; an empty one is absent. Nothing when a neighbour is not of our form, they are not
// in order, or it would not fit the field.
std::optional<QString> positionBetween(QStringView before, QStringView after);

struct Placement {
    struct Move {
        qsizetype index = 0; // in the order that was given
        QString position;
    };
    QString position; // of the new item
    std::vector<Move> moved; // nearly always none
};

// A position for an item that goes before order[index], or to the end when index is order.size(). `order`
// holds the positions as they are shown; empty ones, equal ones and strange ones are allowed.
Placement place(std::span<const QString> order, qsizetype index);

} // namespace larder::model
