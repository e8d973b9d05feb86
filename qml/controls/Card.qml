pragma ComponentBehavior: Bound

import QtQuick
import Larder

// A surface for things that belong together.
Rectangle {
    id: root

    color: Theme.surface
    radius: Theme.cardRadius
    border.width: Theme.hairline
    border.color: Theme.line
}
