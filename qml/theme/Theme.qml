pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Every colour, size and duration of the interface, once. tests/ui/contrast_test holds the colours to their ratios.
QtObject {
    id: root

    enum Mode { System, Light, Dark }

    property int mode: Theme.System
    property bool highContrast: false
    property bool reducedMotion: false
    property real textScale: 1
    property bool mirrored: false // read from the right
    property int systemScheme: -1 // 1 dark, 0 light, else what its palette looks like

    readonly property SystemPalette system: SystemPalette {}
    readonly property bool systemDark: systemScheme < 0 ? system.window.hslLightness < 0.5 : systemScheme === 1
    readonly property bool dark: mode === Theme.System ? systemDark : mode === Theme.Dark

    readonly property color paper: highContrast ? (dark ? "#000000" : "#FFFFFF") : dark ? "#141714" : "#FBF9F4"
    readonly property color surface: highContrast ? (dark ? "#000000" : "#FFFFFF") : dark ? "#1D221E" : "#FFFFFF"
    readonly property color ink: highContrast ? (dark ? "#FFFFFF" : "#000000") : dark ? "#ECEFEA" : "#1E2320"
    readonly property color dim: highContrast ? ink : dark ? "#A5AEA7" : "#58605B"
    readonly property color line: highContrast ? ink : dark ? "#2B312C" : "#E7E2D6"
    readonly property color outline: highContrast ? ink : dark ? "#6B756E" : "#8B9189"
    readonly property color accent: highContrast ? (dark ? "#8DF0C4" : "#00472F") : dark ? "#6CC7A0" : "#1F6F54"
    readonly property color accentInk: highContrast ? (dark ? "#000000" : "#FFFFFF") : dark ? "#0E2A1F" : "#FFFFFF"
    readonly property color tint: highContrast ? paper : dark ? "#1E3229" : "#E3F0E9"
    readonly property color warn: highContrast ? (dark ? "#FFD27A" : "#5C3A00") : dark ? "#F0B860" : "#8A5A00"
    readonly property color caution: highContrast ? (dark ? "#E9E48A" : "#3E4300") : dark ? "#C9CB6E" : "#6E7418"
    readonly property color danger: highContrast ? (dark ? "#FFB3A8" : "#8E1208") : dark ? "#F08A7D" : "#B3372B"
    readonly property color dangerInk: dark ? "#2B0D09" : "#FFFFFF"
    readonly property color bar: highContrast ? ink : dark ? "#E4E8E2" : "#2A302C"
    readonly property color barInk: highContrast ? paper : dark ? "#1A1E1B" : "#F6F5F0"
    readonly property color barAction: highContrast ? paper : dark ? "#1F6F54" : "#8ADBB6"
    readonly property color hover: Qt.rgba(ink.r, ink.g, ink.b, 0.045)
    readonly property color pressed: Qt.rgba(ink.r, ink.g, ink.b, 0.09)
    readonly property color scrim: Qt.rgba(0, 0, 0, dark ? 0.55 : 0.32)
    readonly property color shadow: Qt.rgba(0, 0, 0, dark ? 0.16 : 0.026)

    // Twelve hues of one lightness (OKLCH 0.60 and 0.76): dots, and behind emoji. Never under text.
    readonly property list<color> hues: dark
        ? ["#EA9891", "#E3A072", "#CEAC64", "#AFB96D", "#88C28A", "#64C6AD",
           "#57C3CF", "#6DBBE8", "#92B0F1", "#B5A4EA", "#D29BD4", "#E496B4"]
        : ["#BB625D", "#B46C36", "#A07A1A", "#7E882C", "#509253", "#00967C",
           "#0093A1", "#258ABB", "#5E7EC5", "#8571BD", "#A267A6", "#B56184"]
    readonly property real hueWash: dark ? 0.24 : 0.18

    readonly property real titleSize: Math.round(28 * textScale)
    readonly property real sectionSize: Math.round(20 * textScale)
    readonly property real nameSize: Math.round(17 * textScale)
    readonly property real bodySize: Math.round(15 * textScale)
    readonly property real smallSize: Math.round(13 * textScale)

    readonly property int x1: 4
    readonly property int x2: 8
    readonly property int x3: 12
    readonly property int x4: 16
    readonly property int x6: 24
    readonly property int x8: 32
    readonly property int target: 48 // the least a finger is offered
    readonly property string emojiFamily: "Larder Emoji" // prepareEngine() names the system's
    readonly property int rowHeight: Math.round(56 * textScale)
    readonly property int largeRowHeight: Math.round(76 * textScale) // while one shops
    readonly property int headerHeight: Math.round(40 * textScale)
    readonly property int cardRadius: 12
    readonly property int fieldRadius: 8
    readonly property int hairline: 1
    readonly property int focusWidth: 2
    readonly property int iconSize: Math.round(22 * textScale)
    readonly property int checkSize: Math.round(24 * textScale)
    readonly property int columnWidth: 720 // text lines and forms grow no wider
    readonly property int formWidth: 440

    readonly property int phoneBelow: 600
    readonly property int twoPanesBelow: 1000

    readonly property int quick: reducedMotion ? 0 : 120
    readonly property int move: reducedMotion ? 0 : 200
    readonly property int notice: reducedMotion ? 0 : 1000
    readonly property int easing: Easing.OutCubic

    function hue(index: int): color {
        return hues[((index % 12) + 12) % 12];
    }
}
