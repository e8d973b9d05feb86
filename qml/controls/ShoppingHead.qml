pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Stands in the head's place while one shops: where, what is left, what is in the cart, and the way out.
Item {
    id: root

    required property AppViewModel viewModel
    required property bool narrow
    readonly property ListViewModel list: viewModel.list

    signal shopsAsked()

    implicitHeight: column.height + Theme.x3

    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.x4
        anchors.rightMargin: Theme.x3
        y: Theme.x2
        spacing: Theme.x1

        Item {
            width: parent.width
            height: Math.max(52, title.implicitHeight)

            TitleText {
                id: title
                anchors.left: parent.left
                anchors.right: badge.left
                anchors.rightMargin: Theme.x2
                anchors.verticalCenter: parent.verticalCenter
                text: root.list.name
                Accessible.role: Accessible.Heading
                Accessible.name: qsTr("Shopping: %1").arg(root.list.name)
            }
            SyncBadge {
                id: badge
                anchors.right: done.left
                anchors.rightMargin: visible ? Theme.x2 : 0
                anchors.verticalCenter: parent.verticalCenter
                visible: root.narrow
                width: visible ? implicitWidth : 0
                viewModel: root.viewModel.sync
                onClicked: root.viewModel.go(AppViewModel.Sync)
            }
            ActionButton {
                id: done
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                look: ActionButton.Filled
                text: qsTr("Done")
                Accessible.name: qsTr("Stop shopping")
                onClicked: root.list.arrangement.shopping = false
            }
        }
        Row {
            width: parent.width
            spacing: Theme.x3

            Chip {
                id: shop
                anchors.verticalCenter: parent.verticalCenter
                iconName: "shop"
                text: root.list.shops.currentName === "" ? qsTr("Which shop?") : root.list.shops.currentName
                Accessible.name: root.list.shops.currentName === "" ? text : qsTr("Shop: %1").arg(text)
                onClicked: root.shopsAsked()
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - shop.width - parent.spacing

                BodyText {
                    width: parent.width
                    text: root.list.summary
                    font.weight: Font.DemiBold
                    elide: Text.ElideRight
                }
                SmallText {
                    width: parent.width
                    visible: text !== ""
                    text: root.list.cart
                }
            }
        }
        ProgressLine {
            width: parent.width
            value: root.list.progress
            implicitHeight: 4
        }
    }
}
