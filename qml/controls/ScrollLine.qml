pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder

// A thin scroll bar that shows only while one scrolls or points at it.
T.ScrollBar {
    id: root

    implicitWidth: 10
    implicitHeight: 10
    padding: 2
    minimumSize: 0.06
    visible: size < 1
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        radius: 3
        color: root.pressed ? Theme.dim : Theme.outline
        opacity: root.active ? 0.8 : 0

        Behavior on opacity {
            NumberAnimation { duration: Theme.move }
        }
    }
}
