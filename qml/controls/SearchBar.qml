pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// Finds items of the list: words, and chips for what they have in common. The best of what one looked for can be kept.
FocusScope {
    id: root

    required property ArrangementViewModel viewModel

    signal saveAsked()

    function close() {
        viewModel.searching = false;
    }

    implicitHeight: column.height
    Keys.onEscapePressed: root.close()

    Column {
        id: column
        width: parent.width
        spacing: Theme.x2

        Rectangle {
            width: parent.width
            height: Math.round(48 * Theme.textScale)
            radius: Theme.cardRadius
            color: Theme.surface
            border.width: input.activeFocus ? Theme.focusWidth : Theme.hairline
            border.color: input.activeFocus ? Theme.accent : Theme.outline

            Icon {
                id: face
                anchors.left: parent.left
                anchors.leftMargin: Theme.x3
                anchors.verticalCenter: parent.verticalCenter
                name: "search"
                color: Theme.dim
            }
            T.TextField {
                id: input

                anchors.left: face.right
                anchors.leftMargin: Theme.x3
                anchors.right: count.left
                anchors.top: parent.top
                anchors.bottom: parent.bottom
                focus: true
                text: root.viewModel.text
                horizontalAlignment: TextInput.AlignLeft
                font.pixelSize: Theme.bodySize + 1
                color: Theme.ink
                selectionColor: Theme.accent
                selectedTextColor: Theme.accentInk
                selectByMouse: true
                verticalAlignment: TextInput.AlignVCenter
                inputMethodHints: Qt.ImhNoPredictiveText
                Accessible.name: qsTr("Search in this list")
                Accessible.role: Accessible.EditableText
                onTextEdited: root.viewModel.text = text

                Text {
                    anchors.fill: parent
                    visible: input.text === "" && input.preeditText === ""
                    text: qsTr("Search in this list")
                    horizontalAlignment: Text.AlignLeft
                    font: input.font
                    color: Theme.dim
                    verticalAlignment: Text.AlignVCenter
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
            }
            SmallText {
                id: count
                anchors.right: close.left
                anchors.verticalCenter: parent.verticalCenter
                text: root.viewModel.filtered ? root.viewModel.summary : ""
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
            IconButton {
                id: close
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                iconName: "close"
                iconSize: Theme.iconSize - 2
                color: Theme.dim
                text: qsTr("Close the search")
                onClicked: root.close()
            }
        }

        Flickable {
            width: parent.width
            height: Math.round(44 * Theme.textScale)
            contentWidth: chips.width
            contentHeight: height
            flickableDirection: Flickable.HorizontalFlick
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            Row {
                id: chips
                height: parent.height
                spacing: Theme.x2

                FilterChip {
                    text: qsTr("Save")
                    visible: root.viewModel.filtered && root.viewModel.savedOn < 0
                    iconName: "bookmark"
                    on: false
                    onClicked: root.saveAsked()
                }
                Repeater {
                    model: root.viewModel.saved

                    FilterChip {
                        required property int index
                        required property string modelData

                        text: modelData
                        iconName: "bookmark"
                        on: index === root?.viewModel.savedOn
                        Accessible.description: qsTr("Hold it, or press Delete, to forget it")
                        onClicked: root.viewModel.takeSaved(index)
                        onForgetAsked: root.viewModel.forgetSaved(index)
                    }
                }
                FilterChip {
                    text: qsTr("To buy")
                    on: root.viewModel.state === ArrangementViewModel.Open
                    onClicked: root.viewModel.state = on ? ArrangementViewModel.Any : ArrangementViewModel.Open
                }
                FilterChip {
                    text: qsTr("Checked")
                    on: root.viewModel.state === ArrangementViewModel.Checked
                    onClicked: root.viewModel.state = on ? ArrangementViewModel.Any : ArrangementViewModel.Checked
                }
                FilterChip {
                    text: qsTr("With a price")
                    on: root.viewModel.price === ArrangementViewModel.Priced
                    onClicked: root.viewModel.price = on ? ArrangementViewModel.AnyPrice : ArrangementViewModel.Priced
                }
                FilterChip {
                    text: qsTr("Without a price")
                    on: root.viewModel.price === ArrangementViewModel.Unpriced
                    onClicked: root.viewModel.price = on ? ArrangementViewModel.AnyPrice : ArrangementViewModel.Unpriced
                }
                Repeater {
                    model: root.viewModel.people.length > 1 ? root.viewModel.people : []

                    FilterChip {
                        required property int index
                        required property string modelData

                        text: modelData
                        iconName: "you"
                        on: root.viewModel.person === index
                        onClicked: root.viewModel.person = on ? -1 : index
                    }
                }
                Repeater {
                    model: root.viewModel.categories

                    FilterChip {
                        required property int index
                        required property string modelData

                        text: modelData
                        dot: Theme.hue(root?.viewModel.hueOfCategory(index) ?? 0)
                        on: root?.viewModel.categoriesOn.includes(index) ?? false
                        onClicked: root.viewModel.toggleCategory(index)
                    }
                }
            }
        }
    }
}
