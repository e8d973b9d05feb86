pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// Choices that a button opens: beside it on a wide window, from below on a phone.
T.Menu {
    id: root

    property string label
    readonly property bool low: parent ? parent.width < Theme.phoneBelow : false
    property point at

    function openBeside(button: Item) {
        const corner = button.mapToItem(T.Overlay.overlay, 0, button.height);
        const across = mirrored ? corner.x : corner.x + button.width - width;
        at = Qt.point(across, corner.y);
        open();
    }

    parent: T.Overlay.overlay
    modal: true
    width: low ? (parent?.width ?? 0) : 280
    height: Math.min(implicitHeight, (parent?.height ?? 0) - Theme.x8)
    x: low ? 0 : Math.max(Theme.x2, Math.min(at.x, (parent?.width ?? 0) - width - Theme.x2))
    y: low ? (parent?.height ?? 0) - height : Math.max(Theme.x2, Math.min(at.y, (parent?.height ?? 0) - height - Theme.x2))
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    topPadding: Theme.x2
    bottomPadding: low ? Theme.x6 : Theme.x2
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; to: 0; duration: Theme.quick }
    }

    T.Overlay.modal: Rectangle {
        color: root.low ? Theme.scrim : "transparent"

        Behavior on opacity {
            NumberAnimation { duration: Theme.quick }
        }
    }

    contentItem: ListView {
        implicitHeight: contentHeight
        model: root.contentModel
        currentIndex: root.currentIndex
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.PopupMenu
        Accessible.name: root.label
    }

    background: Item {
        Floating {
            anchors.fill: parent
            anchors.bottomMargin: root.low ? -Theme.cardRadius : 0 // it grows out of the edge
        }
    }
}
