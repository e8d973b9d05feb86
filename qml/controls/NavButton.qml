pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A place of the app: icon over word in the bottom bar, icon beside word in the side pane.
T.Button {
    id: root

    required property string iconName
    required property bool current
    property bool beside: false
    property string mark

    implicitWidth: 72
    implicitHeight: beside ? Math.round(48 * Theme.textScale) : Math.round(58 * Theme.textScale)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: mark === "" ? text : qsTr("%1, %2").arg(text).arg(mark)
    Accessible.selected: current

    background: Rectangle {
        radius: Theme.fieldRadius
        color: root.beside && root.current ? Theme.tint : root.down ? Theme.pressed
             : root.hovered && root.beside ? Theme.hover : "transparent"

        FocusRing {
            shown: root.visualFocus
            gap: -2
        }
    }

    contentItem: Item {
        Icon {
            id: icon
            x: root.beside ? Theme.x3 + 2 : Math.round((parent.width - width) / 2)
            y: root.beside ? Math.round((parent.height - height) / 2) : Theme.x2
            name: root.iconName
            size: Theme.iconSize
            color: root.current ? Theme.accent : Theme.dim
        }
        Text {
            x: root.beside ? icon.x + icon.width + Theme.x3 + 2 : Math.round((parent.width - width) / 2)
            y: root.beside ? Math.round((parent.height - height) / 2) : icon.y + icon.height + 2
            text: root.text
            font.pixelSize: root.beside ? Theme.bodySize : Theme.smallSize - 1
            font.weight: root.current ? Font.DemiBold : Font.Normal
            color: root.current ? (root.beside ? Theme.ink : Theme.accent) : Theme.dim
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        SmallText {
            anchors.right: parent.right
            anchors.rightMargin: Theme.x3
            anchors.verticalCenter: parent.verticalCenter
            visible: root.beside && text !== ""
            text: root.mark
            Accessible.ignored: true
        }
    }
}
