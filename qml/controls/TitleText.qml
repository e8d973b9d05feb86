pragma ComponentBehavior: Bound

import QtQuick
import Larder

// The title of a page.
Text {
    id: root

    color: Theme.ink
    font.pixelSize: Theme.titleSize
    font.weight: Font.DemiBold
    verticalAlignment: Text.AlignVCenter // when it shrinks to fit
    fontSizeMode: Text.HorizontalFit
    minimumPixelSize: Theme.sectionSize - 1
    elide: Text.ElideRight
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft // the leading edge, whatever the language of the words
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
