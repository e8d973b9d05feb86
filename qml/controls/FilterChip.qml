pragma ComponentBehavior: Bound

import QtQuick
import Larder

// A chip that is on or off; one that was saved goes by a long press.
Chip {
    id: root

    required property bool on

    signal forgetAsked()

    anchors.verticalCenter: parent?.verticalCenter
    checked: on
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: on
    onPressAndHold: forgetAsked()
    Keys.onDeletePressed: forgetAsked()
}
