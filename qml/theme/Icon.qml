pragma ComponentBehavior: Bound

import QtQuick
import Larder

// One of resources/icons in a colour of the theme, drawn by IconImages at the size and density it is shown at.
Image {
    id: root

    required property string name
    property color color: Theme.ink
    property int size: Theme.iconSize
    property bool directional: false // points somewhere along a line of text

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    source: name === "" ? "" : "image://icons/" + name + "/" + String(color).slice(1)
    mirror: directional && LayoutMirroring.enabled
    Accessible.ignored: true
}
