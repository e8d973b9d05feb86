pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// What can be done with the items that are selected.
Row {
    id: root

    required property BulkViewModel bulk

    signal categoryAsked()
    signal moveAsked()
    signal copyAsked()

    IconButton {
        iconName: "check"
        text: qsTr("Check")
        onClicked: root.bulk.setChecked(true)
    }
    IconButton {
        iconName: "tag"
        text: qsTr("Category")
        onClicked: root.categoryAsked()
    }
    IconButton {
        iconName: "move"
        text: qsTr("Move to another list")
        directional: true
        onClicked: root.moveAsked()
    }
    IconButton {
        iconName: "trash"
        text: qsTr("Delete")
        onClicked: root.bulk.remove()
    }
    IconButton {
        id: more
        iconName: "more"
        text: qsTr("More for what is selected")
        onClicked: menu.openBeside(more)
    }

    PopupMenu {
        id: menu
        label: more.text

        PopupEntry {
            text: qsTr("Select all")
            iconName: "select"
            onTriggered: root.bulk.selectAll()
        }
        PopupEntry {
            text: qsTr("Uncheck")
            iconName: "undo"
            onTriggered: root.bulk.setChecked(false)
        }
        PopupEntry {
            text: qsTr("Copy to another list")
            iconName: "copy"
            onTriggered: root.copyAsked()
        }
    }
}
