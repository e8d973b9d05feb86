pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// One of a few choices, side by side.
Rectangle {
    id: root

    required property list<string> choices
    required property int current
    required property string label

    signal chosen(int index)

    implicitHeight: Math.round(44 * Theme.textScale)
    radius: Theme.fieldRadius + 2
    color: "transparent"
    border.width: Theme.hairline
    border.color: Theme.outline
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Row {
        id: row
        anchors.fill: parent
        anchors.margins: 3

        Repeater {
            model: root.choices

            T.RadioButton {
                id: choice

                required property int index
                required property string modelData

                width: row.width / root.choices.length
                height: row.height
                checked: index === root.current
                text: modelData
                focusPolicy: Qt.StrongFocus
                Accessible.name: qsTr("%1: %2").arg(root.label).arg(text)
                Accessible.onPressAction: if (enabled) clicked()
                Accessible.onToggleAction: if (enabled) clicked()
                onClicked: root.chosen(index)

                contentItem: Text {
                    text: choice.text
                    font.pixelSize: Theme.bodySize
                    font.weight: choice.checked ? Font.DemiBold : Font.Normal
                    color: choice.checked ? Theme.accentInk : Theme.ink
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
                background: Rectangle {
                    radius: Theme.fieldRadius
                    color: choice.checked ? Theme.accent : choice.hovered ? Theme.hover : "transparent"

                    FocusRing {
                        shown: choice.visualFocus
                        gap: 0
                    }
                }
            }
        }
    }
}
