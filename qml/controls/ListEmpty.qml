pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// What a list says that shows no rows: because it is new, because nothing is left, or because nothing was found.
Column {
    id: root

    required property AppViewModel viewModel
    readonly property ListViewModel list: viewModel.list
    readonly property bool shopping: list.arrangement.shopping
    readonly property bool searched: list.arrangement.filtered && !shopping

    spacing: Theme.x4

    EmptyState {
        width: parent.width
        iconName: root.searched ? "search" : root.shopping ? "check" : "basket"
        title: root.searched ? qsTr("Nothing found") : root.shopping ? qsTr("That was all")
            : root.list.editable ? qsTr("What do you need?") : qsTr("Nothing to buy")
        sentence: root.searched ? qsTr("No item of this list is like that.")
            : root.shopping ? qsTr("Everything on this list is checked.")
            : root.list.editable ? qsTr("Write it as you would on paper. Amounts and prices are understood.")
                                 : qsTr("You can look at this list; others fill it.")
    }
    ActionButton {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.searched || root.shopping
        text: root.searched ? qsTr("Show everything") : qsTr("Stop shopping")
        onClicked: root.searched ? root.list.arrangement.clear() : root.list.arrangement.shopping = false
    }
    Grid {
        anchors.horizontalCenter: parent.horizontalCenter
        columns: Theme.textScale > 1.25 ? 1 : 3
        visible: root.list.editable && !root.searched && !root.shopping
        spacing: Theme.x2

        Repeater {
            model: root.viewModel.entry.examples

            Chip {
                required property string modelData

                text: modelData
                onClicked: root.viewModel.entry.add(modelData)
            }
        }
    }
}
