pragma ComponentBehavior: Bound

import QtQuick
import Larder

// A sentence.
Text {
    id: root

    color: Theme.ink
    font.pixelSize: Theme.bodySize
    lineHeight: 1.25
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft // the leading edge, whatever the language of the words
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
