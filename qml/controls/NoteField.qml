pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// Several lines to write in.
FocusScope {
    id: root

    required property string label
    property string error
    property string value // what it shows while nobody writes in it
    readonly property alias text: input.text
    property alias readOnly: input.readOnly

    signal abandoned()

    // Drops what is being written.
    function reload() {
        input.text = value;
    }

    onValueChanged: if (!input.activeFocus) reload()

    implicitWidth: 200
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: parent.width
        spacing: Theme.x1

        SmallText {
            text: root.label
            Accessible.ignored: true
        }
        T.TextArea {
            id: input

            focus: true
            width: parent.width
            implicitHeight: Math.max(88, contentHeight + 2 * Theme.x3)
            padding: Theme.x3
            wrapMode: TextEdit.Wrap
            horizontalAlignment: TextEdit.AlignLeft
            font.pixelSize: Theme.bodySize + 1
            color: Theme.ink
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            selectByMouse: true
            textFormat: TextEdit.PlainText
            KeyNavigation.priority: KeyNavigation.BeforeItem
            KeyNavigation.tab: nextItemInFocusChain()
            Accessible.name: root.label
            Accessible.role: Accessible.EditableText
            Accessible.multiLine: true
            onActiveFocusChanged: if (!activeFocus) root.abandoned()

            background: Rectangle {
                radius: Theme.fieldRadius
                color: Theme.surface
                border.width: input.activeFocus ? Theme.focusWidth : Theme.hairline
                border.color: root.error !== "" ? Theme.danger : input.activeFocus ? Theme.accent : Theme.outline
            }
        }
        SmallText {
            width: parent.width
            visible: text !== ""
            text: root.error
            color: Theme.danger
            wrapMode: Text.Wrap
        }
    }
}
