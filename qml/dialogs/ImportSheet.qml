pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// Brings in lists: asks where from, shows what is in there line by line, and adds what is chosen of it.
Sheet {
    id: root

    required property ImportViewModel viewModel
    readonly property bool asking: viewModel.stage === ImportViewModel.Asking
    readonly property bool previewing: viewModel.stage === ImportViewModel.Preview

    title: qsTr("Import")
    onClosed: if (viewModel.stage !== ImportViewModel.Closed) viewModel.cancel()

    contentItem: Column {
        spacing: Theme.x3

        SectionText {
            width: root.availableWidth
            text: root.previewing ? root.viewModel.source : root.title
            elide: Text.ElideMiddle
        }
        SmallText {
            width: root.availableWidth
            text: root.asking ? qsTr("Larder reads its own exports, tables (CSV), Markdown, text, recipe pages, and lists of Bring!, AnyList, KitchenOwl, Google Keep and Google Tasks. Nothing is added before you have seen it.")
                : root.previewing ? root.viewModel.summary : qsTr("Reading…")
            wrapMode: Text.Wrap
        }
        BodyText {
            width: root.availableWidth
            visible: root.viewModel.refusal !== ""
            text: root.viewModel.refusal
            color: Theme.danger
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
        }
        Column {
            width: root.availableWidth
            visible: root.asking
            spacing: Theme.x2

            ActionButton {
                width: parent.width
                look: ActionButton.Filled
                text: qsTr("Choose a file")
                onClicked: root.viewModel.chooseFile()
            }
            ActionButton {
                width: parent.width
                text: qsTr("Paste what you copied")
                onClicked: root.viewModel.paste()
            }
            SmallText {
                width: parent.width
                text: qsTr("A file can also be dropped on the window.")
                wrapMode: Text.Wrap
            }
        }
        Segments {
            id: where
            width: root.availableWidth
            visible: root.previewing && root.viewModel.targets.length > 1
            label: qsTr("Where to")
            choices: []
            current: root.viewModel.target
            onChosen: index => root.viewModel.target = index
        }
        ImportList {
            width: root.availableWidth
            height: Math.min(contentHeight, Math.max(176, (root.parent?.height ?? 0) * 0.5))
            visible: root.previewing && count > 0
            viewModel: root.viewModel.rows
        }
        Row {
            anchors.right: parent.right
            spacing: Theme.x2

            ActionButton {
                look: ActionButton.Plain
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            ActionButton {
                visible: root.previewing && root.viewModel.answer !== ""
                look: ActionButton.Filled
                text: root.viewModel.answer
                onClicked: root.viewModel.take()
            }
        }
    }

    Connections {
        target: root.viewModel
        function onChanged() {
            where.choices = root.viewModel.targets;
            if (root.viewModel.stage === ImportViewModel.Closed) root.close();
            else if (!root.opened) root.open();
        }
    }
}
