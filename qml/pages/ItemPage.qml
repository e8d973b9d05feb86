pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Larder
import Larder.ViewModels

// One item, to be changed: the phone's detail page and the wide window's detail pane. A field is kept when it is
// left; there is nothing to save.
FocusScope {
    id: root

    required property ItemViewModel viewModel
    required property PhotoViewModel photos
    required property bool pane // beside the list: closed, not gone back from
    property AppViewModel badgeOf: null

    signal closeAsked()
    signal removeAsked(string itemId)

    // Keeps what stands in the fields; one that is as it was is not written.
    function keep() {
        viewModel.setName(name.text);
        viewModel.setQuantity(quantity.text);
        viewModel.setUnit(unit.text);
        viewModel.setPrice(price.text);
        viewModel.setNote(note.text);
        viewModel.setBarcode(barcode.text);
    }
    function reload() {
        name.reload();
        quantity.reload();
        unit.reload();
        price.reload();
        note.reload();
        barcode.reload();
    }

    Keys.onEscapePressed: closeAsked()

    Component.onCompleted: if (pane) name.forceActiveFocus()

    Connections {
        target: root.viewModel
        function onLeaving() {
            root.keep();
        }
        function onItemChanged() {
            root.reload();
            if (root.pane) name.forceActiveFocus();
        }
    }

    PageHead {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        title: root.viewModel.name
        canGoBack: !root.pane
        small: true
        badgeOf: root.badgeOf
        onBackAsked: root.closeAsked()

        IconButton {
            visible: root.viewModel.editable
            iconName: "trash"
            color: Theme.dim
            text: qsTr("Delete %1").arg(root.viewModel.name)
            onClicked: root.removeAsked(root.viewModel.itemId)
        }
        IconButton {
            visible: root.pane
            iconName: "close"
            color: Theme.dim
            text: qsTr("Close")
            onClicked: root.closeAsked()
        }
    }

    Flickable {
        id: view

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        contentWidth: width
        contentHeight: form.height + Theme.x8
        clip: true
        boundsBehavior: Flickable.DragOverBounds

        T.ScrollBar.vertical: ScrollLine {}

        Column {
            id: form

            anchors.left: parent.left
            anchors.leftMargin: Theme.x4
            y: Theme.x1
            width: Math.min(view.width - 2 * Theme.x4, Theme.formWidth)
            spacing: Theme.x4
            enabled: root.viewModel.editable

            Field {
                id: name
                width: parent.width
                focus: true
                label: qsTr("Name")
                value: root.viewModel.name
                error: root.viewModel.nameError
                readOnly: !root.viewModel.editable
                onAbandoned: root.viewModel.setName(text)
                onAccepted: root.viewModel.setName(text)
            }

            Row {
                width: parent.width
                spacing: Theme.x2

                Field {
                    id: quantity
                    width: (parent.width - steps.width - 2 * Theme.x2) / 2
                    label: qsTr("Quantity")
                    value: root.viewModel.quantity
                    error: root.viewModel.quantityError
                    inputMethodHints: Qt.ImhFormattedNumbersOnly
                    readOnly: !root.viewModel.editable
                    onAbandoned: root.viewModel.setQuantity(text)
                    onAccepted: root.viewModel.setQuantity(text)
                }
                Field {
                    id: unit
                    width: quantity.width
                    label: qsTr("Unit")
                    value: root.viewModel.unit
                    error: root.viewModel.unitError
                    placeholder: qsTr("kg, l")
                    readOnly: !root.viewModel.editable
                    onAbandoned: root.viewModel.setUnit(text)
                    onAccepted: root.viewModel.setUnit(text)
                }
                Row {
                    id: steps
                    visible: root.viewModel.editable
                    y: Math.round(Theme.smallSize * 1.15) + Theme.x1 + 3

                    IconButton {
                        width: 40
                        height: 44
                        iconName: "minus"
                        color: Theme.accent
                        text: qsTr("Less")
                        enabled: root.viewModel.quantity !== ""
                        onClicked: root.viewModel.step(-1)
                    }
                    IconButton {
                        width: 40
                        height: 44
                        iconName: "plus"
                        color: Theme.accent
                        text: qsTr("More")
                        onClicked: root.viewModel.step(1)
                    }
                }
            }

            Field {
                id: price
                width: parent.width
                label: root.viewModel.currencySign === "" ? qsTr("Price") : qsTr("Price in %1").arg(root.viewModel.currencySign)
                value: root.viewModel.price
                error: root.viewModel.priceError
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                readOnly: !root.viewModel.editable
                onAbandoned: root.viewModel.setPrice(text)
                onAccepted: root.viewModel.setPrice(text)
            }

            PriceSection {
                width: parent.width
                viewModel: root.viewModel.prices
                editable: root.viewModel.editable
                onPriceTaken: price => root.viewModel.setPrice(price)
            }

            NoteField {
                id: note
                width: parent.width
                label: qsTr("Note")
                value: root.viewModel.note
                error: root.viewModel.noteError
                readOnly: !root.viewModel.editable
                onAbandoned: root.viewModel.setNote(text)
            }

            Field {
                id: barcode
                width: parent.width
                label: qsTr("Barcode")
                value: root.viewModel.barcode
                error: root.viewModel.barcodeError
                inputMethodHints: Qt.ImhDigitsOnly
                readOnly: !root.viewModel.editable
                onAbandoned: root.viewModel.setBarcode(text)
                onAccepted: root.viewModel.setBarcode(text)
            }

            PhotoSection {
                width: parent.width
                viewModel: root.photos
                itemName: root.viewModel.name
                editable: root.viewModel.editable
                onLargeAsked: viewer.open()
            }

            Column {
                width: parent.width
                spacing: Theme.x2

                SmallText {
                    text: qsTr("Category")
                }
                Flow {
                    width: parent.width
                    spacing: Theme.x1

                    Repeater {
                        model: root.viewModel.categories

                        RadioChip {
                            required property int index
                            required property string modelData

                            text: modelData
                            // The chips outlive the page by a moment.
                            dot: Theme.hue(root?.viewModel.hueOfCategory(index) ?? 0)
                            checked: index === root?.viewModel.category
                            onClicked: root.viewModel.setCategory(index)
                        }
                    }
                }
            }

            Column {
                width: parent.width
                spacing: Theme.x2
                visible: root.viewModel.people.length > 1

                SmallText {
                    text: qsTr("Who gets it")
                }
                Flow {
                    width: parent.width
                    spacing: Theme.x1

                    Repeater {
                        model: root.viewModel.people

                        RadioChip {
                            required property int index
                            required property string modelData

                            text: modelData
                            iconName: "you"
                            checked: index === root?.viewModel.person
                            onClicked: root.viewModel.setPerson(index)
                        }
                    }
                }
            }

            SmallText {
                width: parent.width
                visible: root.viewModel.typed !== ""
                text: qsTr("Written as “%1”").arg(root.viewModel.typed)
                wrapMode: Text.Wrap
            }
        }
    }

    // A picture that is let go here is the photo, and not a list to import.
    DropArea {
        anchors.fill: parent
        enabled: root.viewModel.editable
        keys: ["text/uri-list"]
        onDropped: drop => {
            root.photos.takeUrl(drop.urls[0]);
            drop.accept(Qt.CopyAction);
        }
    }
    PhotoViewer {
        id: viewer
        photo: root.photos.photo
        name: root.viewModel.name
    }
}
