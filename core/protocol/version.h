// The sync protocol's version. A test hashes the field table and the message list and fails until this moves.
//
//  1  first version: lists, items, members
//  2  shops and purchases; an item's photo
//  3  the barcode of an item and of a purchase
#pragma once

namespace larder::protocol {

inline constexpr int kVersion = 3;
inline constexpr int kOldestVersion = 1; // still spoken

} // namespace larder::protocol
