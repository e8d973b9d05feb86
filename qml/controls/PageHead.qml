pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// The head of a page: a way back where there is one, the title, at most a few actions, and on a phone, where no pane
// has it in sight, how synchronisation stands.
Item {
    id: root

    required property string title
    property bool canGoBack: false
    property bool small: canGoBack // the head of a detail, not of a page
    property AppViewModel badgeOf: null
    default property alias actions: aside.data

    signal backAsked()

    implicitHeight: Math.max(68, title.implicitHeight + Theme.x4)

    IconButton {
        id: back
        anchors.left: parent.left
        anchors.leftMargin: Theme.x1
        anchors.verticalCenter: parent.verticalCenter
        visible: root.canGoBack
        iconName: "back"
        directional: true
        text: qsTr("Back")
        onClicked: root.backAsked()
    }
    TitleText {
        id: title
        anchors.left: root.canGoBack ? back.right : parent.left
        anchors.leftMargin: root.canGoBack ? 0 : Theme.x4
        anchors.right: aside.left
        anchors.rightMargin: Theme.x2
        anchors.verticalCenter: parent.verticalCenter
        text: root.title
        font.pixelSize: root.small ? Theme.sectionSize + 1 : Theme.titleSize
    }
    Row {
        id: aside
        anchors.right: badges.left
        anchors.verticalCenter: parent.verticalCenter
    }
    Row {
        id: badges
        anchors.right: parent.right
        anchors.rightMargin: Theme.x2
        anchors.verticalCenter: parent.verticalCenter

        Repeater {
            model: root.badgeOf ? 1 : 0

            SyncBadge {
                viewModel: root.badgeOf.sync
                onClicked: root.badgeOf.go(AppViewModel.Sync)
            }
        }
    }
}
