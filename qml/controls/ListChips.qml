pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// The lists that something can be added to, one of them chosen.
Flickable {
    id: root

    required property QuickAddViewModel viewModel

    signal decided()

    function reveal(chip: Chip) {
        contentX = Math.max(0, Math.min(chip.x, Math.max(contentX, chip.x + chip.width - width)));
    }

    height: Math.round(34 * Theme.textScale) + 10
    contentWidth: row.width
    contentHeight: height
    flickableDirection: Flickable.HorizontalFlick
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("List")

    Row {
        id: row
        height: parent.height
        spacing: Theme.x2

        Repeater {
            model: root.viewModel.lists

            Chip {
                id: chip

                required property int index
                required property string modelData

                text: modelData
                checked: index === root.viewModel.chosen
                Accessible.role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: checked
                onCheckedChanged: if (checked) root.reveal(chip)
                onVisualFocusChanged: if (visualFocus) root.reveal(chip)
                Component.onCompleted: if (checked) root.reveal(chip)
                onClicked: {
                    root.viewModel.choose(index);
                    root.decided();
                }
            }
        }
    }
}
