pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A switch with its words in front of it; the whole line answers.
T.Switch {
    id: root

    property string detail

    function answer() {
        if (!enabled) return;
        toggle();
        toggled();
    }

    implicitWidth: 240
    implicitHeight: Math.max(Theme.rowHeight, words.implicitHeight + 2 * Theme.x3)
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Accessible.description: detail
    Accessible.onPressAction: answer()
    Accessible.onToggleAction: answer()

    contentItem: Item {
        Column {
            id: words
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.rightMargin: 44 + Theme.x4
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2

            BodyText {
                width: parent.width
                text: root.text
                Accessible.ignored: true
            }
            SmallText {
                width: parent.width
                visible: text !== ""
                text: root.detail
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }

    indicator: Rectangle {
        x: root.mirrored ? 0 : root.width - width
        y: Math.round((root.height - height) / 2)
        width: 44
        height: 26
        radius: 13
        color: root.checked ? Theme.accent : Theme.surface
        border.width: root.checked ? 0 : 1.5
        border.color: Theme.outline

        Behavior on color {
            ColorAnimation { duration: Theme.quick }
        }

        Rectangle {
            x: root.checked !== root.mirrored ? parent.width - width - 4 : 4
            anchors.verticalCenter: parent.verticalCenter
            width: 18
            height: 18
            radius: 9
            color: root.checked ? Theme.accentInk : Theme.outline

            Behavior on x {
                NumberAnimation { duration: Theme.quick; easing.type: Theme.easing }
            }
        }
        FocusRing {
            shown: root.visualFocus
        }
    }

    background: null
}
