pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Larder outside its window: in the tray, and at the start of the session. Only what this system has is offered.
Column {
    id: root

    required property DesktopViewModel viewModel
    required property Preferences preferences

    visible: viewModel.canAutostart || viewModel.trayAvailable
    spacing: Theme.x1

    SectionText {
        width: parent.width
        text: qsTr("Desktop")
    }
    Toggle {
        width: parent.width
        visible: root.viewModel.trayAvailable
        text: qsTr("Icon in the tray")
        detail: qsTr("What is left, quick add and the lists.")
        checked: root.preferences.tray
        onToggled: root.preferences.tray = checked
    }
    Toggle {
        width: parent.width
        visible: root.viewModel.trayAvailable && root.preferences.tray
        text: qsTr("Stay in the tray")
        detail: qsTr("Closing the window leaves Larder running there.")
        checked: root.preferences.closeToTray
        onToggled: root.preferences.closeToTray = checked
    }
    Toggle {
        width: parent.width
        visible: root.viewModel.canAutostart
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
