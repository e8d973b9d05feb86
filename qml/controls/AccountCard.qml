pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Who is signed in, and where.
Card {
    id: root

    required property AccountViewModel viewModel

    signal signOutAsked()

    implicitHeight: column.height + 2 * Theme.x4

    Column {
        id: column
        x: Theme.x4
        y: Theme.x4
        width: parent.width - 2 * Theme.x4
        spacing: Theme.x4

        Item {
            width: parent.width
            height: Math.max(face.height, words.height)

            Avatar {
                id: face
                anchors.left: parent.left
                name: root.viewModel.userName
                hue: root.viewModel.userName.length + root.viewModel.userName.charCodeAt(0)
                size: 52
            }
            Column {
                id: words
                anchors.left: face.right
                anchors.leftMargin: Theme.x4
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: 2

                SectionText {
                    width: parent.width
                    text: root.viewModel.userName
                    wrapMode: Text.Wrap
                }
                SmallText {
                    width: parent.width
                    text: root.viewModel.userEmail
                }
                SmallText {
                    width: parent.width
                    text: root.viewModel.userServer
                }
            }
        }
        ActionButton {
            width: parent.width
            text: qsTr("Sign out")
            onClicked: root.signOutAsked()
        }
    }
}
