pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// What was just done and can be taken back, newest at the bottom.
Column {
    id: root

    required property UndoStack viewModel

    spacing: Theme.x2

    add: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick }
    }
    move: Transition {
        NumberAnimation { property: "y"; duration: Theme.quick; easing.type: Theme.easing }
    }

    Repeater {
        model: root.viewModel

        Item {
            id: bar

            required property int barId
            required property string sentence
            required property bool undoable

            anchors.horizontalCenter: parent?.horizontalCenter
            width: Math.min(root.width, 480)
            height: Math.max(48, words.implicitHeight + 2 * Theme.x3)
            // What comes into sight is said; what is made in sight is not.
            visible: false
            Component.onCompleted: visible = true
            Accessible.role: Accessible.Notification
            Accessible.name: sentence

            Floating {
                anchors.fill: parent
                color: Theme.bar
            }
            Text {
                id: words
                anchors.left: parent.left
                anchors.leftMargin: Theme.x4
                anchors.right: undo.left
                anchors.verticalCenter: parent.verticalCenter
                text: bar.sentence
                horizontalAlignment: Text.AlignLeft
                font.pixelSize: Theme.bodySize
                color: Theme.barInk
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            BarButton {
                id: undo
                anchors.right: close.left
                anchors.verticalCenter: parent.verticalCenter
                visible: bar.undoable
                width: visible ? implicitWidth : 0
                text: qsTr("Undo")
                Accessible.name: qsTr("Undo: %1").arg(bar.sentence)
                onClicked: root.viewModel.undoBar(bar.barId)
            }
            IconButton {
                id: close
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                width: 40
                iconName: "close"
                iconSize: Theme.iconSize - 6
                color: Theme.barInk
                text: qsTr("Close")
                Accessible.name: qsTr("Close: %1").arg(bar.sentence)
                focusPolicy: Qt.TabFocus
                onClicked: root.viewModel.closeBar(bar.barId)
            }
        }
    }
}
