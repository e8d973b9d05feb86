pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// One of the twelve hues.
T.AbstractButton {
    id: root

    required property int hue
    required property bool chosen

    implicitWidth: 26
    implicitHeight: 26
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: qsTr("Colour %1").arg(hue + 1)
    Accessible.checked: chosen

    contentItem: Item {
        Rectangle {
            anchors.centerIn: parent
            width: root.chosen ? 16 : 22
            height: width
            radius: width / 2
            color: Theme.hue(root.hue)
        }
    }

    background: Rectangle {
        radius: width / 2
        color: "transparent"
        border.width: root.chosen || root.visualFocus ? Theme.focusWidth : 0
        border.color: root.chosen ? Theme.hue(root.hue) : Theme.outline
    }
}
