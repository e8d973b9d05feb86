pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// The shape of a chip.
Rectangle {
    id: root

    required property T.AbstractButton chip

    radius: height / 2
    color: chip.checked ? Theme.accent : Theme.tint
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: Theme.outline

    Rectangle {
        anchors.fill: parent
        radius: parent.radius
        color: root.chip.down ? Theme.pressed : root.chip.hovered ? Theme.hover : "transparent"
    }
    FocusRing {
        shown: root.chip.visualFocus
    }
}
