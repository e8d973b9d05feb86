pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Shows more of a long list of notices.
ActionButton {
    id: root

    required property NoticeRows viewModel

    visible: viewModel.hidden > 0
    look: ActionButton.Plain
    text: qsTr("Show more (%1)").arg(viewModel.hidden)
    onClicked: viewModel.showMore()
}
