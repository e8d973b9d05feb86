pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// What can be done with one item: for a right click, for the Menu key, and for who can neither swipe nor drag.
PopupMenu {
    id: root

    required property ListViewModel viewModel
    property string itemId
    property bool checked: false

    signal detailsAsked(string itemId)

    function openFor(line: ItemLine, point: point) {
        itemId = line.itemId;
        checked = line.checked;
        label = qsTr("What to do with %1").arg(line.name);
        at = point;
        open();
    }

    PopupEntry {
        text: root.checked ? qsTr("Uncheck") : qsTr("Check")
        iconName: root.checked ? "undo" : "check"
        visible: root.viewModel.editable
        onTriggered: root.viewModel.toggle(root.itemId)
    }
    PopupEntry {
        text: qsTr("Details")
        iconName: "edit"
        onTriggered: root.detailsAsked(root.itemId)
    }
    PopupEntry {
        text: qsTr("Select")
        iconName: "select"
        visible: root.viewModel.editable
        onTriggered: root.viewModel.bulk.toggle(root.itemId)
    }
    PopupEntry {
        text: qsTr("Move up")
        iconName: "up"
        visible: root.viewModel.editable && !root.checked
        onTriggered: root.viewModel.shift(root.itemId, -1)
    }
    PopupEntry {
        text: qsTr("Move down")
        iconName: "down"
        visible: root.viewModel.editable && !root.checked
        onTriggered: root.viewModel.shift(root.itemId, 1)
    }
    PopupEntry {
        text: qsTr("Delete")
        iconName: "trash"
        color: Theme.danger
        visible: root.viewModel.editable
        onTriggered: root.viewModel.remove(root.itemId)
    }
}
