// The sync protocol's version. A test hashes the field table and the message list and fails until this moves.
//
//  1  first version: lists, items, members
//  2  shops and purchases; an item's photo
#pragma once

namespace larder::protocol {

inline constexpr int kVersion = 2;
inline constexpr int kOldestVersion = 1; // still spoken

} // namespace larder::protocol
