pragma ComponentBehavior: Bound

import QtQuick
import Larder

// Follows a finger across a row. Released far enough, it was meant: along the line or against it.
DragHandler {
    id: root

    readonly property real span: parent ? parent.width : 0
    readonly property bool decided: Math.abs(offset) > Math.min(span * 0.35, 140)
    property real offset: 0

    signal forwards()
    signal backwards()

    target: null
    yAxis.enabled: false
    grabPermissions: PointerHandler.CanTakeOverFromItems | PointerHandler.CanTakeOverFromHandlersOfDifferentType
        | PointerHandler.ApprovesTakeOverByAnything
    onActiveTranslationChanged: if (active) offset = activeTranslation.x
    onActiveChanged: {
        if (active) return;
        const went = decided ? offset : 0;
        offset = 0;
        const along = parent.LayoutMirroring.enabled ? went > 0 : went < 0;
        if (went !== 0) along ? forwards() : backwards();
    }

    Behavior on offset {
        enabled: !root.active
        NumberAnimation { duration: Theme.quick; easing.type: Theme.easing }
    }
}
