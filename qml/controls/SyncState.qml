pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// How synchronisation stands, in words.
Item {
    id: root

    required property SyncViewModel viewModel
    readonly property int badge: viewModel.badge
    readonly property bool alarming: badge === SyncViewModel.Attention

    implicitHeight: Math.max(disc.height, words.height)

    Rectangle {
        id: disc
        anchors.left: parent.left
        width: 52
        height: 52
        radius: 26
        color: root.badge === SyncViewModel.Done ? Theme.tint : Theme.paper
        border.width: Theme.hairline
        border.color: root.alarming ? Theme.danger : root.badge === SyncViewModel.Done ? Theme.tint : Theme.line

        Icon {
            anchors.centerIn: parent
            size: 26
            name: root.alarming ? "alert" : root.badge === SyncViewModel.Done ? "check"
                : root.badge === SyncViewModel.Waiting ? "up" : root.badge === SyncViewModel.Working ? "sync"
                : root.badge === SyncViewModel.Local ? "local" : "offline"
            color: root.alarming ? Theme.danger : root.badge === SyncViewModel.Done ? Theme.accent : Theme.dim
        }
    }

    Column {
        id: words
        anchors.left: disc.right
        anchors.leftMargin: Theme.x4
        anchors.right: parent.right
        y: Math.max(0, (disc.height - height) / 2)
        spacing: Theme.x1

        SectionText {
            width: parent.width
            text: root.viewModel.headline
            wrapMode: Text.Wrap
        }
        BodyText {
            width: parent.width
            visible: text !== ""
            text: root.viewModel.reason
            color: Theme.dim
        }
        BodyText {
            width: parent.width
            visible: root.viewModel.waiting > 0
            text: qsTr("Saved here, waiting to be sent: %L1").arg(root.viewModel.waiting)
        }
        SmallText {
            width: parent.width
            visible: text !== ""
            text: root.viewModel.lastSync
            wrapMode: Text.Wrap
        }
    }
}
