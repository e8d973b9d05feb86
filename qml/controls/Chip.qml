pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A small rounded button, or a piece of what was understood.
T.Button {
    id: root

    property color dot: "transparent"
    property bool removable: false
    property string iconName

    implicitWidth: implicitContentWidth + 2 * Theme.x3
    implicitHeight: Math.round(34 * Theme.textScale) + topInset + bottomInset
    topInset: 5 // what a finger needs is more than what the eye does
    bottomInset: 5
    font.pixelSize: Theme.bodySize - 1
    focusPolicy: Qt.StrongFocus
    Accessible.name: removable ? qsTr("%1, tap to take it back").arg(text) : text
    Accessible.onPressAction: if (enabled) clicked()

    contentItem: ChipFace {
        chip: root
        dot: root.dot
        iconName: root.iconName
        removable: root.removable
    }
    background: ChipBack {
        chip: root
    }
}
