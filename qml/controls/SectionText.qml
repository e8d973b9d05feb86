pragma ComponentBehavior: Bound

import QtQuick
import Larder

// The head of a part of a wide pane.
Text {
    id: root

    color: Theme.ink
    font.pixelSize: Theme.sectionSize
    font.weight: Font.DemiBold
    elide: Text.ElideRight
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft // the leading edge, whatever the language of the words
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
