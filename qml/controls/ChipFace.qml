pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// What stands in a chip: a dot or a picture, and words.
Item {
    id: root

    required property T.AbstractButton chip
    property color dot: "transparent"
    property string iconName
    property bool removable: false

    implicitWidth: row.implicitWidth

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 6

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 8
            height: 8
            radius: 4
            color: root.chip.checked ? Theme.accentInk : root.dot
            visible: root.dot.a > 0
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName !== ""
            name: root.iconName
            size: 15
            color: root.chip.checked ? Theme.accentInk : Theme.dim
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: root.chip.text
            font: root.chip.font
            color: root.chip.checked ? Theme.accentInk : Theme.ink
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.removable
            name: "close"
            size: 12
            color: Theme.dim
        }
    }
}
