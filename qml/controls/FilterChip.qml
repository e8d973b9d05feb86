pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A chip that is on or off; one that was saved goes by a long press.
T.CheckBox {
    id: root

    required property bool on
    property color dot: "transparent"
    property string iconName

    signal forgetAsked()

    anchors.verticalCenter: parent?.verticalCenter
    checked: on
    implicitWidth: implicitContentWidth + 2 * Theme.x3
    implicitHeight: Math.round(34 * Theme.textScale) + topInset + bottomInset
    topInset: 5 // what a finger needs is more than what the eye does
    bottomInset: 5
    font.pixelSize: Theme.bodySize - 1
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Accessible.onPressAction: if (enabled) clicked()
    Accessible.onToggleAction: if (enabled) clicked()
    onPressAndHold: forgetAsked()
    Keys.onDeletePressed: forgetAsked()

    contentItem: ChipFace {
        chip: root
        dot: root.dot
        iconName: root.iconName
    }
    background: ChipBack {
        chip: root
    }
}
