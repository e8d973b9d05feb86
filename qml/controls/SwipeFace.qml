pragma ComponentBehavior: Bound

import QtQuick
import Larder

// What shows behind a row that is swiped: what letting go would do.
Rectangle {
    id: root

    required property real offset
    required property bool decided
    readonly property bool removes: LayoutMirroring.enabled ? offset > 0 : offset < 0

    color: !decided ? Theme.line : removes ? Theme.danger : Theme.accent

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        x: root.offset > 0 ? Theme.x6 : parent.width - width - Theme.x6
        name: root.removes ? "trash" : "edit"
        color: !root.decided ? Theme.ink : root.removes ? Theme.dangerInk : Theme.accentInk
    }
}
