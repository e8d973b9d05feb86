pragma ComponentBehavior: Bound

import QtQuick
import Larder

// The circle in front of an item, a square while items are selected. The check draws itself from left to right.
Item {
    id: root

    required property bool checked
    property bool square: false // while rows are selected
    property int size: Theme.checkSize
    property bool lively: true // false while a row is being reused: its new state is not an event

    implicitWidth: size
    implicitHeight: size

    Rectangle {
        anchors.fill: parent
        radius: root.square ? 6 : width / 2
        color: root.checked ? Theme.accent : "transparent"
        border.width: root.checked ? 0 : 1.75
        border.color: Theme.outline

        Behavior on color {
            enabled: root.lively
            ColorAnimation { duration: Theme.quick; easing.type: Theme.easing }
        }
    }

    Item {
        anchors.left: parent.left
        anchors.leftMargin: 4
        anchors.verticalCenter: parent.verticalCenter
        width: root.checked ? parent.width - 8 : 0
        height: parent.height - 8
        clip: true

        Icon {
            name: "check"
            size: root.width - 8
            color: Theme.accentInk
        }

        Behavior on width {
            enabled: root.lively
            NumberAnimation { duration: Theme.quick; easing.type: Theme.easing }
        }
    }
}
