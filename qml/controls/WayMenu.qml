pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Where a category can go on the way through a shop, for who does not drag it.
PopupMenu {
    id: root

    required property ShopsViewModel viewModel
    required property int length
    property int row: -1

    signal moved(int row)

    function openFor(line: Item, index: int) {
        row = index;
        openBeside(line);
    }
    function move(to: int) {
        viewModel.moveCategory(row, to);
        moved(to);
    }

    label: qsTr("Where it comes on the way")

    PopupEntry {
        text: qsTr("First")
        iconName: "up"
        visible: root.row > 1
        onTriggered: root.move(0)
    }
    PopupEntry {
        text: qsTr("Earlier")
        iconName: "up"
        visible: root.row > 0
        onTriggered: root.move(root.row - 1)
    }
    PopupEntry {
        text: qsTr("Later")
        iconName: "down"
        visible: root.row < root.length - 1
        onTriggered: root.move(root.row + 1)
    }
    PopupEntry {
        text: qsTr("Last")
        iconName: "down"
        visible: root.row < root.length - 2
        onTriggered: root.move(root.length - 1)
    }
}
