pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// One row of a list: an item that is checked by a tap anywhere on it, or the header of a group. A swipe along the line
// deletes it, one against the line opens it, a long press selects it.
Item {
    id: root

    required property int index
    required property int kind
    required property string itemId
    required property string name
    required property string amount
    required property string detail
    required property bool checked
    required property int hue
    required property string touchedBy
    required property string spoken
    required property bool selected
    required property string photo
    property PhotoViewModel photos: null
    readonly property bool pictured: photo !== "" && photos !== null && photos.arrived >= 0 && photos.has(photo)
    property bool current: false // has the keyboard
    property bool ringed: false // and shows it
    property string openItemId
    property int checkedCount: 0
    property bool checkedShown: false
    property bool editable: true
    property bool selecting: false
    property bool arranging: false
    property bool swipes: false
    property bool dragged: false // its picture is under the pointer
    property bool large: false
    property bool still: false // it becomes another row

    readonly property bool isItem: kind === ItemRows.Item
    readonly property bool isOpen: isItem && itemId === openItemId
    property bool lively: false // false until it is touched: a row that scrolls in does not act out its state

    signal tapped()
    signal reached()
    signal selectAsked()
    signal removeAsked()
    signal dragMoved(point at)
    signal dragEnded(bool dropped)
    signal opened()
    signal menuAsked(point at) // in the window
    signal foldAsked()
    signal clearAsked()

    width: ListView.view ? ListView.view.width : 0
    height: isItem ? (large ? Theme.largeRowHeight : Theme.rowHeight) : Theme.headerHeight + (kind === ItemRows.CheckedHeader ? Theme.x2 : 0)

    opacity: dragged ? 0.35 : 1

    // Here and not at the button, which would put its own role and states in their place.
    Accessible.ignored: !isItem
    Accessible.role: Accessible.CheckBox
    Accessible.name: spoken
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.selectable: true
    Accessible.selected: selected
    Accessible.focusable: true
    Accessible.focused: current
    Accessible.onToggleAction: tapped()
    Accessible.onPressAction: tapped()
    // A screen reader may put the keyboard on a row; the list has it, at that row.
    onActiveFocusChanged: {
        if (!activeFocus) return;
        focus = false;
        reached();
    }

    onStillChanged: lively = false

    // What waits to be reused is nothing that a screen reader may find.
    ListView.onPooled: {
        lively = false;
        visible = false;
    }
    ListView.onReused: {
        lively = false;
        visible = true;
    }

    Repeater {
        model: root.isItem ? 0 : 1

        GroupHeader {
            anchors.fill: parent
            title: root.kind === ItemRows.CheckedHeader ? qsTr("Checked (%L1)").arg(root.checkedCount) : root.name
            hue: root.hue
            folds: root.kind === ItemRows.CheckedHeader
            folded: !root.checkedShown
            ringed: root.ringed
            editable: root.editable
            onToggled: root.foldAsked()
            onClearAsked: root.clearAsked()
        }
    }

    SwipeHandler {
        id: swipe
        enabled: root.isItem && root.swipes && root.editable && !root.selecting
        onForwards: root.removeAsked()
        onBackwards: root.opened()
    }
    Repeater {
        model: swipe.offset !== 0 ? 1 : 0

        SwipeFace {
            anchors.fill: parent
            offset: swipe.offset
            decided: swipe.decided
        }
    }

    T.AbstractButton {
        id: button

        anchors.fill: parent
        anchors.leftMargin: Theme.x1
        anchors.rightMargin: Theme.x1
        visible: root.isItem
        enabled: root.isItem
        focusPolicy: Qt.NoFocus
        Accessible.ignored: true
        onClicked: {
            root.lively = true;
            root.tapped();
        }
        onPressAndHold: root.selectAsked()

        transform: Translate {
            x: swipe.offset
        }

        background: Rectangle {
            radius: Theme.fieldRadius
            color: root.selected || root.touchedBy !== "" || root.isOpen ? Theme.tint
                 : button.down ? Theme.pressed : button.hovered ? Theme.hover : "transparent"
            border.width: root.ringed ? Theme.focusWidth : 0
            border.color: Theme.accent

            Behavior on color {
                enabled: root.lively
                ColorAnimation { duration: Theme.move; easing.type: Theme.easing }
            }
        }

        contentItem: Item {
            CheckCircle {
                id: circle
                anchors.left: parent.left
                anchors.leftMargin: Theme.x3
                anchors.verticalCenter: parent.verticalCenter
                checked: root.selecting ? root.selected : root.checked
                square: root.selecting
                size: root.large ? Theme.checkSize + 8 : Theme.checkSize
                lively: root.lively
            }

            Repeater {
                model: root.pictured ? 1 : 0

                Thumbnail {
                    anchors.left: circle.right
                    anchors.leftMargin: Theme.x3
                    anchors.verticalCenter: parent?.verticalCenter
                    photo: root.photo
                }
            }
            Column {
                anchors.left: circle.right
                anchors.leftMargin: root.pictured ? Theme.x3 + 40 + Theme.x2 : Theme.x3
                anchors.right: aside.left
                anchors.rightMargin: Theme.x3
                anchors.verticalCenter: parent.verticalCenter
                spacing: 1

                Text {
                    width: parent.width
                    text: root.name
                    horizontalAlignment: Text.AlignLeft
                    font.pixelSize: root.large ? Theme.sectionSize : Theme.nameSize
                    font.strikeout: root.checked
                    color: root.checked ? Theme.dim : Theme.ink
                    elide: Text.ElideRight
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
                SmallText {
                    width: parent.width
                    visible: root.detail !== ""
                    text: root.detail
                    Accessible.ignored: true
                }
            }

            Row {
                id: aside
                anchors.right: parent.right
                anchors.rightMargin: more.visible ? 0 : Theme.x3
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.x1

                Repeater {
                    model: root.touchedBy === "" ? 0 : 1

                    Avatar {
                        anchors.verticalCenter: parent?.verticalCenter
                        name: root.touchedBy
                        hue: root.touchedBy.charCodeAt(0)
                        size: 22
                    }
                }
                Text {
                    anchors.verticalCenter: parent.verticalCenter
                    text: root.amount
                    font.pixelSize: root.large ? Theme.nameSize : Theme.bodySize
                    color: root.large ? Theme.ink : Theme.dim
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
                // Not an IconButton: the rows that come into view are made within one frame.
                T.AbstractButton {
                    id: more
                    visible: !root.selecting && !root.arranging
                    anchors.verticalCenter: parent.verticalCenter
                    width: 40
                    height: Theme.target
                    focusPolicy: Qt.NoFocus
                    Accessible.onPressAction: root.opened()
                    Accessible.name: qsTr("Details of %1").arg(root.name)
                    onClicked: root.opened()

                    contentItem: Item {
                        Icon {
                            anchors.centerIn: parent
                            name: "forward"
                            directional: true
                            size: Theme.iconSize - 4
                            color: more.hovered || more.down ? Theme.ink : Theme.outline
                        }
                    }
                }
            }
        }

        TapHandler {
            acceptedButtons: Qt.RightButton
            onTapped: event => root.menuAsked(root.mapToItem(null, event.position))
        }
    }

    // By the grip, which a pointer finds at the row's edge, and a finger while the list is arranged.
    Repeater {
        model: root.isItem && root.editable && !root.checked && (root.arranging || hover.hovered) ? 1 : 0

        ItemGrip {
            // A row that waits to be reused outlives this by a moment.
            height: root?.height ?? 0
            broad: root?.arranging ?? false
            name: root?.name ?? ""
            onMoved: at => root.dragMoved(at)
            onEnded: dropped => root.dragEnded(dropped)
            onAsked: root.menuAsked(root.mapToItem(null, 0, root.height))
        }
    }
    HoverHandler {
        id: hover
        enabled: root.isItem && !root.swipes
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
    }
}
