pragma ComponentBehavior: Bound

import QtQuick
import Larder

// A choice with its name above it, and what it means below that.
Column {
    id: root

    required property string label
    required property list<string> choices
    required property int current
    property string detail

    signal chosen(int index)

    spacing: Theme.x1

    BodyText {
        width: parent.width
        text: root.label
        Accessible.ignored: true
    }
    SmallText {
        width: parent.width
        visible: text !== ""
        text: root.detail
        wrapMode: Text.Wrap
    }
    Segments {
        width: parent.width
        label: root.label
        choices: root.choices
        current: root.current
        onChosen: index => root.chosen(index)
    }
}
