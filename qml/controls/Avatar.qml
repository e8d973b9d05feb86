pragma ComponentBehavior: Bound

import QtQuick
import Larder

// A person as an initial on a hue of their own.
Rectangle {
    id: root

    required property string name
    required property int hue
    property int size: 24

    implicitWidth: size
    implicitHeight: size
    radius: size / 2
    color: Theme.paper
    border.width: Theme.hairline
    border.color: Theme.hue(hue)
    Accessible.role: Accessible.StaticText
    Accessible.name: name

    Rectangle {
        anchors.fill: parent
        radius: parent.radius
        color: Theme.hue(root.hue)
        opacity: Theme.hueWash
    }
    Text {
        anchors.centerIn: parent
        text: root.name.slice(0, 1).toLocaleUpperCase()
        font.pixelSize: Math.round(root.size * 0.48)
        font.weight: Font.DemiBold
        color: Theme.ink
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
