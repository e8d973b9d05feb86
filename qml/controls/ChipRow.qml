pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// What the entry line understood, or, on an empty list, what one could write.
Flickable {
    id: root

    required property EntryViewModel viewModel

    visible: viewModel.parts.length > 0
    height: Math.round(34 * Theme.textScale) + 10
    contentWidth: row.width
    contentHeight: height
    flickableDirection: Flickable.HorizontalFlick
    boundsBehavior: Flickable.StopAtBounds
    clip: true

    Row {
        id: row
        height: parent.height
        spacing: Theme.x2

        Repeater {
            model: root.viewModel.parts

            Chip {
                required property int index
                required property string modelData

                anchors.verticalCenter: parent?.verticalCenter
                text: modelData
                focusPolicy: Qt.NoFocus
                removable: root.viewModel.isRemovable(index)
                dot: root.viewModel.hueOf(index) < 0 ? "transparent" : Theme.hue(root.viewModel.hueOf(index))
                onClicked: root.viewModel.takeBack(index)
            }
        }
    }
}
