pragma ComponentBehavior: Bound

import QtQuick
import Larder

// A photo as a small square.
Image {
    id: root

    required property string photo

    width: 40
    height: 40
    source: "image://photos/" + photo
    sourceSize.width: 96
    sourceSize.height: 96
    fillMode: Image.PreserveAspectCrop
    asynchronous: true
}
