pragma ComponentBehavior: Bound

import QtQuick
import Larder

// The border between two panes, which can be dragged.
Item {
    id: root

    required property int paneWidth
    required property int direction // 1 when dragging towards the end of a line widens the pane, else -1

    signal widened(int width)

    implicitWidth: Theme.hairline
    Accessible.ignored: true

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: area.containsMouse || area.pressed ? 3 : Theme.hairline
        height: parent.height
        color: area.containsMouse || area.pressed ? Theme.accent : Theme.line
    }
    MouseArea {
        id: area

        property real from: 0

        anchors.fill: parent
        anchors.margins: -4
        hoverEnabled: true
        cursorShape: Qt.SplitHCursor
        onPressed: mouse => from = mouse.x
        onPositionChanged: mouse => {
            const outwards = LayoutMirroring.enabled ? -root.direction : root.direction;
            if (pressed) root.widened(root.paneWidth + outwards * Math.round(mouse.x - from));
        }
    }
}
