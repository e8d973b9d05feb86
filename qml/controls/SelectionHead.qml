pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Stands in the head's place while items are selected: how many, and, where there is room, what can be done with them.
Item {
    id: root

    required property AppViewModel viewModel
    required property bool narrow
    readonly property BulkViewModel bulk: viewModel.list.bulk

    signal categoryAsked()
    signal moveAsked()
    signal copyAsked()

    implicitHeight: 68
    Accessible.role: Accessible.ToolBar
    Accessible.name: bulk.summary

    Rectangle {
        anchors.fill: parent
        color: Theme.tint
    }

    IconButton {
        id: close
        anchors.left: parent.left
        anchors.leftMargin: Theme.x1
        anchors.verticalCenter: parent.verticalCenter
        iconName: "close"
        text: qsTr("Select nothing")
        onClicked: root.bulk.clear()
    }
    SectionText {
        anchors.left: close.right
        anchors.right: actions.left
        anchors.verticalCenter: parent.verticalCenter
        text: root.bulk.summary
        elide: Text.ElideRight
        font.pixelSize: Theme.nameSize
    }
    SelectionActions {
        id: actions
        anchors.right: badge.left
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.narrow
        width: visible ? implicitWidth : 0
        bulk: root.bulk
        onCategoryAsked: root.categoryAsked()
        onMoveAsked: root.moveAsked()
        onCopyAsked: root.copyAsked()
    }
    SyncBadge {
        id: badge
        anchors.right: parent.right
        anchors.rightMargin: root.narrow ? Theme.x2 : Theme.x1
        anchors.verticalCenter: parent.verticalCenter
        visible: root.narrow
        width: visible ? implicitWidth : 0
        viewModel: root.viewModel.sync
        onClicked: root.viewModel.go(AppViewModel.Sync)
    }
}
