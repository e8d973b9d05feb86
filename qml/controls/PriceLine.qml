pragma ComponentBehavior: Bound

import QtQuick
import Larder

// The course of a price as a line, from the first time to the last.
Canvas {
    id: root

    required property var points // from 0 to 1 both ways, from left to right
    property color color: Theme.accent

    function place(point: point): point {
        const x = LayoutMirroring.enabled ? 1 - point.x : point.x;
        return Qt.point(4 + x * (width - 8), height - 4 - point.y * (height - 8));
    }
    function draw(context: var) {
        context.reset();
        context.lineWidth = 2;
        context.lineJoin = "round";
        context.strokeStyle = color;
        context.fillStyle = color;
        context.beginPath();
        points.forEach(each => context.lineTo(place(each).x, place(each).y));
        context.stroke();
        const last = place(points[points.length - 1]);
        context.beginPath();
        context.arc(last.x, last.y, 4, 0, 2 * Math.PI);
        context.fill();
    }

    implicitHeight: 64
    visible: points.length > 1
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("The course of the price")
    onPaint: if (points.length > 1) draw(getContext("2d"))
    onPointsChanged: requestPaint()
    onColorChanged: requestPaint()
    onWidthChanged: requestPaint()
}
