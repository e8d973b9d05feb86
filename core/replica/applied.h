// What became of a message with rows.
#pragma once

#include <QtCore/qglobal.h>

namespace larder::replica {

enum class Applied : quint8 {
    Yes,
    Old, // all of it was held already
    Gap, // from beyond the cursor, or a part out of turn: nothing was taken, pull
};

} // namespace larder::replica
