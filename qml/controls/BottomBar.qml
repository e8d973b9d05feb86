pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// The phone's places, under the thumb.
Rectangle {
    id: root

    required property AppViewModel viewModel

    implicitHeight: Math.round(58 * Theme.textScale) + Theme.hairline
    color: Theme.paper
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    Row {
        anchors.fill: parent
        anchors.topMargin: Theme.hairline

        NavButton {
            width: parent.width / 3
            text: qsTr("Lists")
            iconName: "lists"
            current: root.viewModel.place <= AppViewModel.Item
            onClicked: root.viewModel.go(root.viewModel.place === AppViewModel.Lists ? AppViewModel.List : AppViewModel.Lists)
        }
        NavButton {
            width: parent.width / 3
            text: qsTr("Sync")
            iconName: "sync"
            current: root.viewModel.place === AppViewModel.Sync
            onClicked: root.viewModel.go(AppViewModel.Sync)
        }
        NavButton {
            width: parent.width / 3
            text: qsTr("You")
            iconName: "you"
            current: root.viewModel.place === AppViewModel.Account
            onClicked: root.viewModel.go(AppViewModel.Account)
        }
    }
}
