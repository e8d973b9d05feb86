pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// One thing that the palette found. `chosen` is what Enter in the field would do.
T.ItemDelegate {
    id: root

    required property int kind
    required property string title
    required property string detail
    required property string keyText
    property bool chosen: false

    implicitHeight: Math.max(44, Math.round(44 * Theme.textScale))
    focusPolicy: Qt.StrongFocus
    Accessible.name: detail === "" ? title : qsTr("%1, %2").arg(title).arg(detail)
    Accessible.description: keyText
    Accessible.selected: chosen
    Accessible.onPressAction: if (enabled) clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        Icon {
            id: icon
            anchors.left: parent.left
            anchors.leftMargin: Theme.x3
            anchors.verticalCenter: parent.verticalCenter
            name: root.kind === PaletteRows.List ? "lists" : root.kind === PaletteRows.Item ? "basket" : "forward"
            directional: true
            size: Theme.iconSize - 4
            color: root.chosen ? Theme.accent : Theme.dim
        }
        BodyText {
            id: words
            anchors.left: icon.right
            anchors.leftMargin: Theme.x3
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width - icon.width - keyCap.width - 2 * Theme.x3 - 2 * Theme.x2)
            text: root.title
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            lineHeight: 1
            Accessible.ignored: true
        }
        SmallText {
            anchors.left: words.right
            anchors.leftMargin: Theme.x2
            anchors.right: keyCap.left
            anchors.rightMargin: Theme.x2
            anchors.baseline: words.baseline
            visible: width > 40
            text: root.detail
            Accessible.ignored: true
        }
        KeyText {
            id: keyCap
            anchors.right: parent.right
            anchors.rightMargin: Theme.x2
            anchors.verticalCenter: parent.verticalCenter
            width: visible ? implicitWidth : 0
            keys: root.keyText
        }
    }

    background: Rectangle {
        radius: Theme.fieldRadius
        color: root.chosen ? Theme.tint : root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        border.width: Theme.highContrast && root.chosen ? Theme.hairline : 0
        border.color: Theme.outline

        FocusRing {
            shown: root.visualFocus
            gap: -2
        }
    }
}
