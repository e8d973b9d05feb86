pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// How Larder looks on this device.
Column {
    id: root

    required property Preferences preferences

    spacing: Theme.x3

    SectionText {
        width: parent.width
        text: qsTr("Look")
    }
    Segments {
        width: parent.width
        label: qsTr("Colours")
        choices: [qsTr("System"), qsTr("Light"), qsTr("Dark")]
        current: root.preferences.themeMode
        onChosen: index => root.preferences.themeMode = index
    }
    Segments {
        width: parent.width
        label: qsTr("Size of text")
        choices: ["100 %", "125 %", "150 %", "200 %"]
        current: root.preferences.textSize
        onChosen: index => root.preferences.textSize = index
    }
    Toggle {
        width: parent.width
        text: qsTr("High contrast")
        detail: qsTr("Ink on pure white or black, every outline drawn.")
        checked: root.preferences.highContrast
        onToggled: root.preferences.highContrast = checked
    }
    Toggle {
        width: parent.width
        text: qsTr("Less motion")
        detail: qsTr("Things change in place instead of moving there.")
        checked: root.preferences.reducedMotion
        onToggled: root.preferences.reducedMotion = checked
    }
}
