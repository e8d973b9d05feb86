pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// One line in the middle of the screen, for what comes to mind while doing something else. Enter adds and goes,
// Escape goes.
Window {
    id: root

    required property QuickAddViewModel viewModel

    function ask() {
        viewModel.begin();
        show();
        raise();
        requestActivate();
        line.forceActiveFocus();
    }

    title: qsTr("Quick add")
    transientParent: null // it comes up without the large window
    flags: Qt.Dialog | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint
    width: Math.min(Math.round(560 * Theme.textScale), Screen.desktopAvailableWidth - 2 * Theme.x6)
    height: content.height + 2 * Theme.x4
    x: Screen.virtualX + Math.round((Screen.width - width) / 2)
    y: Screen.virtualY + Math.round(Screen.height * 0.24)
    color: Theme.paper
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: Theme.hairline
        border.color: Theme.outline
    }
    DragHandler {
        target: null
        onActiveChanged: if (active) root.startSystemMove()
    }
    Column {
        id: content
        x: Theme.x4
        y: Theme.x4
        width: parent.width - 2 * Theme.x4
        spacing: Theme.x3

        Item {
            width: parent.width
            height: title.implicitHeight

            BodyText {
                id: title
                anchors.left: parent.left
                anchors.right: keys.left
                anchors.rightMargin: Theme.x3
                text: root.viewModel.name === "" ? root.title : qsTr("Add to %1").arg(root.viewModel.name)
                font.bold: true
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            SmallText {
                id: keys
                anchors.right: parent.right
                anchors.baseline: title.baseline
                text: qsTr("Enter adds, Esc closes")
            }
        }
        ListChips {
            width: parent.width
            visible: root.viewModel.lists.length > 1
            viewModel: root.viewModel
            onDecided: line.forceActiveFocus()
        }
        EntryLine {
            id: line
            width: parent.width
            height: implicitHeight + overhang
            focus: true
            docked: false
            viewModel: root.viewModel.entry
        }
    }

    Shortcut {
        sequences: ["Escape"]
        onActivated: root.hide()
    }
    Connections {
        target: root.viewModel
        function onAdded() { root.hide(); }
    }

    onVisibleChanged: if (!visible) viewModel.end()
}
