pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// Something to do, among the places of the side pane.
T.Button {
    id: root

    required property string iconName

    implicitHeight: Math.round(48 * Theme.textScale)
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Accessible.onPressAction: if (enabled) clicked()

    background: Rectangle {
        radius: Theme.fieldRadius
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            shown: root.visualFocus
            gap: -2
        }
    }
    contentItem: NavFace {
        iconName: root.iconName
        text: root.text
        current: false
        beside: true
    }
}
