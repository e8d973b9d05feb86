pragma ComponentBehavior: Bound

import QtQuick
import Larder

// Who shares a list, as overlapping initials; a lone owner is not news.
Row {
    id: root

    required property var names // strings
    property int size: 24

    spacing: -6
    visible: names.length > 1
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Shared by %1").arg(names.join(", "))

    Repeater {
        model: root.names.slice(0, 4)

        Avatar {
            required property string modelData

            name: modelData
            hue: modelData.charCodeAt(0) + modelData.length
            size: root.size
        }
    }
}
