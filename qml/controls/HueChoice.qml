pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// One of the twelve hues. As large to the finger as any other target, smaller to the eye.
T.RadioButton {
    id: root

    required property int hue
    required property bool chosen

    implicitWidth: 48
    implicitHeight: width
    checked: chosen
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("Colour %1").arg(hue + 1)
    Accessible.onPressAction: if (enabled) clicked()
    Accessible.onToggleAction: if (enabled) clicked()

    contentItem: Item {
        Rectangle {
            anchors.centerIn: parent
            width: root.chosen ? 20 : 28
            height: width
            radius: width / 2
            color: Theme.hue(root.hue)
        }
    }

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: 34
            height: width
            radius: width / 2
            color: "transparent"
            border.width: root.chosen || root.visualFocus ? Theme.focusWidth : 0
            border.color: root.chosen ? Theme.hue(root.hue) : Theme.outline
        }
    }
}
