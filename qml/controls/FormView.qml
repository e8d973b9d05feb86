pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// What scrolls a page of controls, and keeps in sight the one that has the keyboard.
Flickable {
    id: root

    required property FocusScope page // whose controls these are
    readonly property Item focused: Window.activeFocusItem

    function reveal(item: Item) {
        const top = item.mapToItem(contentItem, 0, -Theme.x4).y;
        const bottom = item.mapToItem(contentItem, 0, item.height + Theme.x4).y;
        contentY = Math.max(0, Math.max(bottom - height, Math.min(contentY, top)));
    }

    contentWidth: width
    clip: true
    boundsBehavior: Flickable.DragOverBounds
    onFocusedChanged: if (focused && page.activeFocus) reveal(focused)

    T.ScrollBar.vertical: ScrollLine {}
}
