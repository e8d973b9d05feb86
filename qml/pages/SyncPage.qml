pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// Synchronisation for those who look: how it stands, what waits, what was refused, what lost.
FocusScope {
    id: root

    required property AppViewModel viewModel
    required property bool narrow
    readonly property SyncViewModel sync: viewModel.sync

    PageHead {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        title: qsTr("Sync")
        badgeOf: root.narrow ? root.viewModel : null
    }

    Flickable {
        id: view

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        contentWidth: width
        contentHeight: column.height + Theme.x8
        clip: true
        boundsBehavior: Flickable.DragOverBounds

        T.ScrollBar.vertical: ScrollLine {}

        Column {
            id: column

            anchors.left: parent.left
            anchors.leftMargin: Theme.x4
            y: Theme.x1
            width: Math.min(view.width - 2 * Theme.x4, Theme.columnWidth - 2 * Theme.x4)
            spacing: Theme.x6

            Card {
                width: parent.width
                implicitHeight: state.height + 2 * Theme.x4

                Column {
                    id: state
                    x: Theme.x4
                    y: Theme.x4
                    width: parent.width - 2 * Theme.x4
                    spacing: Theme.x3

                    SyncState {
                        width: parent.width
                        viewModel: root.sync
                    }
                    Rectangle {
                        width: parent.width
                        height: Theme.hairline
                        color: Theme.line
                        visible: !root.sync.signedOut
                    }
                    Toggle {
                        width: parent.width
                        visible: !root.sync.signedOut
                        text: qsTr("Stay offline")
                        detail: qsTr("For a weak network: nothing is tried until you switch it off.")
                        checked: root.sync.manualOffline
                        onToggled: root.sync.setManualOffline(checked)
                    }
                    ActionButton {
                        visible: root.sync.canRetry
                        text: qsTr("Try now")
                        iconName: "sync"
                        onClicked: root.sync.retryNow()
                    }
                    ActionButton {
                        visible: root.sync.signedOut
                        look: ActionButton.Filled
                        text: qsTr("Sign in")
                        onClicked: root.viewModel.go(AppViewModel.Account)
                    }
                }
            }

            NoticeSection {
                width: parent.width
                viewModel: root.sync.repairs
                title: qsTr("Repaired")
                accept: qsTr("All right")
                refuse: ""
                onAccepted: noticeId => root.sync.dismissRepair(noticeId)
            }
            QueueSection {
                width: parent.width
                viewModel: root.sync
            }
            NoticeSection {
                width: parent.width
                viewModel: root.sync.failures
                title: qsTr("Not kept by the server")
                more: root.sync.olderFailures
                accept: qsTr("Try again")
                refuse: qsTr("Let it go")
                copy: qsTr("Copy")
                acceptAll: qsTr("Try all again")
                copyAll: qsTr("Copy all")
                onAccepted: noticeId => root.sync.retryFailure(noticeId)
                onAllAccepted: root.sync.retryFailures()
                onAllCopied: root.sync.copyFailures()
                onCopied: noticeId => root.sync.copyFailure(noticeId)
                onRefused: noticeId => root.sync.dismissFailure(noticeId)
            }
            NoticeSection {
                width: parent.width
                viewModel: root.sync.conflicts
                title: qsTr("Changed by two at once")
                accept: qsTr("Take mine")
                refuse: qsTr("Leave it")
                onAccepted: noticeId => root.sync.takeMine(noticeId)
                onRefused: noticeId => root.sync.keepTheirs(noticeId)
            }
        }
    }
}
