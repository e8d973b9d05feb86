pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// One of some choices, each a chip; and, where something new may be said, a line for it.
Sheet {
    id: root

    property list<string> choices
    property string newHint // empty: only what is there

    signal chosen(int index)
    signal named(string name)

    function name() {
        if (field.text.trim() === "") return;
        named(field.text);
        field.text = "";
        close();
    }

    contentItem: Column {
        spacing: Theme.x4

        SectionText {
            text: root.title
        }
        Flickable {
            width: root.availableWidth
            height: Math.min(flow.height, (root.parent?.height ?? 0) * 0.55)
            contentHeight: flow.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            T.ScrollBar.vertical: ScrollLine {}

            Flow {
                id: flow
                width: root.availableWidth
                spacing: Theme.x1

                Repeater {
                    model: root.choices

                    Chip {
                        required property int index
                        required property string modelData

                        text: modelData
                        onClicked: {
                            root.close();
                            root.chosen(index);
                        }
                    }
                }
            }
        }
        Row {
            width: root.availableWidth
            visible: root.newHint !== ""
            spacing: Theme.x2

            NewName {
                id: field
                width: parent.width - take.width - parent.spacing
                placeholder: root.newHint
                onAccepted: root.name()
            }
            ActionButton {
                id: take
                text: qsTr("Take")
                enabled: field.text.trim() !== ""
                onClicked: root.name()
            }
        }
    }
}
