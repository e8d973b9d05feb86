pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// Where the money of a list goes, as bars by category: of what stands on it, or of what was bought in a while.
Sheet {
    id: root

    required property SpendingViewModel viewModel

    title: qsTr("Spending by category")
    visible: viewModel.shown
    onClosed: viewModel.shown = false

    contentItem: Column {
        spacing: Theme.x3

        SectionText {
            width: root.availableWidth
            text: root.title
        }
        Flow {
            width: root.availableWidth
            spacing: Theme.x2

            Repeater {
                model: [qsTr("On the list"), qsTr("This month"), qsTr("Last month"), qsTr("This year")]

                RadioChip {
                    required property int index
                    required property string modelData

                    text: modelData
                    checked: index === root.viewModel.span
                    onClicked: root.viewModel.span = index
                }
            }
        }
        BodyText {
            width: root.availableWidth
            visible: root.viewModel.count === 0
            text: root.viewModel.span === SpendingViewModel.OnList ? qsTr("Nothing on the list has a price. Write one behind an item, as in “apples 2.99”.")
                : qsTr("Nothing with a price was bought in this time.")
            color: Theme.dim
        }
        ListView {
            id: bars

            width: root.availableWidth
            height: Math.min(contentHeight, Math.max(176, (root.parent?.height ?? 0) * 0.5))
            visible: count > 0
            model: root.viewModel
            clip: contentHeight > height
            activeFocusOnTab: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: root.title
            Keys.onUpPressed: flick(0, 600)
            Keys.onDownPressed: flick(0, -600)

            T.ScrollBar.vertical: ScrollLine {}

            delegate: Column {
                id: line

                required property string title
                required property int hue
                required property string amount
                required property real share
                required property string total
                required property string spoken

                width: ListView.view?.width ?? 0
                bottomPadding: Theme.x3
                spacing: Theme.x1
                Accessible.role: Accessible.ListItem
                Accessible.name: spoken

                TitleText {
                    width: parent.width
                    height: implicitHeight + Theme.x2
                    visible: line.total !== ""
                    text: line.total
                }
                Item {
                    width: parent.width
                    height: name.height

                    BodyText {
                        id: name
                        anchors.left: parent.left
                        anchors.right: sum.left
                        anchors.rightMargin: Theme.x3
                        text: line.title
                        wrapMode: Text.NoWrap
                        elide: Text.ElideRight
                        Accessible.ignored: true
                    }
                    BodyText {
                        id: sum
                        anchors.right: parent.right
                        text: line.amount
                        Accessible.ignored: true
                    }
                }
                ProgressLine {
                    width: parent.width
                    implicitHeight: 8
                    value: line.share
                    fill: Theme.hue(line.hue)
                    Accessible.ignored: true
                }
            }
        }
        SmallText {
            width: root.availableWidth
            visible: text !== ""
            text: root.viewModel.unpriced
            wrapMode: Text.Wrap
        }
        ActionButton {
            anchors.right: parent.right
            look: ActionButton.Filled
            text: qsTr("Done")
            onClicked: root.close()
        }
    }
}
