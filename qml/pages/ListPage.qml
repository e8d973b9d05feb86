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
    readonly property ArrangementViewModel arrangement: list.arrangement
    readonly property EntryViewModel entry: viewModel.entry
    readonly property bool selecting: list.bulk.selecting
    property bool arranging: false

    signal editListAsked()

    function write() {
        if (entryLine.visible) entryLine.forceActiveFocus();
    }
    function search() {
        arrangement.searching = true;
    }
    // The keyboard goes back to where it was in the list.
    function takeUp() {
        rows.forceActiveFocus();
    }
    function arrange() {
        arrangement.searching = false;
        arrangement.sort = ArrangementViewModel.Shop;
        arranging = true;
        rows.forceActiveFocus();
    }

    Keys.onEscapePressed: event => {
        if (selecting) list.bulk.clear();
        else if (arranging) arranging = false;
        else if (arrangement.shopping) arrangement.shopping = false;
        else event.accepted = false;
    }

    Item {
        id: head
        width: parent.width
        height: childrenRect.height

        Repeater {
            model: root.selecting ? 1 : 0

            SelectionHead {
                width: head.width
                viewModel: root.viewModel
                narrow: root.docked
                onCategoryAsked: dialogs.askCategory()
                onMoveAsked: dialogs.askMove()
                onCopyAsked: dialogs.askCopy()
            }
        }
        Repeater {
            model: !root.selecting && root.arrangement.shopping ? 1 : 0

            ShoppingHead {
                width: head.width
                viewModel: root.viewModel
                narrow: root.docked
                onShopsAsked: dialogs.askShops()
            }
        }
        ListHead {
            visible: !root.selecting && !root.arrangement.shopping
            width: head.width
            height: visible ? implicitHeight : 0
            viewModel: root.viewModel
            narrow: root.docked
            onBackAsked: root.viewModel.back()
            onEditAsked: root.editListAsked()
            onShopsAsked: dialogs.askShops()
            onArrangeAsked: root.arrange()
        }
    }

    Item {
        id: tools
        width: parent.width
        y: head.height
        height: childrenRect.height

        Repeater {
            model: root.arrangement.searching ? 1 : 0

            SearchBar {
                x: root.docked ? Theme.x3 : Theme.x4
                width: tools.width - 2 * x
                focus: true
                viewModel: root.arrangement
                onSaveAsked: dialogs.askFilterName()
                Keys.onDownPressed: rows.forceActiveFocus()
                Component.onCompleted: forceActiveFocus()
                Component.onDestruction: rows?.forceActiveFocus()
            }
        }
        Repeater {
            model: root.viewModel.merge.shown && !root.arranging && !root.arrangement.searching
                && !root.arrangement.shopping && !root.selecting ? 1 : 0

            MergeBar {
                x: root.docked ? Theme.x3 : Theme.x4
                width: tools.width - 2 * x
                viewModel: root.viewModel.merge
            }
        }
        Repeater {
            model: root.arranging ? 1 : 0

            ArrangeBar {
                x: root.docked ? Theme.x3 : Theme.x4
                width: tools.width - 2 * x
                onDone: root.arranging = false
            }
        }
    }

    EntryLine {
        id: entryLine

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.docked ? Theme.x3 : Theme.x4
        anchors.rightMargin: anchors.leftMargin
        y: root.docked ? root.height - height - Theme.x2 : head.height + tools.height + (tools.height > 0 ? Theme.x2 : 0)
        z: 1 // what it suggests lies over the rows
        focus: true
        visible: root.list.editable && !root.arrangement.shopping && !root.arranging && !root.arrangement.searching
                 && !(root.docked && root.selecting)
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
        anchors.topMargin: root.docked || !entryLine.visible ? head.height + tools.height
            : entryLine.y + entryLine.height + Theme.x1
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.docked && entryLine.visible ? entryLine.height + Theme.x3 : foot.height
        viewModel: root.list
        photos: root.viewModel.photos
        arranging: root.arranging
        swipes: root.docked
        large: root.arrangement.shopping
        openItemId: root.viewModel.item.itemId
        onOpened: itemId => root.viewModel.openItem(itemId)
    }

    // On a phone what to do with the selected is under the thumb.
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: root.docked && root.selecting ? 60 : 0

        Repeater {
            model: foot.height > 0 ? 1 : 0

            SelectionActions {
                anchors.centerIn: parent
                spacing: (foot.width - 5 * Theme.target) / 6
                bulk: root.list.bulk
                onCategoryAsked: dialogs.askCategory()
                onMoveAsked: dialogs.askMove()
                onCopyAsked: dialogs.askCopy()
            }
        }
    }

    ListEmpty {
        anchors.centerIn: rows
        width: Math.min(rows.width - 2 * Theme.x6, 360)
        visible: root.list.loaded && rows.count === 0
        viewModel: root.viewModel
    }

    UndoBars {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.docked && entryLine.visible ? entryLine.height + Theme.x4 : foot.height + Theme.x4
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.x3
        anchors.rightMargin: Theme.x3
        viewModel: root.viewModel.undo
    }

    ListDialogs {
        id: dialogs
        viewModel: root.viewModel
    }

    Connections {
        target: root.list
        function onAdded(itemId: string) {
            rows.reveal(itemId);
        }
        function onShownChanged() {
            root.arranging = false;
        }
    }
}
