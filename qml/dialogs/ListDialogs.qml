pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// The sheets that the page of a list opens.
Item {
    id: root

    required property AppViewModel viewModel
    readonly property ListViewModel list: viewModel.list

    function askShops() {
        shops.open();
    }
    function askCategory() {
        category.choices = list.bulk.categoryChoices();
        category.open();
    }
    function askMove() {
        lists.ask(qsTr("Move to which list?"), true);
    }
    function askCopy() {
        lists.ask(qsTr("Copy to which list?"), false);
    }
    function askFilterName() {
        filterName.open();
    }

    ShopsSheet {
        id: shops
        viewModel: root.list.shops
    }
    SpendingSheet {
        viewModel: root.list.spending
    }
    ChoiceSheet {
        id: category
        title: qsTr("Which category?")
        newHint: qsTr("Another category")
        onChosen: index => root.list.bulk.setCategory(choices[index])
        onNamed: name => root.list.bulk.setCategory(name)
    }
    ChoiceSheet {
        id: lists

        property bool moves: true
        property list<string> ids

        function ask(question: string, moving: bool) {
            title = question;
            moves = moving;
            ids = root.viewModel.lists.idsBut(root.list.listId);
            choices = root.viewModel.lists.namesOf(ids);
            open();
        }

        title: ""
        onChosen: index => moves ? root.list.bulk.moveTo(ids[index]) : root.list.bulk.copyTo(ids[index])
    }
    ChoiceSheet {
        id: filterName
        title: qsTr("Keep this search")
        newHint: qsTr("Its name")
        onNamed: name => root.list.arrangement.save(name)
    }
}
