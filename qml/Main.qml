pragma ComponentBehavior: Bound

import QtQuick
import QtQml
import Larder
import Larder.ViewModels

// The window: one pane on a phone, two or three beside each other where there is room. Every width shows the same
// pages.
Window {
    id: root

    required property AppViewModel viewModel

    readonly property Preferences preferences: viewModel.preferences
    readonly property bool phone: width < Theme.phoneBelow
    readonly property bool threePanes: width >= Theme.twoPanesBelow
    readonly property WidePanes wide: panes.count > 0 ? panes.itemAt(0) as WidePanes : null
    readonly property PhonePane narrow: pane.count > 0 ? pane.itemAt(0) as PhonePane : null

    function comeBack() {
        if (visibility === Window.Minimized) showNormal();
        else show();
        raise();
        requestActivate();
    }
    function writeItem() {
        wide?.listPage.write();
        narrow?.write();
    }
    // When what had the keyboard has gone, the page has it, and never nothing.
    function takeUp() {
        if (activeFocusItem && activeFocusItem !== contentItem && activeFocusItem.visible) return;
        wide?.takeUp();
        narrow?.takeUp();
    }
    function askNewList() {
        sheet.ask(true, "", sheet.glyphs[0], viewModel.lists.count % 12);
    }
    function askEditList() {
        sheet.ask(false, viewModel.list.name, viewModel.list.icon, viewModel.list.hue);
    }

    title: viewModel.list.name === "" ? "Larder" : viewModel.list.name + " – Larder"
    minimumWidth: 320
    minimumHeight: 420
    color: Theme.paper
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true
    onActiveFocusItemChanged: taking.restart()

    Timer {
        id: taking
        interval: 0
        onTriggered: root.takeUp()
    }

    // Repeaters, because a Loader of Qt 6.4 can't make a component of a file with bound components.
    Repeater {
        id: panes
        model: root.phone ? 0 : 1

        WidePanes {
            anchors.fill: parent
            focus: true
            viewModel: root.viewModel
            threePanes: root.threePanes
            onNewListAsked: root.askNewList()
            onEditListAsked: root.askEditList()
        }
    }
    Repeater {
        id: pane
        model: root.phone ? 1 : 0

        PhonePane {
            anchors.fill: parent
            focus: true
            viewModel: root.viewModel
            onNewListAsked: root.askNewList()
            onEditListAsked: root.askEditList()
        }
    }

    NewListSheet {
        id: sheet
        list: root.viewModel.list
        onDecided: (name, glyph, hue) => {
            if (fresh) root.viewModel.openList(root.viewModel.lists.create(name, glyph, hue));
            else root.viewModel.list.rename(name, glyph, hue);
        }
    }

    ImportSheet {
        viewModel: root.viewModel.importing
    }
    ScanSheet {
        viewModel: root.viewModel.scanning
        onTaken: root.writeItem()
    }
    ChoiceSheet {
        id: exportFormat
        property int scope: ExportViewModel.ThisList

        title: scope === ExportViewModel.ThisList ? qsTr("Export the list as…") : qsTr("Export all lists as…")
        onChosen: index => root.viewModel.exporting.exportAs(index, scope)
    }
    // A file or a text from another program.
    DropArea {
        anchors.fill: parent
        keys: ["text/uri-list", "text/plain"]
        onDropped: drop => {
            if (drop.hasUrls) root.viewModel.importing.readUrl(drop.urls[0]);
            else root.viewModel.importing.readText(drop.text);
            drop.accept(Qt.CopyAction);
        }
    }

    PaletteSheet {
        id: palette
        viewModel: root.viewModel.palette
    }

    // Made when it is asked for, for it is another window.
    Instantiator {
        id: quickAdds
        active: false

        QuickAdd {
            viewModel: root.viewModel.quickAdd
        }
    }

    // The keys of every action that has some.
    Instantiator {
        model: root.viewModel.commands

        Shortcut {
            required property int command
            required property var keys // strings
            required property bool possible

            sequences: keys
            enabled: possible && !palette.opened
            onActivated: root.viewModel.commands.run(command)
        }
    }
    Connections {
        target: root.viewModel.commands
        function onNewItemAsked() { root.writeItem(); }
        function onNewListAsked() { root.askNewList(); }
        function onPaletteAsked() { palette.open(); }
        function onQuickAddAsked() {
            quickAdds.active = true;
            (quickAdds.object as QuickAdd)?.ask();
        }
        function onExportAsked(scope: int) {
            exportFormat.scope = scope;
            exportFormat.choices = root.viewModel.exporting.formats;
            exportFormat.open();
        }
        function onQuitAsked() {
            root.close();
            Qt.quit();
        }
    }

    Connections {
        target: root.viewModel.desktop
        function onWindowAsked() { root.comeBack(); }
        function onHideAsked() {
            root.viewModel.leave();
            root.hide();
        }
    }

    Binding {
        target: Theme
        property: "mode"
        value: root.preferences.themeMode
    }
    Binding {
        target: Theme
        property: "systemScheme"
        value: root.preferences.systemScheme
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: root.preferences.highContrast
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.preferences.reducedMotion
    }
    Binding {
        target: Theme
        property: "mirrored"
        value: root.viewModel.mirrored
    }
    Binding {
        target: Theme
        property: "textScale"
        value: root.preferences.textScale
    }

    // Once, not bound: later it is the person who sizes it.
    Component.onCompleted: {
        width = preferences.windowWidth;
        height = preferences.windowHeight;
    }
    onVisibleChanged: viewModel.desktop.windowShown = visible
    // Never refused, because a desktop that ends the session takes that for a no.
    onClosing: {
        viewModel.leave();
        preferences.windowWidth = width;
        preferences.windowHeight = height;
        if (!viewModel.desktop.closesToTray) Qt.quit();
    }
}
