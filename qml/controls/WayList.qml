pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// The categories in the order in which a shop's shelves are passed; dragged by the grip, or moved by the keyboard.
ListView {
    id: root

    required property ShopsViewModel viewModel
    property int dragged: -1
    property int target: -1

    model: viewModel.wayTitles
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    keyNavigationEnabled: true
    activeFocusOnTab: true
    currentIndex: -1
    Accessible.role: Accessible.List
    Accessible.name: qsTr("The way through %1").arg(viewModel.currentName)

    T.ScrollBar.vertical: ScrollLine {}

    onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier)) {
            menu.openFor(currentItem, currentIndex);
            event.accepted = true;
            return;
        }
        const by = event.key === Qt.Key_Up ? -1 : event.key === Qt.Key_Down ? 1 : 0;
        if (by === 0 || !(event.modifiers & Qt.AltModifier)) return;
        event.accepted = true;
        const to = currentIndex + by;
        viewModel.moveCategory(currentIndex, to);
        currentIndex = Math.max(0, Math.min(to, count - 1));
    }

    WayMenu {
        id: menu
        viewModel: root.viewModel
        length: root.count
        onMoved: row => root.currentIndex = row
    }

    delegate: Rectangle {
        id: row

        required property int index
        required property string modelData
        readonly property bool isTarget: root.dragged >= 0 && root.target === index && root.dragged !== index

        width: ListView.view.width
        height: 44
        radius: Theme.fieldRadius
        color: root?.dragged === index ? Theme.tint : "transparent"
        border.width: (root?.activeFocus ?? false) && root.currentIndex === index ? Theme.focusWidth : 0
        border.color: Theme.accent
        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("%1, %L2 of %L3").arg(modelData).arg(index + 1).arg(root?.count ?? 0)
        Accessible.focusable: true
        Accessible.focused: (root?.activeFocus ?? false) && root.currentIndex === index
        Accessible.onPressAction: menu.openFor(row, index)

        TapHandler {
            acceptedButtons: Qt.RightButton
            onTapped: menu.openFor(row, row.index)
        }
        Rectangle {
            width: parent.width
            height: 2
            y: row.index > (root?.dragged ?? 0) ? parent.height - 1 : -1
            visible: row.isTarget
            color: Theme.accent
        }
        Rectangle {
            id: dot
            anchors.left: parent.left
            anchors.leftMargin: Theme.x2
            anchors.verticalCenter: parent.verticalCenter
            width: 8
            height: 8
            radius: 4
            color: Theme.hue(root?.viewModel.hueOfCategory(row.index) ?? 0)
        }
        BodyText {
            anchors.left: dot.right
            anchors.leftMargin: Theme.x3
            anchors.right: grip.left
            anchors.verticalCenter: parent.verticalCenter
            text: row.modelData
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        MouseArea {
            id: grip
            anchors.right: parent.right
            width: 44
            height: parent.height
            preventStealing: true
            cursorShape: Qt.OpenHandCursor
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("Move %1").arg(row.modelData)
            Accessible.onPressAction: menu.openFor(row, row.index)
            onPressed: root.dragged = row.index
            onPositionChanged: mouse => {
                const y = row.y + mouse.y;
                root.target = Math.max(0, Math.min(Math.floor(y / row.height), root.count - 1));
                root.positionViewAtIndex(root.target, ListView.Contain);
            }
            onReleased: {
                const from = root.dragged;
                const to = root.target;
                root.dragged = -1;
                root.target = -1;
                if (to >= 0) root.viewModel.moveCategory(from, to);
            }
            onCanceled: {
                root.dragged = -1;
                root.target = -1;
            }

            Icon {
                anchors.centerIn: parent
                name: "grip"
                color: Theme.outline
                size: Theme.iconSize - 2
            }
        }
    }
}
