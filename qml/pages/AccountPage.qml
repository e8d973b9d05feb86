pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// The person: their account, if they want one, and how Larder looks to them.
FocusScope {
    id: root

    required property AppViewModel viewModel
    required property bool narrow
    readonly property AccountViewModel account: viewModel.account

    PageHead {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        title: qsTr("You")
        badgeOf: root.narrow ? root.viewModel : null
    }

    FormView {
        id: view

        page: root
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        contentHeight: column.height + Theme.x8

        Column {
            id: column

            anchors.left: parent.left
            anchors.leftMargin: Theme.x4
            y: Theme.x1
            width: Math.min(view.width - 2 * Theme.x4, Theme.formWidth)
            spacing: Theme.x6

            Repeater {
                model: root.account.signedIn ? 0 : 1

                SignInForm {
                    width: column.width
                    viewModel: root.account
                }
            }
            Repeater {
                model: root.account.signedIn ? 1 : 0

                AccountCard {
                    width: column.width
                    viewModel: root.account
                    onSignOutAsked: root.account.unsent > 0 ? confirm.open() : root.account.signOut()
                }
            }
            LookForm {
                width: parent.width
                viewModel: root.viewModel
            }
            DesktopForm {
                width: parent.width
                viewModel: root.viewModel.desktop
                preferences: root.viewModel.preferences
            }
            ActionButton {
                width: parent.width
                text: qsTr("Keyboard shortcuts")
                onClicked: root.viewModel.go(AppViewModel.Shortcuts)
            }
        }
    }

    ConfirmSignOut {
        id: confirm
        viewModel: root.account
        onExportAsked: root.viewModel.commands.run(CommandRows.ExportAll)
    }
}
