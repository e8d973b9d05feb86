// The sync protocol's version. A test hashes the field table and the message list and fails until this moves.
//
//  1  first version: lists, items, members
#pragma once

namespace larder::protocol {

inline constexpr int kVersion = 1;
inline constexpr int kOldestVersion = 1; // still spoken

} // namespace larder::protocol
