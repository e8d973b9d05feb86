// What is remembered of an item when it is checked: what it was, where, and when. A household's history, its
// prices and the way through a shop are all read from these records, which stay when their item goes.
#pragma once

#include "core/clock.h"
#include "core/model/record.h"

#include <QtCore/QDate>

#include <vector>

namespace larder::grocery {

// The same for everybody who checks the item on that day, so that it is bought once; docs/protocol.md says
// how.
model::RecordId purchaseIdOf(model::RecordId item, const QDate &day);

// The fields of the purchase of an item, each valid, without stamps. Those that the item lacks are null, so
// that a purchase that is made again on the same day says nothing of the first. A null shop is none. `at` is
// in microseconds since 1970. The barcode is left out of the purchase of an item that never had one, because
// an older server refuses a purchase with a field that it does not know.
std::vector<std::pair<model::FieldNumber, model::Value>> purchaseOf(
    const model::Record &item, model::RecordId shop, Micros at);

} // namespace larder::grocery
