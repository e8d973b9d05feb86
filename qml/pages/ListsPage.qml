pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// All lists, as cards.
FocusScope {
    id: root

    required property AppViewModel viewModel

    signal newListAsked()

    PageHead {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        title: qsTr("Lists")
        badgeOf: root.viewModel
    }

    ListView {
        id: view

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.x4
        anchors.rightMargin: Theme.x4
        focus: true
        clip: true
        model: root.viewModel.lists
        spacing: Theme.x3
        topMargin: Theme.x1
        bottomMargin: 88
        reuseItems: true
        boundsBehavior: Flickable.DragOverBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Lists")

        delegate: ListCard {
            width: ListView.view.width
            open: false
            onClicked: root.viewModel.openList(listId)
        }

        T.ScrollBar.vertical: ScrollLine {}
    }

    EmptyState {
        anchors.centerIn: parent
        visible: view.count === 0
        iconName: "basket"
        title: qsTr("No lists yet")
        sentence: qsTr("A list holds what there is to buy. It works without a network, and without an account.")

        ActionButton {
            look: ActionButton.Filled
            text: qsTr("Start a list")
            iconName: "plus"
            onClicked: root.newListAsked()
        }
    }

    ActionButton {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.x4
        visible: view.count > 0
        height: 52
        look: ActionButton.Filled
        text: qsTr("New list")
        iconName: "plus"
        onClicked: root.newListAsked()
    }
}
