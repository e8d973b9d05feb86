pragma ComponentBehavior: Bound

import QtQuick
import Larder

// What the detail pane says while no item is open: the keys that the list answers to.
Item {
    id: root

    readonly property list<string> deeds: [qsTr("Add"), qsTr("Check"), qsTr("Open"), qsTr("Delete"), qsTr("Undo")]
    readonly property list<string> keys: [qsTr("Ctrl+N"), qsTr("Space"), qsTr("F2"), qsTr("Del"), qsTr("Ctrl+Z")]

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.x6, 260)
        spacing: Theme.x3

        BodyText {
            width: parent.width
            text: qsTr("Open an item to see and change it.")
            color: Theme.dim
            horizontalAlignment: Text.AlignHCenter
        }
        Item {
            width: 1
            height: Theme.x1
        }
        Repeater {
            model: root.deeds

            Item {
                id: line

                required property int index
                required property string modelData

                width: parent?.width
                height: 26

                SmallText {
                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.modelData
                }
                Rectangle {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: key.implicitWidth + 2 * Theme.x2
                    height: key.implicitHeight + 6
                    radius: 5
                    color: "transparent"
                    border.width: Theme.hairline
                    border.color: Theme.line

                    SmallText {
                        id: key
                        anchors.centerIn: parent
                        text: root.keys[line.index]
                    }
                }
            }
        }
    }
}
