pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// One line to write in, its name above it, and below it what is wrong with what was written.
FocusScope {
    id: root

    required property string label
    property string error
    property string hint
    property string value // what it shows while nobody writes in it
    readonly property alias text: input.text
    property alias placeholder: input.placeholderText
    property alias echoMode: input.echoMode
    property alias inputMethodHints: input.inputMethodHints
    property alias readOnly: input.readOnly
    property alias horizontalAlignment: input.horizontalAlignment
    readonly property bool writing: input.activeFocus
    readonly property bool secret: echoMode === TextInput.Password || eye.open

    signal edited(string text)
    signal accepted()
    signal abandoned()

    // Drops what is being written.
    function reload() {
        input.text = value;
    }
    function selectAll() {
        input.selectAll();
    }

    onValueChanged: if (!input.activeFocus) reload()

    implicitWidth: 200
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: parent.width
        spacing: Theme.x1

        SmallText {
            width: parent.width
            text: root.label
            Accessible.ignored: root.echoMode !== TextInput.Password // Qt 6.4 keeps the name of a secret secret too
        }

        T.TextField {
            id: input

            focus: true
            width: parent.width
            implicitHeight: Math.max(46, contentHeight + 2 * Theme.x3)
            leftPadding: eye.visible && LayoutMirroring.enabled ? Theme.target : Theme.x3
            rightPadding: eye.visible && !LayoutMirroring.enabled ? Theme.target : Theme.x3
            horizontalAlignment: TextInput.AlignLeft
            verticalAlignment: TextInput.AlignVCenter
            font.pixelSize: Theme.bodySize + 1
            color: Theme.ink
            placeholderTextColor: Theme.dim
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            selectByMouse: true
            Accessible.name: root.label
            Accessible.description: root.error !== "" ? root.error : root.hint
            Accessible.role: Accessible.EditableText
            onTextEdited: root.edited(text)
            onAccepted: root.accepted()
            onActiveFocusChanged: if (!activeFocus) root.abandoned()

            Text {
                anchors.fill: parent
                anchors.leftMargin: Theme.x3
                anchors.rightMargin: eye.visible ? Theme.target : Theme.x3
                visible: parent.text === "" && parent.preeditText === ""
                text: parent.placeholderText
                font: parent.font
                color: parent.placeholderTextColor
                horizontalAlignment: parent.horizontalAlignment
                verticalAlignment: Text.AlignVCenter
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.ignored: true
            }

            background: Rectangle {
                radius: Theme.fieldRadius
                color: Theme.surface
                border.width: input.activeFocus ? Theme.focusWidth : Theme.hairline
                border.color: root.error !== "" ? Theme.danger : input.activeFocus ? Theme.accent : Theme.outline
            }

            IconButton {
                id: eye

                property bool open: false

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: root.secret
                iconName: open ? "hidden" : "eye"
                color: Theme.dim
                text: open ? qsTr("Hide the password") : qsTr("Show the password")
                focusPolicy: Qt.TabFocus
                onClicked: {
                    open = !open;
                    input.echoMode = open ? TextInput.Normal : TextInput.Password;
                }
            }
        }

        SmallText {
            width: parent.width
            visible: text !== ""
            text: root.error !== "" ? root.error : root.hint
            color: root.error !== "" ? Theme.danger : Theme.dim
            wrapMode: Text.Wrap
        }
    }
}
