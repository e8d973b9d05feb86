// What a member may do in a space. The numbers are the member kind's `role` field.
#pragma once

#include <QtCore/qglobal.h>

namespace larder::model {

enum class Role : quint8 { None = 0, Viewer = 1, Editor = 2, Owner = 3 };

inline bool mayWrite(Role role)
{
    return role >= Role::Editor;
}

// What a space holds; it decides which record kinds belong in it.
enum class SpaceKind : quint8 { List = 1, Book = 2, Personal = 3 };

} // namespace larder::model
