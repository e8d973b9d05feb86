pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// What waits to be sent, a line each, the newest first.
Column {
    id: root

    required property SyncViewModel viewModel

    spacing: Theme.x3
    visible: viewModel.queue.count > 0

    SectionText {
        width: parent.width
        text: qsTr("Waiting to be sent")
    }
    Card {
        width: parent.width
        implicitHeight: lines.height + 2 * Theme.x3

        Column {
            id: lines
            x: Theme.x4
            y: Theme.x3
            width: parent.width - 2 * Theme.x4

            Repeater {
                model: root.viewModel.queue

                QueueLine {
                    width: lines.width
                }
            }
        }
    }
    MoreButton {
        viewModel: root.viewModel.queue
    }
    SmallText {
        width: parent.width
        visible: text !== ""
        text: root.viewModel.olderQueued
    }
}
