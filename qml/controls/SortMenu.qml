pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// In which order the items stand.
PopupMenu {
    id: root

    required property ArrangementViewModel viewModel
    required property ShopsViewModel shops

    label: qsTr("Sort by")

    PopupEntry {
        text: qsTr("Way through the shop")
        detail: root.shops.currentName
        checkable: true
        checked: root.viewModel.sort === ArrangementViewModel.Shop
        onTriggered: root.viewModel.sort = ArrangementViewModel.Shop
    }
    PopupEntry {
        text: qsTr("Category")
        checkable: true
        checked: root.viewModel.sort === ArrangementViewModel.Category
        onTriggered: root.viewModel.sort = ArrangementViewModel.Category
    }
    PopupEntry {
        text: qsTr("Name")
        checkable: true
        checked: root.viewModel.sort === ArrangementViewModel.Name
        onTriggered: root.viewModel.sort = ArrangementViewModel.Name
    }
    PopupEntry {
        text: qsTr("Quantity")
        checkable: true
        checked: root.viewModel.sort === ArrangementViewModel.Quantity
        onTriggered: root.viewModel.sort = ArrangementViewModel.Quantity
    }
    PopupEntry {
        text: qsTr("Newest first")
        checkable: true
        checked: root.viewModel.sort === ArrangementViewModel.Newest
        onTriggered: root.viewModel.sort = ArrangementViewModel.Newest
    }
}
