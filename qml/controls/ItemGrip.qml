pragma ComponentBehavior: Bound

import QtQuick
import Larder

// Where a row is taken to be put somewhere else.
MouseArea {
    id: root

    required property string name
    required property bool broad

    signal moved(point at) // in the window
    signal ended(bool dropped)
    signal asked() // for another way than by dragging

    x: broad === LayoutMirroring.enabled ? 0 : (parent?.width ?? 0) - width
    width: broad ? Theme.target : Theme.x4
    preventStealing: true
    cursorShape: pressed ? Qt.ClosedHandCursor : Qt.OpenHandCursor
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Move %1").arg(name)
    Accessible.onPressAction: asked()
    onPositionChanged: mouse => moved(mapToItem(null, mouse.x, mouse.y))
    onReleased: ended(true)
    onCanceled: ended(false)

    Icon {
        anchors.centerIn: parent
        name: "grip"
        color: root.pressed ? Theme.ink : Theme.outline
        size: root.broad ? Theme.iconSize : Theme.x4
    }
}
