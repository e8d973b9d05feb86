pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// The action of a bar, which is dark where the theme is light.
T.Button {
    id: root

    implicitWidth: implicitContentWidth + 2 * Theme.x3
    implicitHeight: Theme.target
    font.pixelSize: Theme.bodySize
    font.weight: Font.DemiBold
    focusPolicy: Qt.TabFocus
    Accessible.onPressAction: if (enabled) clicked()

    contentItem: Text {
        text: root.text
        font: root.font
        color: Theme.barAction
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
        Accessible.ignored: true
    }

    background: Rectangle {
        anchors.fill: parent
        anchors.topMargin: Theme.x1
        anchors.bottomMargin: Theme.x1
        radius: Theme.fieldRadius
        color: "transparent"
        border.width: root.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.barAction
        opacity: root.down ? 0.6 : 1
    }
}
