pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Where the list is shopped, and the way through that shop: which shelves are passed first. It learns from what is
// checked there, and can be dragged.
Sheet {
    id: root

    required property ShopsViewModel viewModel

    title: qsTr("Where do you shop?")
    onClosed: newShop.text = ""

    contentItem: Column {
        spacing: Theme.x3

        SectionText {
            text: root.title
        }
        Flow {
            width: root.availableWidth
            spacing: Theme.x2

            RadioChip {
                text: qsTr("No shop in particular")
                checked: root.viewModel.current === ""
                onClicked: root.viewModel.choose("")
            }
            Repeater {
                model: root.viewModel

                RadioChip {
                    id: shop

                    required property string shopId
                    required property string name
                    required property bool current

                    text: name
                    iconName: "shop"
                    checked: current
                    onClicked: root.viewModel.choose(shopId)
                    Keys.onDeletePressed: root.viewModel.remove(shopId)
                }
            }
        }
        Row {
            width: root.availableWidth
            spacing: Theme.x2

            NewName {
                id: newShop
                width: parent.width - add.width - parent.spacing
                placeholder: qsTr("Another shop")
                onAccepted: add.clicked()
            }
            ActionButton {
                id: add
                anchors.bottom: parent.bottom
                text: qsTr("Add")
                enabled: newShop.text.trim() !== ""
                onClicked: {
                    root.viewModel.create(newShop.text);
                    newShop.text = "";
                }
            }
        }
        Row {
            width: root.availableWidth
            visible: root.viewModel.current !== ""

            SmallText {
                width: parent.width - remove.width
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("The way through %1, as it is learnt from your shopping. Drag to put it right.").arg(root.viewModel.currentName)
                wrapMode: Text.Wrap
            }
            IconButton {
                id: remove
                iconName: "trash"
                color: Theme.dim
                text: qsTr("Delete %1").arg(root.viewModel.currentName)
                onClicked: root.viewModel.remove(root.viewModel.current)
            }
        }
        WayList {
            width: root.availableWidth
            height: Math.min(contentHeight, Math.max(176, (root.parent?.height ?? 0) * 0.45))
            visible: root.viewModel.current !== ""
            viewModel: root.viewModel
        }
        ActionButton {
            anchors.right: parent.right
            look: ActionButton.Filled
            text: qsTr("Done")
            onClicked: root.close()
        }
    }
}
