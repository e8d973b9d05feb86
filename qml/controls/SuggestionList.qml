pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// What the entry line offers. One is taken by a tap, or by Enter when the arrows chose it.
Item {
    id: root

    required property EntryViewModel viewModel
    property int most: 6

    readonly property SuggestionRows rows: viewModel.suggestions
    readonly property int rowHeight: Math.round(52 * Theme.textScale)

    implicitHeight: Math.min(rows.count, most) * rowHeight + 2 * Theme.x1
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Suggestions")

    Floating {
        anchors.fill: parent
    }
    Column {
        anchors.fill: parent
        anchors.margins: Theme.x1

        Repeater {
            model: root.rows

            T.ItemDelegate {
                id: row

                required property int index
                required property string name
                required property string amount
                required property string detail
                required property int hue
                required property string face
                readonly property bool chosen: index === root.rows.current

                width: parent?.width ?? 0
                height: root.rowHeight
                visible: index < root.most
                focusPolicy: Qt.NoFocus
                hoverEnabled: true
                Accessible.name: amount === "" ? qsTr("%1, %2").arg(name).arg(detail) : qsTr("%1, %2, %3").arg(name).arg(amount).arg(detail)
                Accessible.selectable: true
                Accessible.selected: chosen
                Accessible.onPressAction: root.viewModel.take(index)
                onClicked: root.viewModel.take(index)

                background: Rectangle {
                    radius: Theme.fieldRadius
                    color: row.chosen ? Theme.tint : row.down ? Theme.pressed : row.hovered ? Theme.hover : "transparent"
                    border.width: row.chosen && Theme.highContrast ? Theme.focusWidth : 0
                    border.color: Theme.accent
                }
                contentItem: Item {
                    Rectangle {
                        anchors.centerIn: mark
                        width: 8
                        height: 8
                        radius: 4
                        visible: row.face === ""
                        color: Theme.hue(row.hue)
                    }
                    Icon {
                        id: mark
                        anchors.left: parent.left
                        anchors.leftMargin: Theme.x2
                        anchors.verticalCenter: parent.verticalCenter
                        name: row.face
                        size: Theme.iconSize - 4
                        color: row.chosen ? Theme.accent : Theme.dim
                    }
                    Column {
                        anchors.left: mark.right
                        anchors.leftMargin: Theme.x3
                        anchors.right: much.left
                        anchors.rightMargin: Theme.x2
                        anchors.verticalCenter: parent.verticalCenter

                        Text {
                            width: parent.width
                            text: row.name
                            horizontalAlignment: Text.AlignLeft
                            font.pixelSize: Theme.bodySize + 1
                            color: Theme.ink
                            elide: Text.ElideRight
                            textFormat: Text.PlainText
                            Accessible.ignored: true
                        }
                        SmallText {
                            width: parent.width
                            visible: text !== ""
                            text: row.detail
                            Accessible.ignored: true
                        }
                    }
                    Text {
                        id: much
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.x3
                        anchors.verticalCenter: parent.verticalCenter
                        text: row.amount
                        font.pixelSize: Theme.bodySize
                        color: row.chosen ? Theme.accent : Theme.dim
                        textFormat: Text.PlainText
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
