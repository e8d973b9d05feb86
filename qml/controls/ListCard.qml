pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A list among lists. `compact` is its form in the side pane.
T.Button {
    id: root

    required property string listId
    required property string name
    required property string glyph
    required property int hue
    required property real progress
    required property string secondLine
    required property var people // strings
    property bool compact: false
    property bool open: false
    property bool carriedOver: false // something is carried here

    implicitWidth: 280
    implicitHeight: compact ? Math.round(56 * Theme.textScale) : Math.round(84 * Theme.textScale)
    focusPolicy: Qt.StrongFocus
    Accessible.onPressAction: if (enabled) clicked()
    Accessible.name: qsTr("%1, %2").arg(name).arg(secondLine)

    background: Rectangle {
        radius: root.compact ? Theme.fieldRadius : Theme.cardRadius
        color: root.open || root.carriedOver ? Theme.tint : root.compact ? "transparent" : Theme.surface
        border.width: root.compact && !(Theme.highContrast && root.open) ? 0 : Theme.hairline
        border.color: Theme.line

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.down ? Theme.pressed : root.hovered && !root.open ? Theme.hover : "transparent"
        }
        FocusRing {
            shown: root.visualFocus || root.carriedOver
            gap: 0
        }
    }

    contentItem: Item {
        ListGlyph {
            id: face
            anchors.left: parent.left
            anchors.leftMargin: root.compact ? Theme.x2 : Theme.x4
            anchors.verticalCenter: parent.verticalCenter
            glyph: root.glyph
            hue: root.hue
            size: Math.round((root.compact ? 36 : 48) * Theme.textScale)
        }
        Column {
            anchors.left: face.right
            anchors.leftMargin: Theme.x3
            anchors.right: faces.left
            anchors.rightMargin: Theme.x2
            anchors.verticalCenter: parent.verticalCenter
            spacing: root.compact ? 1 : 2

            Text {
                width: parent.width
                text: root.name
                horizontalAlignment: Text.AlignLeft
                font.pixelSize: root.compact ? Theme.bodySize : Theme.nameSize
                font.weight: root.open || !root.compact ? Font.DemiBold : Font.Normal
                color: Theme.ink
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            SmallText {
                width: parent.width
                text: root.secondLine
                Accessible.ignored: true
            }
            Item {
                width: parent.width
                height: Theme.x2 + 1
                visible: !root.compact && root.progress > 0

                ProgressLine {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    value: root.progress
                    Accessible.ignored: true
                }
            }
        }
        People {
            id: faces
            anchors.right: parent.right
            anchors.rightMargin: root.compact ? Theme.x2 : Theme.x4
            anchors.verticalCenter: parent.verticalCenter
            names: root.people
            size: root.compact ? 20 : 24
        }
    }
}
