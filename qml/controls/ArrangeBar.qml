pragma ComponentBehavior: Bound

import QtQuick
import Larder

// Says what the grips are for while a list is arranged by hand, and ends it.
Item {
    id: root

    signal done()

    implicitHeight: Math.max(56, words.implicitHeight + 2 * Theme.x2)

    SmallText {
        id: words
        anchors.left: parent.left
        anchors.right: button.left
        anchors.rightMargin: Theme.x3
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Drag items to where you want them, or press Alt with the arrow keys.")
        wrapMode: Text.Wrap
    }
    ActionButton {
        id: button
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Done")
        Accessible.name: qsTr("Stop arranging")
        onClicked: root.done()
    }
}
