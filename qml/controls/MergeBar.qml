pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Asks whether several items that mean the same are to be one.
Rectangle {
    id: root

    required property MergeOffer viewModel

    implicitHeight: column.implicitHeight + 2 * Theme.x2
    radius: Theme.fieldRadius
    color: Theme.tint
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: words.text

    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.x3
        anchors.rightMargin: Theme.x1
        anchors.verticalCenter: parent.verticalCenter

        BodyText {
            id: words
            width: parent.width - Theme.x2
            topPadding: Theme.x1
            text: root.viewModel.sentence
            wrapMode: Text.Wrap
        }
        Row {
            anchors.right: parent.right

            ActionButton {
                look: ActionButton.Plain
                text: qsTr("Keep apart")
                onClicked: root.viewModel.decline()
            }
            ActionButton {
                look: ActionButton.Plain
                text: root.viewModel.answer
                onClicked: root.viewModel.merge()
            }
        }
    }
}
