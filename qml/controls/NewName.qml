pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A line to name something new in, without a label of its own.
T.TextField {
    id: root

    property alias placeholder: hint.text

    implicitHeight: Math.max(46, contentHeight + 2 * Theme.x3)
    leftPadding: Theme.x3
    rightPadding: Theme.x3
    horizontalAlignment: TextInput.AlignLeft
    verticalAlignment: TextInput.AlignVCenter
    font.pixelSize: Theme.bodySize + 1
    color: Theme.ink
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    maximumLength: 255
    Accessible.name: placeholder
    Accessible.role: Accessible.EditableText

    background: Rectangle {
        radius: Theme.fieldRadius
        color: Theme.surface
        border.width: root.activeFocus ? Theme.focusWidth : Theme.hairline
        border.color: root.activeFocus ? Theme.accent : Theme.outline
    }

    Text {
        id: hint
        anchors.fill: parent
        anchors.leftMargin: root.leftPadding
        anchors.rightMargin: root.rightPadding
        visible: root.text === "" && root.preeditText === ""
        font: root.font
        color: Theme.dim
        horizontalAlignment: Text.AlignLeft
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
