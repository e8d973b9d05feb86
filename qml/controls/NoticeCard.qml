pragma ComponentBehavior: Bound

import QtQuick
import Larder

// A notice with its one or two answers.
Card {
    id: root

    required property string title
    required property string sentence
    required property string when
    required property string accept
    required property string refuse
    property string copy

    signal accepted()
    signal refused()
    signal copied()

    implicitHeight: column.height + 2 * Theme.x4
    Accessible.role: Accessible.Notification
    Accessible.name: title
    Accessible.description: sentence

    Column {
        id: column
        x: Theme.x4
        y: Theme.x4
        width: parent.width - 2 * Theme.x4
        spacing: Theme.x2

        Item {
            width: parent.width
            height: name.implicitHeight

            Text {
                id: name
                anchors.left: parent.left
                anchors.right: time.left
                anchors.rightMargin: Theme.x2
                text: root.title
                horizontalAlignment: Text.AlignLeft
                font.pixelSize: Theme.nameSize
                font.weight: Font.DemiBold
                color: Theme.ink
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }
            SmallText {
                id: time
                anchors.right: parent.right
                anchors.baseline: name.baseline
                text: root.when
            }
        }
        BodyText {
            width: parent.width
            text: root.sentence
            color: Theme.dim
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }
        Row {
            anchors.right: parent.right
            spacing: Theme.x2

            ActionButton {
                visible: text !== ""
                look: ActionButton.Plain
                text: root.copy
                onClicked: root.copied()
            }
            ActionButton {
                visible: text !== ""
                look: ActionButton.Plain
                text: root.refuse
                onClicked: root.refused()
            }
            ActionButton {
                text: root.accept
                onClicked: root.accepted()
            }
        }
    }
}
