pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// What was paid for a thing before. A tap takes a price for this time.
Column {
    id: root

    required property PriceHistory viewModel
    required property bool editable

    signal priceTaken(string price)

    spacing: Theme.x2
    visible: viewModel.count > 0

    SmallText {
        text: qsTr("Paid before: %1").arg(root.viewModel.summary)
        width: parent.width
        wrapMode: Text.Wrap
    }
    SmallText {
        text: qsTr("Last in each shop: %1").arg(root.viewModel.byShop)
        visible: root.viewModel.byShop !== ""
        width: parent.width
        wrapMode: Text.Wrap
    }
    PriceLine {
        width: parent.width
        points: root.viewModel.line
    }
    Repeater {
        model: root.viewModel

        T.AbstractButton {
            id: row

            required property int index
            required property string details
            required property string price
            required property string plainPrice

            width: parent?.width ?? 0
            height: Math.round(44 * Theme.textScale)
            visible: index < 5
            enabled: root.editable
            focusPolicy: Qt.StrongFocus
            Accessible.onPressAction: if (enabled) clicked()
            Accessible.name: qsTr("Take %1, as it was: %2").arg(price).arg(details)
            onClicked: root.priceTaken(plainPrice)

            background: Rectangle {
                radius: Theme.fieldRadius
                color: row.down ? Theme.pressed : row.hovered ? Theme.hover : "transparent"

                FocusRing {
                    shown: row.visualFocus
                    gap: 0
                }
            }
            contentItem: Item {
                BodyText {
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.x1
                    anchors.right: price.left
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.details
                    color: Theme.dim
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
                BodyText {
                    id: price
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.x1
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.price
                    Accessible.ignored: true
                }
            }
        }
    }
}
