pragma ComponentBehavior: Bound

import QtQuick
import Larder

// A picture and its word: under it in the bottom bar, beside it in the side pane.
Item {
    id: root

    required property string iconName
    required property string text
    required property bool current
    required property bool beside
    property string mark

    function fromEdge(distance: real, across: real): real {
        return LayoutMirroring.enabled ? width - across - distance : distance;
    }

    Icon {
        id: icon
        x: root.beside ? root.fromEdge(Theme.x3 + 2, width) : Math.round((parent.width - width) / 2)
        y: root.beside ? Math.round((parent.height - height) / 2) : Theme.x2
        name: root.iconName
        size: Theme.iconSize
        color: root.current ? Theme.accent : Theme.dim
    }
    Text {
        x: root.beside ? root.fromEdge(icon.width + 2 * Theme.x3 + 4, width) : Math.round((parent.width - width) / 2)
        y: root.beside ? Math.round((parent.height - height) / 2) : icon.y + icon.height + 2
        text: root.text
        font.pixelSize: root.beside ? Theme.bodySize : Theme.smallSize - 1
        font.weight: root.current ? Font.DemiBold : Font.Normal
        color: root.current ? (root.beside ? Theme.ink : Theme.accent) : Theme.dim
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    SmallText {
        anchors.right: parent.right
        anchors.rightMargin: Theme.x3
        anchors.verticalCenter: parent.verticalCenter
        visible: root.beside && text !== ""
        text: root.mark
        Accessible.ignored: true
    }
}
