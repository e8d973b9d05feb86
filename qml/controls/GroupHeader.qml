pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// The head of a group of rows. That of the checked ones also folds them away, and clears them.
Item {
    id: root

    required property string title
    required property int hue
    required property bool folds
    required property bool folded
    required property bool ringed
    required property bool editable

    signal toggled()
    signal clearAsked()

    Row {
        anchors.left: parent.left
        anchors.leftMargin: Theme.x4
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.x1 + 2
        spacing: Theme.x2
        visible: !root.folds

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 8
            height: 8
            radius: 4
            color: Theme.hue(root.hue)
        }
        Text {
            text: root.title
            font.pixelSize: Theme.smallSize
            font.weight: Font.DemiBold
            font.letterSpacing: 0.2
            color: Theme.dim
            textFormat: Text.PlainText
            Accessible.role: Accessible.Heading
            Accessible.name: root.title
            Accessible.ignored: root.folds || !root.visible
        }
    }

    T.AbstractButton {
        id: fold

        anchors.fill: parent
        anchors.leftMargin: Theme.x1
        anchors.rightMargin: Theme.x1
        visible: root.folds
        focusPolicy: Qt.NoFocus
        text: root.title
        Accessible.onPressAction: root.toggled()
        Accessible.name: root.folded ? qsTr("%1, folded").arg(root.title) : qsTr("%1, unfolded").arg(root.title)
        onClicked: root.toggled()

        background: Rectangle {
            radius: Theme.fieldRadius
            color: fold.down ? Theme.pressed : fold.hovered ? Theme.hover : "transparent"
            border.width: root.ringed ? Theme.focusWidth : 0
            border.color: Theme.accent

            Rectangle {
                width: parent.width - 2 * Theme.x3
                height: Theme.hairline
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.line
            }
        }

        contentItem: Item {
            Text {
                anchors.left: parent.left
                anchors.leftMargin: Theme.x3
                anchors.verticalCenter: parent.verticalCenter
                text: root.title
                font.pixelSize: Theme.bodySize
                font.weight: Font.DemiBold
                color: Theme.dim
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            ActionButton {
                anchors.right: chevron.left
                anchors.rightMargin: Theme.x2
                anchors.verticalCenter: parent.verticalCenter
                visible: root.folds && root.editable && !root.folded
                look: ActionButton.Plain
                text: qsTr("Clear")
                Accessible.name: qsTr("Clear what is checked")
                focusPolicy: Qt.NoFocus
                onClicked: root.clearAsked()
            }
            Icon {
                id: chevron
                anchors.right: parent.right
                anchors.rightMargin: Theme.x3
                anchors.verticalCenter: parent.verticalCenter
                name: "down"
                size: Theme.iconSize - 2
                color: Theme.dim
                rotation: root.folded ? 0 : 180

                Behavior on rotation {
                    NumberAnimation { duration: Theme.move; easing.type: Theme.easing }
                }
            }
        }
    }
}
