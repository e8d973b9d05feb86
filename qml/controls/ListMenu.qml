pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// What one can do with a whole list.
PopupMenu {
    id: root

    required property AppViewModel viewModel
    required property bool narrow
    readonly property ListViewModel list: viewModel.list

    signal editAsked()
    signal shopsAsked()
    signal sortAsked()
    signal arrangeAsked()

    label: qsTr("More for this list")

    PopupEntry {
        text: qsTr("Name, colour and budget")
        iconName: "edit"
        visible: root.list.editable
        onTriggered: root.editAsked()
    }
    PopupEntry {
        text: qsTr("Shops")
        detail: root.list.shops.currentName
        iconName: "shop"
        visible: root.list.editable && !root.list.starting
        onTriggered: root.shopsAsked()
    }
    PopupEntry {
        text: qsTr("Spending")
        iconName: "chart"
        visible: !root.list.starting
        onTriggered: root.viewModel.commands.run(CommandRows.Spending)
    }
    PopupEntry {
        text: qsTr("Import")
        iconName: "import"
        onTriggered: root.viewModel.commands.run(CommandRows.Import)
    }
    PopupEntry {
        text: qsTr("Export")
        iconName: "export"
        visible: !root.list.starting
        onTriggered: root.viewModel.commands.run(CommandRows.Export)
    }
    PopupEntry {
        text: qsTr("Copy as text")
        iconName: "copy"
        visible: root.list.rows.found > 0
        onTriggered: root.viewModel.commands.run(CommandRows.CopyText)
    }
    PopupEntry {
        text: qsTr("Sort by…")
        iconName: "sort"
        visible: root.narrow
        onTriggered: root.sortAsked()
    }
    PopupEntry {
        text: qsTr("Arrange by hand")
        iconName: "grip"
        visible: root.list.editable && root.list.openCount > 1
        onTriggered: root.arrangeAsked()
    }
    PopupEntry {
        text: qsTr("Select all")
        iconName: "select"
        visible: root.list.editable && root.list.rows.found > 0
        onTriggered: root.list.bulk.selectAll()
    }
    PopupEntry {
        text: qsTr("Check all")
        iconName: "check"
        visible: root.list.editable && root.list.openCount > 0
        onTriggered: root.list.bulk.setChecked(true)
    }
    PopupEntry {
        text: qsTr("Uncheck all")
        iconName: "undo"
        visible: root.list.editable && root.list.checkedCount > 0
        onTriggered: root.list.bulk.setChecked(false)
    }
    PopupEntry {
        text: qsTr("Clear what is checked")
        iconName: "trash"
        visible: root.list.editable && root.list.checkedCount > 0
        onTriggered: root.list.bulk.clearChecked()
    }
}
