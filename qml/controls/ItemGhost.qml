pragma ComponentBehavior: Bound

import QtQuick
import Larder

// The picture of a row while it is carried to another place or to another list.
Item {
    id: root

    property string itemId
    property string name
    readonly property bool carried: itemId !== ""

    width: 220
    height: 44
    visible: carried
    z: 1
    Drag.active: carried
    Drag.keys: ["larder/item"]
    Drag.hotSpot.x: Theme.x4
    Drag.hotSpot.y: height / 2
    Accessible.ignored: true

    Floating {
        anchors.fill: parent
        radius: Theme.fieldRadius
    }
    Text {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.x3
        anchors.verticalCenter: parent.verticalCenter
        text: root.name
        font.pixelSize: Theme.bodySize
        color: Theme.ink
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }
}
