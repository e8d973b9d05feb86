pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// One line of an import: an item that can be left out, a line that can't be read, or the head of a group.
T.AbstractButton {
    id: root

    required property int index
    required property int kind
    required property string name
    required property string amount
    required property string detail
    required property bool chosen
    required property string spoken
    property bool current: false
    readonly property bool isHeader: kind === ImportRows.Header
    readonly property bool isBroken: kind === ImportRows.Unreadable
    readonly property bool isItem: !isHeader && !isBroken

    signal toggled()

    height: isHeader ? Theme.headerHeight : Math.max(48, words.implicitHeight + 2 * Theme.x2)
    focusPolicy: Qt.NoFocus
    enabled: isItem
    Accessible.ignored: true
    onClicked: toggled()

    background: Rectangle {
        radius: Theme.fieldRadius
        color: root.down ? Theme.pressed : root.hovered && root.isItem ? Theme.hover : "transparent"
        border.width: root.current ? Theme.focusWidth : 0
        border.color: Theme.accent
    }
    // Here, because the button itself would be called one, whatever role it is given.
    contentItem: Item {
        Accessible.role: root.isItem ? Accessible.CheckBox : root.isHeader ? Accessible.Heading : Accessible.StaticText
        Accessible.name: root.spoken
        Accessible.checkable: root.isItem
        Accessible.checked: root.chosen
        Accessible.onToggleAction: if (root.isItem) root.toggled()
        Accessible.onPressAction: if (root.isItem) root.toggled()

        CheckCircle {
            id: circle
            anchors.left: parent.left
            anchors.leftMargin: Theme.x1
            anchors.verticalCenter: parent.verticalCenter
            visible: root.isItem
            square: true
            checked: root.chosen
            lively: false
        }
        Icon {
            anchors.centerIn: circle
            visible: root.isBroken
            name: "alert"
            color: Theme.danger
        }
        Column {
            id: words
            anchors.left: root.isHeader ? parent.left : circle.right
            anchors.leftMargin: root.isHeader ? Theme.x1 : Theme.x3
            anchors.right: much.left
            anchors.rightMargin: Theme.x2
            y: root.isHeader ? parent.height - height - Theme.x1 : Math.round((parent.height - height) / 2)

            Text {
                width: parent.width
                text: root.name
                horizontalAlignment: Text.AlignLeft
                font.pixelSize: root.isHeader ? Theme.smallSize : Theme.bodySize
                font.weight: root.isHeader ? Font.DemiBold : Font.Normal
                color: root.isHeader || (root.isItem && !root.chosen) ? Theme.dim : Theme.ink
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            SmallText {
                width: parent.width
                visible: root.detail !== ""
                text: root.detail
                color: root.isBroken ? Theme.danger : Theme.dim
                wrapMode: root.isBroken ? Text.Wrap : Text.NoWrap
                Accessible.ignored: true
            }
        }
        BodyText {
            id: much
            anchors.right: parent.right
            anchors.rightMargin: Theme.x2
            anchors.verticalCenter: parent.verticalCenter
            text: root.amount
            color: Theme.dim
            Accessible.ignored: true
        }
    }
}
