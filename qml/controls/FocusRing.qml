pragma ComponentBehavior: Bound

import QtQuick
import Larder

// The outline of what has the keyboard's focus; `shown` only when it came there by keyboard.
Rectangle {
    id: root

    required property bool shown
    property int gap: 2

    anchors.fill: parent
    anchors.margins: -gap
    radius: (parent as Rectangle)?.radius + gap
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.accent
    visible: shown
}
