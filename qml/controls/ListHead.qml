pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// The head of a list: its name, one quiet line of what is left, money and who shares it, and the budget as a line.
Item {
    id: root

    required property AppViewModel viewModel
    required property bool narrow
    readonly property ListViewModel list: viewModel.list

    signal backAsked()
    signal editAsked()
    signal shopsAsked()
    signal arrangeAsked()

    implicitHeight: column.height + (narrow ? Theme.x2 : Theme.x4)

    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.x4
        anchors.rightMargin: Theme.x2
        spacing: 0

        Item {
            width: parent.width
            height: Math.max(60, title.height + Theme.x3)

            T.AbstractButton {
                id: title

                anchors.left: parent.left
                anchors.right: aside.left
                anchors.rightMargin: Theme.x2
                y: 10 // its middle is that of the other panes' heads
                implicitHeight: Math.max(48, label.implicitHeight)
                enabled: root.narrow
                focusPolicy: root.narrow ? Qt.TabFocus : Qt.NoFocus
                Accessible.name: qsTr("%1, all lists").arg(root.list.name)
                Accessible.ignored: !root.narrow
                Accessible.onPressAction: root.backAsked()
                onClicked: root.backAsked()

                contentItem: Item {
                    Text {
                        id: glyph
                        anchors.left: parent.left
                        anchors.verticalCenter: parent.verticalCenter
                        text: root.list.icon
                        font.family: Theme.emojiFamily
                        font.pixelSize: Math.round(Theme.titleSize * 0.86)
                        Accessible.ignored: true
                    }
                    TitleText {
                        id: label
                        anchors.left: glyph.right
                        anchors.leftMargin: Theme.x2 + 2
                        anchors.verticalCenter: parent.verticalCenter
                        width: Math.min(implicitWidth, parent.width - glyph.width - Theme.x2 - (root.narrow ? 28 : 0))
                        text: root.list.name
                        Accessible.ignored: root.narrow
                    }
                    Icon {
                        anchors.left: label.right
                        anchors.leftMargin: Theme.x1
                        anchors.verticalCenter: label.verticalCenter
                        anchors.verticalCenterOffset: 3
                        visible: root.narrow
                        name: "down"
                        size: Theme.iconSize - 4
                        color: Theme.dim
                    }
                }
                background: Item {
                    FocusRing {
                        shown: title.visualFocus
                        radius: Theme.fieldRadius
                    }
                }
            }

            Row {
                id: aside
                anchors.right: parent.right
                anchors.verticalCenter: title.verticalCenter

                IconButton {
                    visible: root.viewModel.undo.canUndo && !root.narrow
                    iconName: "undo"
                    directional: true
                    color: Theme.dim
                    text: qsTr("Undo (Ctrl+Z)")
                    onClicked: root.viewModel.undo.undo()
                }
                IconButton {
                    visible: root.list.openCount + root.list.checkedCount > 0
                    iconName: "search"
                    color: Theme.dim
                    text: qsTr("Search (Ctrl+F)")
                    onClicked: root.list.arrangement.searching = !root.list.arrangement.searching
                }
                IconButton {
                    id: sort
                    visible: !root.narrow
                    iconName: "sort"
                    color: Theme.dim
                    text: qsTr("Sort by")
                    onClicked: sortMenu.openBeside(sort)
                }
                IconButton {
                    id: more
                    iconName: "more"
                    color: Theme.dim
                    text: qsTr("More for this list")
                    onClicked: menu.openBeside(more)
                }
                SyncBadge {
                    visible: root.narrow
                    viewModel: root.viewModel.sync
                    onClicked: root.viewModel.go(AppViewModel.Sync)
                }
            }
        }

        Item {
            width: parent.width - Theme.x2
            height: Math.max(shop.visible ? shop.height : 24, line.implicitHeight)
            visible: line.text !== "" || people.visible

            SmallText {
                id: line
                anchors.left: parent.left
                anchors.right: shop.visible ? shop.left : people.left
                anchors.rightMargin: Theme.x2
                anchors.verticalCenter: parent.verticalCenter
                text: root.list.editable ? root.list.summary
                    : root.list.summary === "" ? qsTr("You may look, not change")
                    : qsTr("%1 · you may look, not change").arg(root.list.summary)
                font.pixelSize: Theme.bodySize - 1
            }
            People {
                id: people
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                names: root.list.people
            }
            Chip {
                id: shop
                anchors.right: people.left
                anchors.rightMargin: people.visible ? Theme.x2 : 0
                anchors.verticalCenter: parent.verticalCenter
                visible: root.list.editable && root.list.openCount > 0
                iconName: "basket"
                text: qsTr("Shop")
                Accessible.name: qsTr("Start shopping")
                onClicked: root.list.arrangement.shopping = true
            }
        }

        Item {
            width: parent.width - Theme.x2
            height: Theme.x2 + 5
            visible: root.list.budgetUsed >= 0

            ProgressLine {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 2
                width: parent.width
                value: root.list.budgetUsed
                fill: root.list.budgetUsed > 1 ? Theme.danger : root.list.budgetUsed >= 0.9 ? Theme.warn
                    : root.list.budgetUsed >= 0.7 ? Theme.caution : Theme.accent
                Accessible.name: qsTr("Budget, %1 percent used").arg(Math.round(100 * value))
            }
        }
    }

    SortMenu {
        id: sortMenu
        viewModel: root.list.arrangement
        shops: root.list.shops
    }
    ListMenu {
        id: menu
        viewModel: root.viewModel
        narrow: root.narrow
        onEditAsked: root.editAsked()
        onShopsAsked: root.shopsAsked()
        onSortAsked: sortMenu.openBeside(more)
        onArrangeAsked: root.arrangeAsked()
    }
}
