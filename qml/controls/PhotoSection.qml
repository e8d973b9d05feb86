pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// The photo of an item: shown, taken from a file, the clipboard or a drop, and removed.
Column {
    id: root

    required property PhotoViewModel viewModel
    required property string itemName
    required property bool editable
    readonly property bool named: viewModel.photo !== ""
    readonly property bool here: named && viewModel.arrived >= 0 && viewModel.has(viewModel.photo)

    signal largeAsked()

    spacing: Theme.x2
    visible: named || editable

    SmallText {
        width: parent.width
        text: qsTr("Photo")
    }
    PhotoFrame {
        width: parent.width
        visible: root.here
        photo: root.here ? root.viewModel.photo : ""
        text: qsTr("Photo of %1, show it large").arg(root.itemName)
        onClicked: root.largeAsked()
    }
    SmallText {
        width: parent.width
        visible: text !== ""
        text: root.viewModel.sentence
        color: root.viewModel.wrong ? Theme.danger : Theme.dim
        wrapMode: Text.Wrap
    }
    Flow {
        width: parent.width
        spacing: Theme.x2
        visible: root.editable

        ActionButton {
            enabled: !root.viewModel.busy
            text: root.named ? qsTr("Another photo") : qsTr("Add a photo")
            onClicked: root.viewModel.choose()
        }
        ActionButton {
            look: ActionButton.Plain
            enabled: !root.viewModel.busy
            text: qsTr("Paste a picture")
            onClicked: root.viewModel.paste()
        }
        ActionButton {
            visible: root.named
            look: ActionButton.Plain
            text: qsTr("Remove the photo")
            onClicked: root.viewModel.remove()
        }
    }
}
