pragma ComponentBehavior: Bound

import QtQuick
import Larder

// A surface that floats: the only thing here that casts a shadow. Drawn from plain rectangles, so that every
// renderer shows the same.
Item {
    id: root

    property color color: Theme.surface
    property int radius: Theme.cardRadius

    Repeater {
        model: 6

        Rectangle {
            required property int index

            anchors.fill: parent
            anchors.margins: -2 * index - 1
            anchors.topMargin: -2 * index + 2
            anchors.bottomMargin: -2 * index - 4
            radius: root.radius + 2 * index + 1
            color: Theme.shadow
            visible: !Theme.highContrast
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.color
        border.width: Theme.highContrast || Theme.dark ? Theme.hairline : 0
        border.color: Theme.line
    }
}
