pragma ComponentBehavior: Bound

import QtQuick
import Larder

// Keys as they are written on the keyboard.
Rectangle {
    id: root

    required property string keys

    visible: keys !== ""
    implicitWidth: label.implicitWidth + 2 * Theme.x2
    implicitHeight: Math.round(26 * Theme.textScale)
    radius: Theme.fieldRadius - 2
    color: "transparent"
    border.width: Theme.hairline
    border.color: Theme.outline

    Text {
        id: label
        anchors.centerIn: parent
        text: root.keys
        font.pixelSize: Theme.smallSize
        color: Theme.dim
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
