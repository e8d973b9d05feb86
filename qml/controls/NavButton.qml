pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A place of the app: icon over word in the bottom bar, icon beside word in the side pane.
T.TabButton {
    id: root

    required property string iconName
    required property bool current
    property bool beside: false
    property string mark

    implicitWidth: 72
    implicitHeight: beside ? Math.round(48 * Theme.textScale) : Math.round(58 * Theme.textScale)
    checkable: false
    focusPolicy: Qt.StrongFocus
    Accessible.name: mark === "" ? text : qsTr("%1, %2").arg(text).arg(mark)
    Accessible.selectable: true
    Accessible.selected: current
    Accessible.onPressAction: if (enabled) clicked()

    background: Rectangle {
        radius: Theme.fieldRadius
        color: root.beside && root.current ? Theme.tint : root.down ? Theme.pressed
             : root.hovered && root.beside ? Theme.hover : "transparent"

        FocusRing {
            shown: root.visualFocus
            gap: -2
        }
    }

    contentItem: NavFace {
        iconName: root.iconName
        text: root.text
        current: root.current
        beside: root.beside
        mark: root.mark
    }
}
