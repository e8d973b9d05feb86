pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// One emoji among those a list can have.
T.RadioButton {
    id: root

    required property string glyph
    required property int hue
    required property bool chosen

    implicitWidth: 48
    implicitHeight: width
    checked: chosen
    focusPolicy: Qt.StrongFocus
    Accessible.name: glyph
    Accessible.onPressAction: if (enabled) clicked()
    Accessible.onToggleAction: if (enabled) clicked()

    contentItem: ListGlyph {
        glyph: root.glyph
        hue: root.hue
        size: root.width
        opacity: root.chosen || root.hovered ? 1 : 0.75
    }

    background: Rectangle {
        anchors.fill: parent
        anchors.margins: -3
        radius: 16
        color: "transparent"
        border.width: root.chosen || root.visualFocus ? Theme.focusWidth : 0
        border.color: root.chosen ? Theme.accent : Theme.outline
    }
}
