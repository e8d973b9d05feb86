pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// The rows of a list. It holds still: neither a checked row that glides away nor its keyboard place moves the view.
ListView {
    id: root

    required property ListViewModel viewModel
    property string openItemId

    signal opened(string itemId)

    function currentId(): string {
        return (currentItem as ItemLine)?.itemId ?? "";
    }
    function step(by: int) {
        currentIndex = viewModel.rows.stopAt(currentIndex + by, by);
        positionViewAtIndex(currentIndex, ListView.Contain);
    }
    function reveal(itemId: string) {
        const row = viewModel.rowOf(itemId);
        if (row >= 0) positionViewAtIndex(row, ListView.Contain);
    }
    function activateCurrent() {
        const line = currentItem as ItemLine;
        line.lively = true;
        if (line.isItem) viewModel.toggle(line.itemId);
        else if (line.kind === ItemRows.CheckedHeader) viewModel.checkedShown = !viewModel.checkedShown;
    }

    model: viewModel.rows
    reuseItems: true
    cacheBuffer: 0
    clip: true
    keyNavigationEnabled: false
    highlightFollowsCurrentItem: false
    boundsBehavior: Flickable.DragOverBounds
    boundsMovement: Flickable.FollowBoundsBehavior
    currentIndex: -1
    topMargin: Theme.x1
    bottomMargin: Theme.x6
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Items of %1").arg(viewModel.name)

    delegate: ItemLine {
        // Rows that wait to be reused outlive the view by a moment.
        current: (root?.activeFocus ?? false) && root.currentIndex === index
        openItemId: root?.openItemId ?? ""
        checkedCount: root?.viewModel.checkedCount ?? 0
        checkedShown: root?.viewModel.checkedShown ?? false
        editable: root?.viewModel.editable ?? false
        onToggled: {
            root.currentIndex = index;
            root.viewModel.toggle(itemId);
        }
        onOpened: root.opened(itemId)
        onFoldAsked: root.viewModel.checkedShown = !root.viewModel.checkedShown
        onClearAsked: root.viewModel.clearChecked()
    }

    move: Transition {
        NumberAnimation { properties: "y"; duration: Theme.move; easing.type: Theme.easing }
    }
    displaced: Transition {
        NumberAnimation { properties: "y"; duration: Theme.move; easing.type: Theme.easing }
        NumberAnimation { property: "opacity"; to: 1; duration: Theme.quick }
    }
    add: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.move }
    }
    remove: Transition {
        NumberAnimation { property: "opacity"; to: 0; duration: Theme.quick }
    }

    T.ScrollBar.vertical: ScrollLine {}

    onActiveFocusChanged: if (activeFocus && currentIndex < 0) step(1)

    Keys.onUpPressed: step(-1)
    Keys.onDownPressed: step(1)
    Keys.onSpacePressed: activateCurrent()
    Keys.onReturnPressed: if (currentId() !== "") opened(currentId())
    Keys.onPressed: event => {
        if (event.key === Qt.Key_F2 && currentId() !== "") opened(currentId());
        else if (event.key === Qt.Key_Delete && currentId() !== "") viewModel.remove(currentId());
        else return;
        event.accepted = true;
    }

    // The keyboard stays where the finger was: the next row to buy comes under it, or the one before.
    Connections {
        target: root.viewModel.rows
        function onGliding(from: int, to: int) {
            if (from !== root.currentIndex) return;
            const next = root.viewModel.rows.nextToBuy(from);
            root.currentIndex = next >= 0 ? next : root.viewModel.rows.neighbourOf(from);
        }
    }
}
