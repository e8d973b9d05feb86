pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A photo in the width that it is given, to be pressed.
T.AbstractButton {
    id: root

    required property string photo

    implicitHeight: Math.round(Math.min(width * 0.62, 260))
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Accessible.role: Accessible.Button
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.fieldRadius
        color: Theme.hover
        border.width: Theme.hairline
        border.color: Theme.line

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Image {
            anchors.fill: parent
            anchors.margins: 1
            source: root.photo === "" ? "" : "image://photos/" + root.photo
            sourceSize.width: 1600
            sourceSize.height: 1600
            fillMode: Image.PreserveAspectFit
            asynchronous: true
        }
    }
}
