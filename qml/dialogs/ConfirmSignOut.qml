pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Asks before signing out only because something would be lost.
Sheet {
    id: root

    required property AccountViewModel viewModel

    signal exportAsked()

    title: qsTr("Sign out and lose changes?")

    contentItem: Column {
        spacing: Theme.x4

        SectionText {
            width: root.availableWidth
            text: root.title
            wrapMode: Text.Wrap
        }
        BodyText {
            width: root.availableWidth
            text: qsTr("Changes that have not reached the server yet: %L1. Signing out removes your lists from this device, and with them what was not sent.").arg(root.viewModel.unsent)
        }
        ActionButton {
            look: ActionButton.Plain
            text: qsTr("Export all lists first")
            onClicked: {
                root.close();
                root.exportAsked();
            }
        }
        Row {
            anchors.right: parent.right
            spacing: Theme.x2

            ActionButton {
                look: ActionButton.Danger
                text: qsTr("Sign out")
                onClicked: {
                    root.close();
                    root.viewModel.signOut();
                }
            }
            ActionButton {
                look: ActionButton.Filled
                text: qsTr("Stay signed in")
                focus: true
                onClicked: root.close()
            }
        }
    }
}
