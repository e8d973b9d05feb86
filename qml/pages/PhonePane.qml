pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// One page at a time over the bottom bar. The list stays alive under the others, so that coming back to it is
// coming back to the same place in it.
FocusScope {
    id: root

    required property AppViewModel viewModel
    readonly property int place: viewModel.place

    signal newListAsked()
    signal editListAsked()

    function write() {
        listPage.write();
    }

    function takeUp() {
        if (listPage.visible) listPage.takeUp();
        else nextItemInFocusChain().forceActiveFocus(Qt.OtherFocusReason);
    }

    Item {
        id: pages
        anchors.top: parent.top
        anchors.bottom: bottomBar.top
        width: parent.width

        ListPage {
            id: listPage
            anchors.fill: parent
            visible: root.place === AppViewModel.List
            focus: visible
            viewModel: root.viewModel
            docked: true
            onEditListAsked: root.editListAsked()
        }
        Repeater {
            model: root.place === AppViewModel.Lists ? 1 : 0

            ListsPage {
                anchors.fill: parent
                focus: true
                viewModel: root.viewModel
                onNewListAsked: root.newListAsked()
            }
        }
        Repeater {
            model: root.place === AppViewModel.Item ? 1 : 0

            ItemPage {
                anchors.fill: parent
                focus: true
                viewModel: root.viewModel.item
                photos: root.viewModel.photos
                pane: false
                badgeOf: root.viewModel
                onCloseAsked: root.viewModel.closeItem()
                onRemoveAsked: itemId => root.viewModel.list.remove(itemId)
            }
        }
        Repeater {
            model: root.place === AppViewModel.Sync ? 1 : 0

            SyncPage {
                anchors.fill: parent
                focus: true
                viewModel: root.viewModel
                narrow: true
            }
        }
        Repeater {
            model: root.place === AppViewModel.Account ? 1 : 0

            AccountPage {
                anchors.fill: parent
                focus: true
                viewModel: root.viewModel
                narrow: true
            }
        }
        Repeater {
            model: root.place === AppViewModel.Shortcuts ? 1 : 0

            ShortcutsPage {
                anchors.fill: parent
                focus: true
                viewModel: root.viewModel
                narrow: true
            }
        }
    }

    BottomBar {
        id: bottomBar
        anchors.bottom: parent.bottom
        width: parent.width
        viewModel: root.viewModel
    }
}
