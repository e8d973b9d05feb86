pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A small rounded choice or piece of what was understood.
T.Button {
    id: root

    property color dot: "transparent"
    property bool removable: false
    property string glyph
    property string iconName

    implicitWidth: row.implicitWidth + 2 * Theme.x3
    implicitHeight: Math.round(34 * Theme.textScale) + topInset + bottomInset
    topInset: 5 // what a finger needs is more than what the eye does
    bottomInset: 5
    font.pixelSize: Theme.bodySize - 1
    focusPolicy: Qt.StrongFocus
    Accessible.name: removable ? qsTr("%1, tap to take it back").arg(text) : text
    Accessible.role: Accessible.Button

    contentItem: Item {
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
                color: root.checked ? Theme.accentInk : root.dot
                visible: root.dot.a > 0
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.iconName !== ""
                name: root.iconName
                size: 15
                color: root.checked ? Theme.accentInk : Theme.dim
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.glyph !== ""
                text: root.glyph
                font.pixelSize: Theme.bodySize - 1
                Accessible.ignored: true
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                font: root.font
                color: root.checked ? Theme.accentInk : Theme.ink
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

    background: Rectangle {
        radius: height / 2
        color: root.checked ? Theme.accent : Theme.tint
        border.width: Theme.highContrast ? Theme.hairline : 0
        border.color: Theme.outline

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        }
        FocusRing {
            shown: root.visualFocus
        }
    }
}
