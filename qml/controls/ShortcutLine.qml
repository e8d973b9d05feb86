pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// An action and its keys, under the head of its group if it is the first there.
T.Button {
    id: root

    required property int command
    required property string title
    required property bool possible
    required property string allKeys
    required property string heading

    topInset: heading === "" ? 0 : Math.round(52 * Theme.textScale)
    topPadding: topInset
    implicitHeight: topInset + Math.max(44, words.implicitHeight + 2 * Theme.x2)
    focusPolicy: Qt.StrongFocus
    Accessible.onPressAction: if (enabled) clicked()
    Accessible.name: title
    Accessible.description: possible ? allKeys : qsTr("%1, not now").arg(allKeys)
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    SectionText {
        x: Theme.x3
        y: root.topInset - height - Theme.x1
        width: parent.width - 2 * Theme.x3
        visible: root.heading !== ""
        text: root.heading
    }

    contentItem: Item {
        BodyText {
            id: words
            anchors.left: parent.left
            anchors.leftMargin: Theme.x3
            anchors.right: keys.left
            anchors.rightMargin: Theme.x3
            anchors.verticalCenter: parent.verticalCenter
            text: root.title
            lineHeight: 1
            color: root.possible ? Theme.ink : Theme.dim
            Accessible.ignored: true
        }
        KeyText {
            id: keys
            anchors.right: parent.right
            anchors.rightMargin: Theme.x3
            anchors.verticalCenter: parent.verticalCenter
            width: visible ? implicitWidth : 0
            keys: root.allKeys
        }
    }

    background: Rectangle {
        radius: Theme.fieldRadius
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            shown: root.visualFocus
            gap: -2
        }
    }
}
