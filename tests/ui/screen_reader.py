"""Uses a running larder as a screen reader does: through AT-SPI, by roles, names, states and actions.

Nothing here knows where on the screen anything is. `shopping` adds, checks, edits, deletes and takes back an
item; `pages` reads every page, and complains of whatever could not be used by who hears it only.
Called by screen_reader_test.cpp with the process's id; every complaint is a line on stdout, and an exit code.
"""

import pathlib
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30
ICONS = {path.stem for path in (pathlib.Path(__file__).parents[2] / "resources/icons").glob("*.svg")}
RETURN, ESCAPE, DELETE, MENU, CONTROL = 0xFF0D, 0xFF1B, 0xFFFF, 0xFF67, 0xFFE3
# What is said and can't be used, however Qt 6.4 marks it: a label as focusable.
READ = {"application", "frame", "panel", "list", "label", "heading", "progress bar", "notification", "dialog",
        "popup menu", "page tab list", "tool bar", "image"}
USED = {"push button", "check box", "radio button", "menu item", "page tab", "list item", "text", "password text"}
# Qt 6.4 says of these that they can be pressed, though it does nothing then: what counts is a second way to press them.
PRESSED_IN_WORD = {"push button", "check box", "radio button"}


class Complaint(Exception):
    pass


def spin():
    """What the bus has brought is taken, and cost what it may, some time passes."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass
    time.sleep(0.02)


def until(what, condition):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        spin()
    raise Complaint(f"waited in vain for {what}")


def plain(text):
    return (text or "").replace("\u00a0", " ")


def fits(name, wanted):
    """Wholly, or in its beginning where what is wanted ends in an ellipsis."""
    return name.startswith(wanted[:-1]) if wanted.endswith("…") else name == wanted


class Thing:
    """One accessible, asked anew each time: what goes while one asks has no name and no states."""

    def __init__(self, face, inside=None):
        self.face = face
        self.inside = inside  # the list it stands in

    def ask(self, question, otherwise):
        try:
            return question(self.face)
        except GLib.Error:
            return otherwise

    name = property(lambda self: plain(self.ask(lambda face: face.get_name(), "")))
    description = property(lambda self: plain(self.ask(lambda face: face.get_description(), "")))
    role = property(lambda self: self.ask(lambda face: face.get_role_name(), ""))
    text = property(lambda self: plain(self.ask(
        lambda face: Atspi.Text.get_text(face, 0, Atspi.Text.get_character_count(face)), "")))

    @property
    def box(self):
        return self.ask(lambda face: Atspi.Component.get_extents(face, Atspi.CoordType.WINDOW), None)

    @property
    def area(self):
        box = self.box
        return box.width * box.height if box else 0

    def there(self, window):
        """Also what is scrolled out of sight: it is not called shown, and stands above or below the window. What is
        hidden stands nowhere, for which Qt 6.4 says: where the screen ends, left of the window and above it."""
        if self.has(Atspi.StateType.SHOWING):
            return True
        box = self.box
        hidden = not box or box.x + box.width <= 0 or box.width * box.height == 0
        return not hidden and (box.y >= window.height or box.y + box.height <= 0)

    def has(self, state):
        return self.ask(lambda face: face.get_state_set().contains(state), False)

    @property
    def actions(self):
        return self.ask(lambda face: [Atspi.Action.get_action_name(face, at)
                                      for at in range(Atspi.Action.get_n_actions(face))], [])

    def act(self, name):
        if name not in self.actions:
            raise Complaint(f"{self} can't be used by {name}, only by {self.actions}")
        Atspi.Action.do_action(self.face, self.actions.index(name))

    def children(self):
        count = self.ask(lambda face: face.get_child_count(), 0)
        faces = [self.ask(lambda face, at=at: face.get_child_at_index(at), None) for at in range(count)]
        return [Thing(face) for face in faces if face]

    def shown(self, window):
        """Everything that is there in it, in reading order; what hides hides all that is in it."""
        for child in self.children():
            if child.there(window):
                child.inside = self.name if self.role == "list" else self.inside
                yield child
                yield from child.shown(window)

    def __str__(self):
        return f"{self.role} “{self.name}”"


class Reader:
    def __init__(self, process):
        self.heard = []
        self.listener = Atspi.EventListener.new(self.hear)
        for kind in ("object:state-changed", "object:children-changed", "object:property-change", "object:text-changed"):
            self.listener.register(kind)
        self.app = Thing(until("the program on the bus", lambda: self.program(process)))
        self.app.face.set_cache_mask(Atspi.Cache.NONE)

    @staticmethod
    def program(process):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for at in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(at)
            if app and app.get_process_id() == process and app.get_child_count() > 0:
                return app
        return None

    def hear(self, event):
        try:
            self.heard.append((event.type, event.detail1, event.source.get_role_name(), plain(event.source.get_name())))
        except GLib.Error:
            pass  # it went as it spoke

    def hears(self, kind, detail, role, name):
        def said():
            return any(event[0].startswith(kind) and event[1:3] == (detail, role) and fits(event[3], name)
                       for event in self.heard)
        until(f"{role} “{name}” to say {kind}", said)

    def things(self):
        return self.app.shown(self.app.children()[0].box)

    def look(self, role, name):
        return next((thing for thing in self.things() if thing.role == role and fits(thing.name, name)), None)

    def find(self, role, name):
        return until(f"{role} “{name}”", lambda: self.look(role, name))

    def gone(self, role, name):
        until(f"{role} “{name}” to go", lambda: not self.look(role, name))

    def press(self, name, role="push button"):
        self.heard.clear()
        self.find(role, name).act("Press")

    def focus(self, role, name):
        thing = self.find(role, name)
        thing.act("SetFocus")
        until(f"the focus on {thing}", lambda: thing.has(Atspi.StateType.FOCUSED))
        return thing

    def way_back(self):
        """From an item: a phone has it on a page, a wide window in a pane."""
        return until("a way back", lambda: next((name for name in ("Back", "Close") if self.look("push button", name)), None))

    def key(self, symbol, *held):
        for other in held:
            Atspi.generate_keyboard_event(self.code(other), None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)
        for other in reversed(held):
            Atspi.generate_keyboard_event(self.code(other), None, Atspi.KeySynthType.RELEASE)

    @staticmethod
    def code(symbol):
        return {CONTROL: 37}[symbol]  # every X server's

    def write(self, words, into):
        Atspi.generate_keyboard_event(0, words, Atspi.KeySynthType.STRING)
        until(f"“{words}” in {into}", lambda: words in into.text)


def shopping(reader):
    entry = reader.focus("text", "Add something")
    for words in ("2 kg apples", "6x eggs", "milk"):
        reader.write(words, entry)
        reader.key(RETURN)
        until("an empty entry line", lambda: entry.text == "")
    reader.find("check box", "milk, not checked, Dairy")
    reader.find("heading", "Dairy")

    # Checked, by what every screen reader offers for a check box.
    eggs = reader.find("check box", "eggs, 6, not checked, Dairy")
    if eggs.has(Atspi.StateType.CHECKED):
        raise Complaint(f"{eggs} is said to be checked")
    reader.heard.clear()
    eggs.act("Toggle")
    reader.hears("object:state-changed:checked", 1, "check box", "eggs…")
    reader.press("Checked (1), folded")
    eggs = reader.find("check box", "eggs, 6, checked, Dairy")
    if not eggs.has(Atspi.StateType.CHECKED):
        raise Complaint(f"{eggs} is not said to be checked")

    # Opened and edited.
    reader.press("Details of apples")
    quantity = reader.focus("text", "Quantity")
    reader.key(ord("a"), CONTROL)
    reader.write("3.5", quantity)
    reader.press(reader.way_back())
    reader.find("check box", "apples, 3.5 kg, not checked, Produce")

    # Deleted, which is said, and taken back.
    reader.press("Details of apples")
    reader.press("Delete apples")
    reader.hears("object:state-changed:showing", 1, "notification", "Deleted apples")
    reader.gone("check box", "apples…")
    reader.press("Undo: Deleted apples")
    reader.find("check box", "apples, 3.5 kg, not checked, Produce")
    reader.gone("push button", "Undo: Deleted apples")

    # A row takes the keyboard, says so, and is deleted by it.
    reader.heard.clear()
    milk = reader.find("check box", "milk…")
    milk.act("SetFocus")
    reader.hears("object:state-changed:focused", 1, "check box", "milk…")
    reader.key(DELETE)
    reader.hears("object:state-changed:showing", 1, "notification", "Deleted milk")
    reader.key(ord("z"), CONTROL)
    reader.find("check box", "milk, not checked, Dairy")

    # And by its menu.
    reader.find("check box", "milk…").act("SetFocus")
    reader.key(MENU)
    reader.press("Delete", "menu item")
    reader.gone("check box", "milk…")
    reader.press("Undo: Deleted milk")
    reader.find("check box", "milk, not checked, Dairy")


def complain(page, things):
    """All that is wrong with what is shown of a page."""
    before = None
    for thing in things:
        role, name, actions = thing.role, thing.name, thing.actions
        if not role:
            continue  # it went while it was looked at
        if role not in READ | USED:
            yield f"{page}: {thing} has a role that says nothing"
        # Qt 6.4 keeps the name of what is secret to itself; then the words before it are heard.
        if role == "password text":
            name = before.name if before and before.role == "label" else ""
        before = thing
        if (role in USED or actions) and not name.strip():
            yield f"{page}: a {role} has no name"
        if name in ICONS or any(part in name for part in (".svg", "image:", "QQuick", "undefined", "%1", "%2", "[object")):
            yield f"{page}: {thing} has a name for programs"
        if role in USED and thing.has(Atspi.StateType.ENABLED) and not thing.ask(can_be_used, True):
            yield f"{page}: {thing} is neither pressed nor written in: {actions}"
        if role in USED and thing.area == 0:
            yield f"{page}: {thing} is said to be shown, and is nowhere"
    names = [(str(thing), thing.inside) for thing in things if thing.role in USED]
    for name, inside in {name for name in names if names.count(name) > 1}:
        yield f"{page}: {name} stands there more than once"


def can_be_used(face):
    thing = Thing(face)
    if thing.role in ("text", "password text"):
        return thing.has(Atspi.StateType.EDITABLE) or thing.has(Atspi.StateType.READ_ONLY)
    return thing.actions.count("Press") > (1 if thing.role in PRESSED_IN_WORD else 0)


def pages(reader):
    wrong = []

    def look(page, role=None, name=None):
        if role:
            reader.find(role, name)
        things = list(reader.things())
        wrong.extend(complain(page, things))
        if "-v" in sys.argv:
            print(f"--- {page}")
            describe(reader.app)

    def menu(page, opener, entry):
        reader.press(opener)
        look(page, "menu item", entry)

    look("an empty list", "heading", "What do you need?")
    entry = reader.focus("text", "Add something")
    for words in ("2 kg apples", "bread 2.50", "milk"):
        reader.write(words, entry)
        if words == "bread 2.50":
            reader.find("push button", "Bakery…")
            look("an entry line with something in it")
        reader.key(RETURN)
        until("an empty entry line", lambda: entry.text == "")
    reader.find("check box", "milk…").act("Toggle")
    reader.press("Checked (1), folded")
    look("a list", "check box", "milk, checked, Dairy")

    reader.press("Details of apples")
    look("an item", "text", "Quantity")
    bakery = reader.find("radio button", "Bakery")
    bakery.act("Toggle")
    until("Bakery to be chosen", lambda: bakery.has(Atspi.StateType.CHECKED))
    reader.press(reader.way_back())

    narrow = bool(reader.look("page tab", "Lists"))
    menu("what can be done with a list", "More for this list", "Select all")
    reader.press("Select all", "menu item")
    look("selected items", "push button", "Delete")
    reader.key(ESCAPE)
    reader.gone("push button", "Delete")
    menu("what can be done with a list", "More for this list", "Shops")
    reader.press("Shops", "menu item")
    place = reader.focus("text", "Another shop")
    reader.write("Corner", place)
    reader.press("Add")
    look("shops", "list item", "Produce, 1 of 14")
    if not reader.find("radio button", "Corner").has(Atspi.StateType.CHECKED):
        wrong.append("shops: what is chosen is not said to be")
    reader.press("Bakery, 2 of 14", "list item")
    look("where a category comes", "menu item", "Later")
    reader.press("Later", "menu item")
    reader.find("list item", "Bakery, 3 of 14")
    reader.press("Done")
    reader.gone("push button", "Done")
    if not narrow:
        menu("sorts", "Sort by", "Newest first")
        reader.key(ESCAPE)
        reader.gone("menu item", "Newest first")
    menu("what can be done with a list", "More for this list", "Arrange by hand")
    reader.press("Arrange by hand", "menu item")
    look("a list that is arranged", "push button", "Stop arranging")
    reader.press("Move apples")
    look("an item's menu", "menu item", "Move down")
    reader.key(ESCAPE)
    reader.gone("menu item", "Move down")
    reader.press("Stop arranging")

    reader.press("Search (Ctrl+F)")
    look("a search", "text", "Search in this list")
    chip = reader.find("check box", "To buy")
    chip.act("Toggle")
    until("the chip to be on", lambda: chip.has(Atspi.StateType.CHECKED))
    look("a search that found something")
    reader.press("Close the search")
    reader.press("Start shopping")
    look("shopping", "push button", "Stop shopping")
    reader.press("Stop shopping")

    reader.key(ord("k"), CONTROL)
    look("the palette", "text", "Find an action, a list or an item")
    reader.key(ESCAPE)
    reader.gone("text", "Find an action, a list or an item")
    if narrow:
        reader.press("Lists", "page tab")
        look("lists", "heading", "Lists")
    reader.press("New list")
    look("a new list", "text", "Name")
    reader.key(ESCAPE)
    reader.gone("text", "Name")
    reader.press("Sync", "page tab")
    look("sync", "heading", "Sync")
    reader.press("You", "page tab")
    look("the account", "text", "E-mail")
    reader.press("Keyboard shortcuts")
    look("shortcuts", "heading", "Keyboard shortcuts")
    if wrong:
        raise Complaint("\n".join(wrong))


def describe(thing, depth=0):
    states = [state.value_nick for state in thing.face.get_state_set().get_states()]
    print("  " * depth, thing, thing.actions, states)
    for child in thing.children():
        if child.has(Atspi.StateType.SHOWING):
            describe(child, depth + 1)


def main():
    journey, process = sys.argv[1], int(sys.argv[2])
    reader = Reader(process)
    try:
        {"shopping": shopping, "pages": pages}[journey](reader)
    except Complaint as complaint:
        print(complaint)
        describe(reader.app)
        for event in reader.heard:
            print(event)
        return 1
    return 0


sys.exit(main())
