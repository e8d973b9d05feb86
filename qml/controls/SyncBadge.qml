pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// The state of synchronisation, always in sight: ✓, 3↑ or offline, and over it an exclamation mark when something wants
// to be looked at. Opens its page.
T.Button {
    id: root

    required property SyncViewModel viewModel

    readonly property bool attention: viewModel.attention
    readonly property bool ended: viewModel.badge === SyncViewModel.Attention
    readonly property bool counts: viewModel.waiting > 0
    readonly property color tone: ended ? Theme.danger
        : viewModel.badge === SyncViewModel.Done ? Theme.accent : Theme.dim
    readonly property string sign: ended ? "alert"
        : viewModel.badge === SyncViewModel.Done ? "check"
        : viewModel.badge === SyncViewModel.Waiting ? "up"
        : viewModel.badge === SyncViewModel.Working ? "sync"
        : viewModel.badge === SyncViewModel.Local ? "local" : "offline"

    implicitWidth: Math.max(Theme.target, pill.width + 2 * Theme.x2)
    implicitHeight: Theme.target
    focusPolicy: Qt.StrongFocus
    text: counts ? qsTr("Sync: %1, %L2 waiting").arg(viewModel.headline).arg(viewModel.waiting)
                 : qsTr("Sync: %1").arg(viewModel.headline)
    Accessible.name: attention ? qsTr("%1, look here").arg(text) : text
    Accessible.onPressAction: if (enabled) clicked()

    contentItem: Item {
        Rectangle {
            id: pill
            anchors.centerIn: parent
            width: Math.max(height, row.width + (root.counts ? 2 * Theme.x3 : 0))
            height: Math.round(32 * Theme.textScale)
            radius: height / 2
            color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
            border.width: root.ended || root.counts ? Theme.hairline : 0
            border.color: root.ended ? Theme.danger : Theme.outline

            FocusRing {
                shown: root.visualFocus
                gap: 0
            }
            Row {
                id: row
                anchors.centerIn: parent
                spacing: 2

                Text {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: root.counts
                    text: Number(root.viewModel.waiting).toLocaleString(Qt.locale(), "f", 0)
                    font.pixelSize: Theme.smallSize
                    font.weight: Font.DemiBold
                    color: root.tone
                    Accessible.ignored: true
                }
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: root.sign
                    size: root.counts ? Theme.iconSize - 6 : Theme.iconSize - 2
                    color: root.tone
                }
            }
            Rectangle {
                visible: root.attention && !root.ended
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: -3
                width: 16
                height: 16
                radius: 8
                color: Theme.danger
                border.width: 2
                border.color: Theme.paper

                Icon {
                    anchors.centerIn: parent
                    name: "alert"
                    size: 10
                    color: Theme.dangerInk
                }
            }
        }
    }

    background: null

    Repeater {
        model: root.hovered ? 1 : 0

        Hint {
            shown: root.hovered && !root.down
            text: root.text
        }
    }
}
