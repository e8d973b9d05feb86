pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Takes a barcode from a picture, or its digits.
Sheet {
    id: root

    required property ScanViewModel viewModel
    readonly property bool reading: viewModel.stage === ScanViewModel.Reading

    title: qsTr("Scan a barcode")
    signal taken()

    onClosed: if (viewModel.stage !== ScanViewModel.Closed) viewModel.cancel()

    contentItem: Column {
        spacing: Theme.x4

        SectionText {
            width: root.availableWidth
            text: root.title
        }
        BodyText {
            width: root.availableWidth
            text: qsTr("Larder knows a product by its barcode once somebody of this household has named it.")
            color: Theme.dim
        }
        Field {
            id: digits
            width: root.availableWidth
            focus: true
            label: qsTr("Digits below the bars")
            error: root.reading ? "" : root.viewModel.refusal
            inputMethodHints: Qt.ImhDigitsOnly
            onAccepted: if (text !== "") root.viewModel.typed(text)
        }
        BodyText {
            width: root.availableWidth
            visible: root.reading
            text: qsTr("Reading…")
        }
        Flow {
            width: root.availableWidth
            spacing: Theme.x2

            ActionButton {
                enabled: !root.reading
                look: ActionButton.Filled
                text: qsTr("Choose a picture")
                onClicked: root.viewModel.choose()
            }
            ActionButton {
                enabled: !root.reading
                text: qsTr("Paste a picture")
                onClicked: root.viewModel.paste()
            }
            ActionButton {
                look: ActionButton.Plain
                text: qsTr("Cancel")
                onClicked: root.close()
            }
        }

    }

    Connections {
        target: root.viewModel
        function onChanged() {
            if (root.viewModel.stage === ScanViewModel.Closed) root.close();
            else if (!root.opened) {
                digits.reload();
                root.open();
            }
        }
        function onTaken() { root.taken(); }
    }
}
