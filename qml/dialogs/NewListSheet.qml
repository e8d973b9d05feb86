pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Asks for a list's name and face, and, once it is there, what it may cost.
Sheet {
    id: root

    required property ListViewModel list // of which the budget is
    property string name
    property string glyph: glyphs[0]
    property int hue: 4
    property bool fresh: true
    readonly property list<string> glyphs: ["🧺", "🛒", "🥕", "🍞", "🎉", "🏠", "💊", "🔧", "🐈", "🎁", "🏕️", "📦"]

    signal decided(string name, string glyph, int hue)

    function ask(isFresh: bool, oldName: string, oldGlyph: string, oldHue: int) {
        fresh = isFresh;
        name = oldName;
        glyph = oldGlyph;
        hue = oldHue;
        open();
    }
    function decide() {
        if (field.text.trim() === "") return;
        const kept = fresh || list.starting || list.setBudget(budget.text, currency.text);
        budget.error = kept ? "" : qsTr("A budget is an amount such as 80 or 79.50, and a currency its three letters, such as EUR.");
        if (!kept) return;
        decided(field.text, glyph, hue);
        close();
    }

    title: fresh ? qsTr("New list") : qsTr("Change the list")
    onOpened: {
        budget.error = "";
        budget.value = fresh ? "" : list.budget;
        budget.reload();
        currency.value = fresh ? "" : list.currency;
        currency.reload();
        field.value = name;
        field.reload();
        field.forceActiveFocus();
        field.selectAll();
    }

    contentItem: Column {
        spacing: Theme.x4

        SectionText {
            text: root.title
        }
        Field {
            id: field
            width: root.availableWidth
            label: qsTr("Name")
            placeholder: qsTr("Weekly, Party, Hardware shop")
            onAccepted: root.decide()
        }
        Row {
            width: root.availableWidth
            spacing: Theme.x2
            visible: !root.fresh && !root.list.starting

            Field {
                id: budget
                width: (parent.width - parent.spacing) * 2 / 3
                label: qsTr("Budget")
                placeholder: qsTr("None")
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                onAccepted: root.decide()
            }
            Field {
                id: currency
                width: (parent.width - parent.spacing) / 3
                label: qsTr("Currency")
                placeholder: root.list.usualCurrency
                onAccepted: root.decide()
            }
        }
        Grid {
            id: grid
            readonly property real side: Math.min(48, (root.availableWidth - 5 * Theme.x2) / 6)
            columns: 6
            spacing: (root.availableWidth - 6 * side) / 5

            Repeater {
                model: root.glyphs

                GlyphChoice {
                    required property string modelData

                    width: grid.side
                    glyph: modelData
                    hue: root.hue
                    chosen: modelData === root.glyph
                    onClicked: root.glyph = modelData
                }
            }
        }
        Grid {
            columns: grid.columns
            columnSpacing: grid.spacing
            rowSpacing: 0

            Repeater {
                model: 12

                HueChoice {
                    required property int index

                    width: grid.side
                    hue: index
                    chosen: index === root.hue
                    onClicked: root.hue = index
                }
            }
        }
        Row {
            anchors.right: parent.right
            spacing: Theme.x2

            ActionButton {
                look: ActionButton.Plain
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            ActionButton {
                look: ActionButton.Filled
                text: root.fresh ? qsTr("Create") : qsTr("Save")
                enabled: field.text.trim() !== ""
                onClicked: root.decide()
            }
        }
    }
}
