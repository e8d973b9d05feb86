pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// One list: the most of the screen is what there is to buy, and the next thing to do is under the thumb.
FocusScope {
    id: root

    required property AppViewModel viewModel
    required property bool docked // the entry line at the foot, as on a phone
    readonly property ListViewModel list: viewModel.list
    readonly property EntryViewModel entry: viewModel.entry

    signal editListAsked()

    function write() {
        entryLine.forceActiveFocus();
    }
    // The keyboard goes back to where it was in the list.
    function takeUp() {
        rows.forceActiveFocus();
    }

    ListHead {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        viewModel: root.viewModel
        onBackAsked: root.viewModel.back()
        onEditAsked: root.editListAsked()
        narrow: root.docked
    }

    EntryLine {
        id: entryLine

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.docked ? Theme.x3 : Theme.x4
        anchors.rightMargin: anchors.leftMargin
        y: root.docked ? root.height - height - Theme.x2 : head.height
        focus: true
        visible: root.list.editable
        height: visible ? implicitHeight : 0
        docked: root.docked
        viewModel: root.entry
        Keys.onDownPressed: rows.forceActiveFocus()
    }

    ItemList {
        id: rows

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.docked ? 0 : Theme.x1
        anchors.rightMargin: anchors.leftMargin
        anchors.top: parent.top
        anchors.topMargin: root.docked ? head.height : entryLine.y + entryLine.height + Theme.x1
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.docked && entryLine.visible ? entryLine.height + Theme.x3 : 0
        viewModel: root.list
        openItemId: root.viewModel.item.itemId
        onOpened: itemId => root.viewModel.openItem(itemId)
    }

    Column {
        anchors.centerIn: rows
        visible: root.list.loaded && rows.count === 0
        width: Math.min(rows.width - 2 * Theme.x6, 360)
        spacing: Theme.x4

        EmptyState {
            width: parent.width
            iconName: "basket"
            title: root.list.editable ? qsTr("What do you need?") : qsTr("Nothing to buy")
            sentence: root.list.editable ? qsTr("Write it as you would on paper. Amounts and prices are understood.")
                                         : qsTr("You can look at this list; others fill it.")
        }
        Grid {
            anchors.horizontalCenter: parent.horizontalCenter
            columns: Theme.textScale > 1.25 ? 1 : 3
            visible: root.list.editable
            spacing: Theme.x2

            Repeater {
                model: root.entry.examples

                Chip {
                    required property string modelData

                    text: modelData
                    onClicked: root.entry.add(modelData)
                }
            }
        }
    }

    UndoBars {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.docked && entryLine.visible ? entryLine.height + Theme.x4 : Theme.x4
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.x3
        anchors.rightMargin: Theme.x3
        viewModel: root.viewModel.undo
    }

    Connections {
        target: root.list
        function onAdded(itemId: string) {
            rows.reveal(itemId);
        }
    }
}
