pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// How Larder looks on this device.
Column {
    id: root

    required property AppViewModel viewModel
    readonly property Preferences preferences: viewModel.preferences
    readonly property list<string> threeWays: [qsTr("System"), qsTr("On"), qsTr("Off")]

    spacing: Theme.x3

    SectionText {
        width: parent.width
        text: qsTr("Look")
    }
    LabelledSegments {
        width: parent.width
        label: qsTr("Colours")
        choices: [qsTr("System"), qsTr("Light"), qsTr("Dark")]
        current: root.preferences.themeMode
        onChosen: index => root.preferences.themeMode = index
    }
    LabelledSegments {
        width: parent.width
        label: qsTr("Size of text")
        choices: ["100 %", "125 %", "150 %", "200 %"]
        current: root.preferences.textSize
        onChosen: index => root.preferences.textSize = index
    }
    Column {
        width: parent.width
        spacing: Theme.x1
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Language")

        BodyText {
            width: parent.width
            text: qsTr("Language")
            Accessible.ignored: true
        }
        Flow {
            width: parent.width
            spacing: Theme.x2

            RadioChip {
                text: qsTr("System")
                checked: root.preferences.language === ""
                Accessible.name: qsTr("%1: %2").arg(qsTr("Language")).arg(text)
                onClicked: root.preferences.language = ""
            }
            Repeater {
                model: root.viewModel.languages

                RadioChip {
                    required property string modelData

                    text: root?.viewModel.languageName(modelData) ?? ""
                    checked: root?.preferences.language === modelData
                    Accessible.name: text
                    onClicked: root.preferences.language = modelData
                }
            }
        }
    }
    LabelledSegments {
        width: parent.width
        label: qsTr("Amounts")
        detail: qsTr("How much is shown in kilograms and litres, or in pounds and cups; what was written stays.")
        choices: [qsTr("As written"), qsTr("Metric"), qsTr("Imperial")]
        current: root.preferences.units
        onChosen: index => root.preferences.units = index
    }
    LabelledSegments {
        width: parent.width
        label: qsTr("High contrast")
        detail: qsTr("Ink on pure white or black, every outline drawn.")
        choices: root.threeWays
        current: root.preferences.contrastMode
        onChosen: index => root.preferences.contrastMode = index
    }
    LabelledSegments {
        width: parent.width
        label: qsTr("Less motion")
        detail: qsTr("Things change in place instead of moving there.")
        choices: root.threeWays
        current: root.preferences.motionMode
        onChosen: index => root.preferences.motionMode = index
    }
}
