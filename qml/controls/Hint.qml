pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// What an icon means, for those who point at it for a moment. Made by a Repeater while it is pointed at.
Item {
    id: root

    required property string text
    required property bool shown

    anchors.fill: parent

    T.ToolTip {
        id: tip

        visible: root.shown
        delay: 600
        text: root.text
        x: Math.round((root.width - implicitWidth) / 2)
        y: root.height
        margins: Theme.x2
        padding: Theme.x2
        leftPadding: Theme.x3
        rightPadding: Theme.x3
        implicitWidth: implicitContentWidth + leftPadding + rightPadding
        implicitHeight: implicitContentHeight + topPadding + bottomPadding
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent

        contentItem: Text {
            text: tip.text
            font.pixelSize: Theme.smallSize
            color: Theme.barInk
            textFormat: Text.PlainText
        }

        background: Rectangle {
            radius: Theme.fieldRadius
            color: Theme.bar
        }
    }
}
