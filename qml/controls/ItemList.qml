pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// The rows of a list. It holds still: neither a checked row that glides away nor its keyboard place moves the view.
ListView {
    id: root

    required property ListViewModel viewModel
    required property PhotoViewModel photos
    property string openItemId
    property bool arranging: false // each row shows its grip
    property bool swipes: false
    property bool large: false
    property bool keyed: false // used by keys last, so that their place is shown
    property int dropRow: -1 // where what is carried would come to stand
    property bool still: false // while rows become others where they stand, which is nothing to act out
    readonly property bool moves: Theme.move > 0 && !still

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
        if (line.isItem) viewModel.bulk.selecting ? viewModel.bulk.toggle(line.itemId) : viewModel.toggle(line.itemId);
        else if (line.kind === ItemRows.CheckedHeader) viewModel.checkedShown = !viewModel.checkedShown;
    }

    // With Shift what is passed is selected; with Alt the row itself moves.
    function arrow(by: int, modifiers: int) {
        keyed = true;
        if (modifiers & Qt.AltModifier) viewModel.shift(currentId(), by);
        else if (modifiers & Qt.ShiftModifier) extend(by);
        else step(by);
    }
    function extend(by: int) {
        viewModel.bulk.selectTo(currentId());
        step(by);
        viewModel.bulk.selectTo(currentId());
    }
    function askMenu() {
        const line = currentItem as ItemLine;
        if (line?.isItem) line.menuAsked(line.mapToItem(null, Theme.x8, line.height));
    }
    function carry(line: ItemLine, at: point) {
        ghost.itemId = line.itemId;
        ghost.name = line.name;
        ghost.x = at.x - ghost.Drag.hotSpot.x;
        ghost.y = at.y - ghost.Drag.hotSpot.y;
        const here = contentItem.mapFromItem(null, at.x, at.y);
        const under = itemAt(20, here.y) as ItemLine;
        dropRow = !contains(mapFromItem(null, at.x, at.y)) || !under ? -1
            : here.y > under.y + under.height / 2 ? under.index + 1 : under.index;
        edges.speed = edgeSpeed(mapFromItem(null, at.x, at.y).y);
    }
    function edgeSpeed(y: real): real {
        return y < 48 ? -(48 - y) / 4 : y > height - 48 ? (y - height + 48) / 4 : 0;
    }
    function putDown(line: ItemLine, dropped: bool) {
        const elsewhere = dropped && ghost.Drag.drop() !== Qt.IgnoreAction;
        if (dropped && !elsewhere && dropRow >= 0) viewModel.dropBefore(line.itemId, dropRow);
        ghost.itemId = "";
        dropRow = -1;
        edges.speed = 0;
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
        ringed: current && root.keyed
        openItemId: root?.openItemId ?? ""
        checkedCount: root?.viewModel.rows.foundChecked ?? 0
        checkedShown: root?.viewModel.checkedShown || root?.viewModel.arrangement.filtered || false
        selecting: root?.viewModel.bulk.selecting ?? false
        arranging: root?.arranging ?? false
        swipes: root?.swipes ?? false
        large: root?.large ?? false
        still: root?.still ?? false
        photos: root?.photos ?? null
        dragged: root !== null && itemId !== "" && itemId === ghost.itemId
        editable: root?.viewModel.editable ?? false
        onTapped: {
            root.currentIndex = index;
            root.keyed = false;
            root.viewModel.tap(itemId);
        }
        onReached: {
            root.currentIndex = index;
            root.forceActiveFocus();
        }
        onSelectAsked: root.viewModel.bulk.toggle(itemId)
        onRemoveAsked: root.viewModel.remove(itemId)
        onDragMoved: at => root.carry(this, at)
        onDragEnded: dropped => root.putDown(this, dropped)
        onOpened: root.opened(itemId)
        onMenuAsked: at => {
            root.currentIndex = index;
            menu.openFor(this, at);
        }
        onFoldAsked: root.viewModel.checkedShown = !root.viewModel.checkedShown
        onClearAsked: root.viewModel.bulk.clearChecked()
    }

    // A transition that takes no time leaves rows where they were, so without motion there is none.
    move: moves ? moving : null
    displaced: moves ? displacing : null
    add: moves ? adding : null
    remove: moves ? removing : null

    Transition {
        id: moving
        NumberAnimation { properties: "y"; duration: Theme.move; easing.type: Theme.easing }
    }
    Transition {
        id: displacing
        NumberAnimation { properties: "y"; duration: Theme.move; easing.type: Theme.easing }
        NumberAnimation { property: "opacity"; to: 1; duration: Theme.quick }
    }
    Transition {
        id: adding
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.move }
    }
    Transition {
        id: removing
        NumberAnimation { property: "opacity"; to: 0; duration: Theme.quick }
    }

    T.ScrollBar.vertical: ScrollLine {}

    ItemMenu {
        id: menu
        viewModel: root.viewModel
        onDetailsAsked: itemId => root.opened(itemId)
    }
    ItemGhost {
        id: ghost
        parent: root.Window.contentItem
    }
    Rectangle {
        parent: root.contentItem
        x: Theme.x3
        y: Math.round((root.itemAtIndex(root.dropRow)?.y ?? root.contentHeight + root.originY) - 1)
        width: root.width - 2 * Theme.x3
        height: 2
        visible: root.dropRow > 0
        color: Theme.accent
    }
    PointHandler { // beside the rows, which take the press on them
        onActiveChanged: root.keyed = false
    }
    // Near an edge, what is carried moves the list.
    Timer {
        id: edges
        property real speed: 0
        interval: 16
        repeat: true
        running: speed !== 0
        onTriggered: root.contentY = Math.max(root.originY - root.topMargin, Math.min(root.contentY + speed,
            root.originY + root.contentHeight - root.height + root.bottomMargin))
    }

    onActiveFocusChanged: if (activeFocus && currentIndex < 0) step(1)

    Keys.onReleased: keyed = true // also of the Tab that led here
    Keys.onUpPressed: event => arrow(-1, event.modifiers)
    Keys.onDownPressed: event => arrow(1, event.modifiers)
    Keys.onSpacePressed: activateCurrent()
    Keys.onReturnPressed: if (currentId() !== "") opened(currentId())
    Keys.onPressed: event => {
        if (event.key === Qt.Key_F2 && currentId() !== "") opened(currentId());
        else if (event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier)) askMenu();
        else if (event.key === Qt.Key_Delete && viewModel.bulk.selecting) viewModel.bulk.remove();
        else if (event.key === Qt.Key_Delete && currentId() !== "") viewModel.remove(currentId());
        else if (event.matches(StandardKey.SelectAll)) viewModel.bulk.selectAll();
        else if (event.key === Qt.Key_X && currentId() !== "") viewModel.bulk.toggle(currentId());
        else if (event.key === Qt.Key_Escape && viewModel.bulk.selecting) viewModel.bulk.clear();
        else return;
        event.accepted = true;
    }

    Connections {
        property string currentId // the item that has the keyboard keeps it

        target: root.viewModel.rows
        function onArranging() {
            root.still = true;
            currentId = root.currentId();
        }
        function onArranged(another: bool) {
            root.currentIndex = root.viewModel.rowOf(currentId);
            if (another) root.positionViewAtBeginning();
            if (root.activeFocus && root.currentIndex >= 0) root.positionViewAtIndex(root.currentIndex, ListView.Contain);
            root.forceLayout();
            root.still = false;
        }

        // The keyboard stays where the finger was: the next row to buy comes under it, or the one before.
        function onGliding(from: int, to: int) {
            if (from !== root.currentIndex) return;
            const next = root.viewModel.rows.nextToBuy(from);
            root.currentIndex = next >= 0 ? next : root.viewModel.rows.neighbourOf(from);
        }
    }
}
