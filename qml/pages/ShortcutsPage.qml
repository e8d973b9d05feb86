pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// Every action with its keys, by group; each can be done from here.
FocusScope {
    id: root

    required property AppViewModel viewModel
    required property bool narrow

    PageHead {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        title: qsTr("Keyboard shortcuts")
        small: root.narrow
        canGoBack: root.narrow
        badgeOf: root.narrow ? root.viewModel : null
        onBackAsked: root.viewModel.go(AppViewModel.Account)
    }

    ListView {
        id: rows

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.x1
        anchors.rightMargin: Theme.x1
        focus: true
        clip: true
        model: root.viewModel.commands
        boundsBehavior: Flickable.DragOverBounds
        bottomMargin: Theme.x6
        highlightMoveDuration: 0
        Accessible.role: Accessible.List
        Accessible.name: head.title

        section.property: "group"

        delegate: ShortcutLine {
            required property int index

            width: ListView.view.width
            focus: ListView.isCurrentItem
            heading: ListView.previousSection === ListView.section ? "" : ListView.section
            onClicked: root.viewModel.commands.run(command)
        }

        T.ScrollBar.vertical: ScrollLine {}
    }

    // The page of before still has the keyboard in this scope.
    Component.onCompleted: rows.forceActiveFocus(Qt.TabFocusReason)
}
