// How far a reader is in a space: every version up to `version`, and the parts below `part` of what leads on
// from there. So a transaction of many parts is followed part by part, and who joins inside one knows what it
// lacks.
#pragma once

#include <QtCore/qglobal.h>

#include <compare>

namespace larder::server {

struct Position {
    qint64 version = 0;
    int part = 0;

    friend bool operator==(const Position &, const Position &) = default;
    friend auto operator<=>(const Position &, const Position &) = default;
};

} // namespace larder::server
