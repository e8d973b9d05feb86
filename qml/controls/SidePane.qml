pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// The left pane of a wide window: the lists, and below them the other places.
Rectangle {
    id: root

    required property AppViewModel viewModel
    readonly property bool listShown: viewModel.place <= AppViewModel.Item

    signal newListAsked()

    color: Theme.paper

    Item {
        id: head
        width: parent.width
        height: 68

        Image {
            id: logo
            anchors.left: parent.left
            anchors.leftMargin: Theme.x4
            anchors.verticalCenter: parent.verticalCenter
            width: 28
            height: 28
            sourceSize.width: 28
            sourceSize.height: 28
            source: "image://icons/larder"
            Accessible.ignored: true
        }
        SectionText {
            anchors.left: logo.right
            anchors.leftMargin: Theme.x3
            anchors.verticalCenter: parent.verticalCenter
            text: "Larder"
        }
        SyncBadge {
            anchors.right: parent.right
            anchors.rightMargin: Theme.x2
            anchors.verticalCenter: parent.verticalCenter
            viewModel: root.viewModel.sync
            onClicked: root.viewModel.go(AppViewModel.Sync)
        }
    }

    ListCard {
        id: starting

        anchors.top: head.bottom
        x: Theme.x2
        width: parent.width - 2 * Theme.x2
        height: visible ? implicitHeight : 0
        visible: root.viewModel.list.starting
        compact: true
        listId: ""
        name: root.viewModel.list.name
        glyph: root.viewModel.list.icon
        hue: root.viewModel.list.hue
        progress: 0
        secondLine: qsTr("Empty")
        people: []
        open: root.listShown
        onClicked: root.viewModel.go(AppViewModel.List)
    }

    ListView {
        id: view

        anchors.top: starting.bottom
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.x2
        anchors.rightMargin: Theme.x2
        clip: true
        model: root.viewModel.lists
        spacing: 2
        reuseItems: true
        boundsBehavior: Flickable.DragOverBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Lists")

        delegate: ListCard {
            width: ListView.view.width
            compact: true
            open: (root?.listShown ?? false) && listId === root.viewModel.list.listId
            onClicked: root.viewModel.openList(listId)
            carriedOver: place.containsDrag

            // An item of the open list is put down here to move it.
            DropArea {
                id: place
                anchors.fill: parent
                keys: ["larder/item"]
                onDropped: drop => {
                    root.viewModel.list.bulk.moveItemTo((drop.source as ItemGhost)?.itemId ?? "", parent.listId);
                    drop.accept(Qt.MoveAction);
                }
            }
        }

        T.ScrollBar.vertical: ScrollLine {}
    }

    Column {
        id: foot
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.x2
        x: Theme.x2
        width: parent.width - 2 * Theme.x2
        spacing: 2

        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.line
        }
        Item {
            width: 1
            height: Theme.x1
        }
        PaneAction {
            width: parent.width
            iconName: "plus"
            text: qsTr("New list")
            onClicked: root.newListAsked()
        }
        NavButton {
            width: parent.width
            beside: true
            text: qsTr("Sync")
            iconName: "sync"
            mark: root.viewModel.sync.waiting > 0 ? qsTr("%L1 waiting").arg(root.viewModel.sync.waiting) : ""
            current: root.viewModel.place === AppViewModel.Sync
            onClicked: root.viewModel.go(AppViewModel.Sync)
        }
        NavButton {
            width: parent.width
            beside: true
            text: root.viewModel.account.signedIn ? root.viewModel.account.userName : qsTr("You")
            iconName: "you"
            current: root.viewModel.place === AppViewModel.Account
            onClicked: root.viewModel.go(AppViewModel.Account)
        }
    }
}
