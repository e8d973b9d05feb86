pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// Everything one can do or open, by a few letters of its name. The keyboard stays in the field; what Enter would do
// is marked, and Down goes into what was found, where a screen reader follows.
Sheet {
    id: root

    required property PaletteRows viewModel
    readonly property int lines: Math.max(1, Math.min(viewModel.count, parent && parent.height < 560 ? 4 : 8))

    property int decided: -1

    // What is done comes after the sheet has gone, which gives the keyboard back to where it was.
    function run(row: int) {
        decided = row;
        close();
    }

    title: qsTr("Find an action, a list or an item")
    width: low ? parent.width : Math.min(560, parent.width - 2 * Theme.x6)
    y: parent && !low ? Math.round(Math.min(parent.height * 0.14, 140)) : parent ? parent.height - height : 0
    bottomPadding: Theme.x2
    onAboutToShow: {
        decided = -1;
        viewModel.open();
        field.value = "";
        field.reload();
        rows.currentIndex = 0;
    }
    onOpened: field.forceActiveFocus()

    contentItem: Column {
        spacing: Theme.x2

        Field {
            id: field

            width: root.availableWidth
            focus: true
            label: root.title
            placeholder: qsTr("“dark”, “party”, “milk”")
            hint: root.viewModel.count === 0 ? qsTr("Nothing of that name.") : ""
            onEdited: text => {
                root.viewModel.query = text;
                rows.currentIndex = 0;
            }
            onAccepted: root.run(rows.currentIndex)
            Keys.onDownPressed: {
                rows.currentIndex = Math.min(1, rows.count - 1);
                rows.forceActiveFocus(Qt.TabFocusReason);
            }
        }

        ListView {
            id: rows

            width: root.availableWidth
            height: root.lines * Math.max(44, Math.round(44 * Theme.textScale))
            clip: true
            model: root.viewModel
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            keyNavigationEnabled: false
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What was found: %L1").arg(count)
            Keys.onDownPressed: incrementCurrentIndex()
            Keys.onUpPressed: if (currentIndex > 0) decrementCurrentIndex(); else field.forceActiveFocus()

            delegate: PaletteLine {
                required property int index

                width: ListView.view.width
                focus: ListView.isCurrentItem
                chosen: ListView.isCurrentItem
                onClicked: root.run(index)
            }

            T.ScrollBar.vertical: ScrollLine {}
        }
    }

    onClosed: {
        viewModel.run(decided);
        viewModel.close();
    }
}
