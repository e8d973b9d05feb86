pragma ComponentBehavior: Bound

import QtQuick
import Larder

// One change that is not sent yet.
Item {
    id: root

    required property string title
    required property string sentence
    required property string when

    implicitHeight: words.height + 2 * Theme.x2
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    Accessible.description: sentence

    Column {
        id: words
        anchors.left: parent.left
        anchors.right: time.left
        anchors.rightMargin: Theme.x3
        y: Theme.x2
        spacing: 2

        BodyText {
            width: parent.width
            text: root.title
            Accessible.ignored: true
        }
        SmallText {
            width: parent.width
            text: root.sentence
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
    SmallText {
        id: time
        anchors.right: parent.right
        y: Theme.x2 + 2
        text: root.when
    }
}
