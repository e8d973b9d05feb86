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
    property string more: "" // said after the last

    signal accepted(int noticeId)
    signal refused(int noticeId)

    spacing: Theme.x3
    visible: viewModel.count > 0

    SectionText {
        width: parent.width
        text: root.title
    }
    Repeater {
        model: root.viewModel

        NoticeCard {
            required property int noticeId

            width: root.width
            accept: root.accept
            refuse: root.refuse
            onAccepted: root.accepted(noticeId)
            onRefused: root.refused(noticeId)
        }
    }
    SmallText {
        width: parent.width
        wrapMode: Text.Wrap
        text: root.more
        visible: root.more !== ""
    }
}
