pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// The one line to write items in. What was understood stands beside it as chips before Enter; Enter adds and
// keeps the line. On a phone it is docked under the thumb, chips above; else on top, chips below.
FocusScope {
    id: root

    required property EntryViewModel viewModel
    required property bool docked

    readonly property bool writing: input.activeFocus
    // What is offered hangs out this far below, over whatever is there.
    readonly property real overhang: offered.list ? offered.list.height + Theme.x1 : 0

    function submit() {
        viewModel.submit();
        input.forceActiveFocus();
    }

    // Among the suggestions; without any, the arrow is the page's.
    function choose(by: int, event: KeyEvent) {
        event.accepted = viewModel.suggestions.count > 0;
        viewModel.suggestions.current += by;
    }

    implicitHeight: line.height + (chips.visible ? chips.height + Theme.x2 : 0)
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Add to the list")

    Repeater {
        id: offered

        property Item list: null

        model: input.activeFocus && root.viewModel.suggestions.count > 0 ? 1 : 0

        SuggestionList {
            width: root.width
            y: root.docked ? -height - Theme.x1 : line.y + line.height + (chips.visible ? chips.height + Theme.x2 : 0) + Theme.x1
            most: root.docked ? 4 : 6
            viewModel: root.viewModel
        }
        onItemAdded: (index, item) => list = item
        onItemRemoved: list = null
    }

    ChipRow {
        id: chips
        anchors.left: parent.left
        anchors.right: parent.right
        y: root.docked ? 0 : line.height + Theme.x2
        viewModel: root.viewModel
    }

    Rectangle {
        id: line

        y: root.docked && chips.visible ? chips.height + Theme.x2 : 0
        width: parent.width
        height: Math.round(52 * Theme.textScale)
        radius: Theme.cardRadius
        color: Theme.surface
        border.width: input.activeFocus ? Theme.focusWidth : Theme.hairline
        border.color: input.activeFocus ? Theme.accent : Theme.outline

        Icon {
            id: plus
            anchors.left: parent.left
            anchors.leftMargin: Theme.x3
            anchors.verticalCenter: parent.verticalCenter
            name: "plus"
            color: Theme.accent
        }

        T.TextField {
            id: input

            anchors.left: plus.right
            anchors.leftMargin: Theme.x3
            anchors.right: enter.left
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            focus: true
            text: root.viewModel.text
            font.pixelSize: Theme.nameSize
            color: Theme.ink
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            selectByMouse: true
            horizontalAlignment: TextInput.AlignLeft
            verticalAlignment: TextInput.AlignVCenter
            maximumLength: root.viewModel.maximumLength
            inputMethodHints: Qt.ImhNoPredictiveText
            Accessible.name: qsTr("Add something")
            Accessible.role: Accessible.EditableText
            onTextEdited: root.viewModel.text = text
            onAccepted: root.submit()
            onActiveFocusChanged: if (activeFocus) root.viewModel.prepare()
            // An empty line has nothing to take back, but the page may.
            Keys.onEscapePressed: event => {
                event.accepted = root.viewModel.text !== "";
                root.viewModel.text = "";
            }
            Keys.onPressed: event => {
                if (event.matches(StandardKey.Paste)) event.accepted = root.viewModel.pasteMany();
            }
            Keys.onDownPressed: event => root.choose(1, event)
            Keys.onUpPressed: event => root.choose(-1, event)

            Text {
                anchors.fill: parent
                visible: input.text === "" && input.preeditText === ""
                text: qsTr("Add something")
                font: input.font
                color: Theme.dim
                horizontalAlignment: Text.AlignLeft
                verticalAlignment: Text.AlignVCenter
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }

        SmallText {
            anchors.right: enter.left
            anchors.rightMargin: Theme.x1
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.docked && !input.activeFocus && input.text === ""
            text: root.viewModel.shortcut
            Accessible.ignored: true
        }

        IconButton {
            id: enter
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: visible ? Theme.target : Theme.x3
            visible: input.text !== ""
            iconName: "enter"
            directional: true
            color: Theme.accent
            text: qsTr("Add")
            focusPolicy: Qt.NoFocus
            onClicked: root.submit()
        }
    }
}
