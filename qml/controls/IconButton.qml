pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A button of one icon. `text` is its name for the screen reader and for the hint under the pointer.
T.Button {
    id: root

    required property string iconName
    property color color: Theme.ink
    property int iconSize: Theme.iconSize
    property bool directional: false

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45
    Accessible.name: text
    Accessible.onPressAction: if (enabled) clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            color: root.color
            size: root.iconSize
            directional: root.directional
        }
    }

    background: Item {
        Rectangle {
            id: disc
            anchors.centerIn: parent
            width: Math.min(parent.width, parent.height, 40)
            height: width
            radius: width / 2
            color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"

            FocusRing {
                shown: root.visualFocus
                gap: 0
            }
        }
    }

    Repeater {
        model: root.hovered && root.text !== "" ? 1 : 0

        Hint {
            shown: root.hovered && !root.down
            text: root.text
        }
    }
}
