pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Larder outside its window: at the start of the session. Only what this system has is offered.
Column {
    id: root

    required property DesktopViewModel viewModel

    visible: viewModel.canAutostart
    spacing: Theme.x1

    SectionText {
        width: parent.width
        text: qsTr("Desktop")
    }
    Toggle {
        width: parent.width
        text: qsTr("Start when I log in")
        checked: root.viewModel.autostart
        onToggled: root.viewModel.autostart = checked
    }
    SmallText {
        width: parent.width
        visible: text !== ""
        text: root.viewModel.error
        color: Theme.danger
        wrapMode: Text.Wrap
    }
}
