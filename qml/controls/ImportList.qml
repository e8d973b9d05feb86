pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// What an import would add, line by line; a tap leaves a line out or takes it in again.
ListView {
    id: root

    required property ImportRows viewModel

    model: viewModel
    clip: true
    reuseItems: true
    boundsBehavior: Flickable.StopAtBounds
    keyNavigationEnabled: true
    activeFocusOnTab: true
    currentIndex: -1
    Accessible.role: Accessible.List
    Accessible.name: qsTr("What would be added")

    T.ScrollBar.vertical: ScrollLine {}

    onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
    Keys.onSpacePressed: viewModel.toggle(currentIndex)

    delegate: ImportLine {
        width: ListView.view.width
        current: (root?.activeFocus ?? false) && root.currentIndex === index
        onToggled: root.viewModel.toggle(index)
    }
}
