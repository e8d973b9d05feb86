pragma ComponentBehavior: Bound

import QtQuick
import Larder

// A list's emoji on a wash of its colour.
Rectangle {
    id: root

    required property string glyph
    required property int hue
    property int size: 44

    implicitWidth: size
    implicitHeight: size
    radius: Math.round(size * 0.28)
    color: "transparent"
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: Theme.outline

    Rectangle {
        anchors.fill: parent
        radius: parent.radius
        color: Theme.hue(root.hue)
        opacity: Theme.highContrast ? 0 : Theme.hueWash
    }
    Text {
        anchors.centerIn: parent
        text: root.glyph
        font.family: Theme.emojiFamily
        font.pixelSize: Math.round(root.size * 0.5)
        Accessible.ignored: true
    }
}
