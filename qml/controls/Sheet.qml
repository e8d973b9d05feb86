pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A surface over the page: from below on a phone, in the middle elsewhere.
T.Popup {
    id: root

    required property string title
    readonly property bool low: parent ? parent.width < Theme.phoneBelow : false

    parent: T.Overlay.overlay
    modal: true
    focus: true
    width: low ? parent.width : Theme.formWidth
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? (low ? parent.height - height : Math.round((parent.height - height) / 2)) : 0
    padding: Theme.x4
    topPadding: Theme.x4
    bottomPadding: Theme.x6
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    height: implicitHeight // said, or a popup that grows at the lower edge is cut there
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; to: 0; duration: Theme.quick }
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim

        Behavior on opacity {
            NumberAnimation { duration: Theme.quick }
        }
    }

    background: Item {
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title

        Floating {
            anchors.fill: parent
            anchors.bottomMargin: root.low ? -Theme.cardRadius : 0 // it grows out of the edge
        }
    }
}
