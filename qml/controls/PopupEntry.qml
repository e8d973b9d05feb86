pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// One choice of a PopupMenu. Checkable ones carry a check when they are chosen.
T.MenuItem {
    id: root

    property string iconName
    property string detail
    property color color: Theme.ink

    width: ListView.view?.width ?? implicitWidth
    implicitWidth: 240
    implicitHeight: visible ? Math.max(48, words.implicitHeight + 2 * Theme.x2) : 0
    height: implicitHeight
    autoExclusive: checkable // what is chosen stays so when it is chosen again
    opacity: enabled ? 1 : 0.45
    Accessible.name: text
    Accessible.description: checked ? qsTr("chosen") : detail
    Accessible.onPressAction: if (enabled) clicked()

    indicator: null
    arrow: null

    contentItem: Item {
        Icon {
            id: face
            anchors.left: parent.left
            anchors.leftMargin: Theme.x4
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName !== ""
            name: root.iconName
            color: root.color
            size: Theme.iconSize - 2
        }
        Column {
            id: words
            anchors.left: face.visible ? face.right : parent.left
            anchors.leftMargin: face.visible ? Theme.x3 : Theme.x4
            anchors.right: mark.visible ? mark.left : parent.right
            anchors.rightMargin: Theme.x4
            anchors.verticalCenter: parent.verticalCenter

            Text {
                width: parent.width
                text: root.text
                horizontalAlignment: Text.AlignLeft
                font.pixelSize: Theme.bodySize
                color: root.color
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            SmallText {
                width: parent.width
                visible: text !== ""
                text: root.detail
                Accessible.ignored: true
            }
        }
        Icon {
            id: mark
            anchors.right: parent.right
            anchors.rightMargin: Theme.x4
            anchors.verticalCenter: parent.verticalCenter
            visible: root.checkable && root.checked
            name: "check"
            color: Theme.accent
            size: Theme.iconSize - 2
        }
    }

    background: Rectangle {
        anchors.fill: parent
        anchors.leftMargin: Theme.x1
        anchors.rightMargin: Theme.x1
        radius: Theme.fieldRadius
        color: root.down ? Theme.pressed : root.highlighted || root.hovered ? Theme.hover : "transparent"
        border.width: root.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.accent
    }
}
