pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Notices of one sort under their title; nothing when there are none.
Column {
    id: root

    required property NoticeRows viewModel
    required property string title
    required property string accept
    required property string refuse
    property string copy
    property string acceptAll // these two are offered when there are several
    property string copyAll
    property string more: "" // said after the last

    signal accepted(int noticeId)
    signal refused(int noticeId)
    signal copied(int noticeId)
    signal allAccepted()
    signal allCopied()

    spacing: Theme.x3
    visible: viewModel.count > 0

    SectionText {
        width: parent.width
        text: root.title
    }
    Flow {
        width: parent.width
        spacing: Theme.x2
        visible: root.acceptAll !== "" && root.viewModel.count > 1

        ActionButton {
            look: ActionButton.Plain
            text: root.acceptAll
            onClicked: root.allAccepted()
        }
        ActionButton {
            look: ActionButton.Plain
            visible: text !== ""
            text: root.copyAll
            onClicked: root.allCopied()
        }
    }
    Repeater {
        model: root.viewModel

        NoticeCard {
            required property int noticeId

            width: root.width
            accept: root.accept
            refuse: root.refuse
            copy: root.copy
            onCopied: root.copied(noticeId)
            onAccepted: root.accepted(noticeId)
            onRefused: root.refused(noticeId)
        }
    }
    MoreButton {
        viewModel: root.viewModel
    }
    SmallText {
        width: parent.width
        wrapMode: Text.Wrap
        text: root.more
        visible: root.more !== ""
    }
}
