pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A photo over the whole window. A press or Escape closes it.
T.Popup {
    id: root

    property string photo
    property string name

    parent: T.Overlay.overlay
    modal: true
    focus: true
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    padding: 0
    closePolicy: T.Popup.CloseOnEscape

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    background: Rectangle {
        color: Theme.paper
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Photo of %1").arg(root.name)
    }
    contentItem: Item {
        Image {
            anchors.fill: parent
            anchors.margins: Theme.x2
            source: root.opened && root.photo !== "" ? "image://photos/" + root.photo : ""
            sourceSize.width: 1600
            sourceSize.height: 1600
            fillMode: Image.PreserveAspectFit
            asynchronous: true
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Photo of %1").arg(root.name)
        }
        TapHandler {
            onTapped: root.close()
        }
        Rectangle {
            anchors.fill: close
            radius: width / 2
            color: Theme.paper
        }
        IconButton {
            id: close
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.x3
            focus: true
            iconName: "close"
            text: qsTr("Close the photo")
            onClicked: root.close()
        }
    }
}
