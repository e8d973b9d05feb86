pragma ComponentBehavior: Bound

import QtQuick
import Larder

// A second line or a caption.
Text {
    id: root

    color: Theme.dim
    font.pixelSize: Theme.smallSize
    lineHeight: 1.15
    elide: Text.ElideRight
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft // the leading edge, whatever the language of the words
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
