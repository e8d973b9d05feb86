pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Two or three panes: the lists, the page that is open, and beside it its item. With two, the item lies over the
// right of the page.
FocusScope {
    id: root

    required property AppViewModel viewModel
    required property bool threePanes

    readonly property Preferences preferences: viewModel.preferences
    readonly property alias listPage: listPage
    readonly property bool listShown: viewModel.place <= AppViewModel.Item

    signal newListAsked()
    signal editListAsked()

    function takeUp() {
        if (listShown) listPage.takeUp();
        else nextItemInFocusChain().forceActiveFocus(Qt.OtherFocusReason);
    }
    function closeItem() {
        viewModel.closeItem();
        listPage.takeUp();
    }

    SidePane {
        id: side
        anchors.left: parent.left
        width: root.threePanes ? root.preferences.sidePane : Math.min(root.preferences.sidePane, 240)
        height: parent.height
        viewModel: root.viewModel
        onNewListAsked: root.newListAsked()
    }
    PaneHandle {
        id: sideHandle
        anchors.left: side.right
        height: parent.height
        paneWidth: side.width
        direction: 1
        onWidened: width => root.preferences.sidePane = width
    }

    Item {
        id: middle
        anchors.left: sideHandle.right
        anchors.right: detail.beside ? detailHandle.left : parent.right
        height: parent.height

        ListPage {
            id: listPage
            height: parent.height
            width: Math.min(parent.width, Theme.columnWidth + 2 * Theme.x8)
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.listShown
            focus: root.listShown
            viewModel: root.viewModel
            docked: false
            onEditListAsked: root.editListAsked()
        }
        Repeater {
            model: root.viewModel.place === AppViewModel.Sync ? 1 : 0

            SyncPage {
                height: middle.height
                width: Math.min(middle.width, Theme.columnWidth)
                anchors.horizontalCenter: parent?.horizontalCenter
                focus: true
                viewModel: root.viewModel
                narrow: false
            }
        }
        Repeater {
            model: root.viewModel.place === AppViewModel.Account ? 1 : 0

            AccountPage {
                height: middle.height
                width: Math.min(middle.width, Theme.columnWidth)
                anchors.horizontalCenter: parent?.horizontalCenter
                focus: true
                viewModel: root.viewModel
                narrow: false
            }
        }
        Repeater {
            model: root.viewModel.place === AppViewModel.Shortcuts ? 1 : 0

            ShortcutsPage {
                height: middle.height
                width: Math.min(middle.width, Theme.columnWidth)
                anchors.horizontalCenter: parent?.horizontalCenter
                focus: true
                viewModel: root.viewModel
                narrow: false
            }
        }
    }

    PaneHandle {
        id: detailHandle
        visible: detail.beside
        anchors.right: detail.left
        height: parent.height
        paneWidth: detail.width
        direction: -1
        onWidened: width => root.preferences.detailPane = width
    }

    MouseArea {
        anchors.fill: parent
        visible: detail.over
        onClicked: root.closeItem()
        Accessible.ignored: true

        Rectangle {
            anchors.fill: parent
            color: Theme.scrim
        }
    }

    Item {
        id: detail

        readonly property bool beside: root.threePanes && root.listShown
        readonly property bool over: !root.threePanes && root.viewModel.place === AppViewModel.Item

        width: Math.min(root.preferences.detailPane, parent.width * 0.62)
        height: parent.height
        anchors.right: parent.right
        visible: beside || over

        Floating {
            anchors.fill: parent
            visible: detail.over
            color: Theme.paper
            radius: 0
        }
        Repeater {
            model: detail.visible && root.viewModel.item.shown ? 1 : 0

            ItemPage {
                anchors.fill: parent
                viewModel: root.viewModel.item
                photos: root.viewModel.photos
                pane: true
                onCloseAsked: root.closeItem()
                onRemoveAsked: itemId => root.viewModel.list.remove(itemId)
            }
        }
        DetailHint {
            anchors.fill: parent
            visible: !root.viewModel.item.shown
        }
    }
}
