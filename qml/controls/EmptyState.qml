pragma ComponentBehavior: Bound

import QtQuick
import Larder

// What an empty page is for, and its one action if it has one.
Column {
    id: root

    required property string iconName
    required property string title
    required property string sentence
    default property alias action: slot.data

    spacing: Theme.x2
    width: Math.min(parent ? parent.width - 2 * Theme.x6 : 320, 360)

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 64
        height: 64
        radius: 32
        color: Theme.tint

        Icon {
            anchors.centerIn: parent
            name: root.iconName
            size: 30
            color: Theme.accent
        }
    }
    Item {
        width: 1
        height: Theme.x1
    }
    SectionText {
        width: parent.width
        text: root.title
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    BodyText {
        width: parent.width
        text: root.sentence
        color: Theme.dim
        horizontalAlignment: Text.AlignHCenter
    }
    Item {
        id: slot
        anchors.horizontalCenter: parent.horizontalCenter
        implicitWidth: childrenRect.width
        implicitHeight: childrenRect.height
    }
}
