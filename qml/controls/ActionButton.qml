pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A button with words: filled for the one action of a page, quiet for the others.
T.Button {
    id: root

    enum Look { Filled, Quiet, Plain, Danger }

    property int look: ActionButton.Quiet
    property string iconName
    readonly property color foreground: !enabled ? Theme.dim
        : look === ActionButton.Filled ? Theme.accentInk : look === ActionButton.Danger ? Theme.danger : Theme.accent

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(44, implicitContentHeight + 2 * Theme.x2)
    leftPadding: look === ActionButton.Plain ? Theme.x3 : Theme.x4
    rightPadding: leftPadding
    font.pixelSize: Theme.bodySize
    font.weight: Font.DemiBold
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Accessible.onPressAction: if (enabled) clicked()

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.x2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.iconName !== ""
                name: root.iconName
                size: Theme.iconSize - 4
                color: root.foreground
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                font: root.font
                color: root.foreground
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.fieldRadius + 2
        color: root.look === ActionButton.Filled ? (root.enabled ? Theme.accent : Theme.line)
             : root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        border.width: root.look === ActionButton.Quiet || root.look === ActionButton.Danger ? Theme.hairline : 0
        border.color: root.look === ActionButton.Danger ? Theme.danger : Theme.outline
        opacity: root.look === ActionButton.Filled && root.down ? 0.85 : 1

        FocusRing {
            shown: root.visualFocus
        }
    }
}
