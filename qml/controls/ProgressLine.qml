pragma ComponentBehavior: Bound

import QtQuick
import Larder

// How far something is, as a thin line.
Rectangle {
    id: root

    required property real value
    property color fill: Theme.accent

    implicitHeight: 3
    radius: height / 2
    color: Theme.line
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 percent").arg(Math.round(100 * value))

    Rectangle {
        anchors.left: parent.left
        height: parent.height
        width: parent.width * Math.max(0, Math.min(1, root.value))
        radius: parent.radius
        color: root.fill

        Behavior on width {
            NumberAnimation { duration: Theme.move; easing.type: Theme.easing }
        }
    }
}
