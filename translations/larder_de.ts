<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountCard</name>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>ActivationText</name>
    <message>
        <source>The list of this link isn&apos;t on this device.</source>
        <translation>Die Liste dieses Links ist nicht auf diesem Gerät.</translation>
    </message>
    <message>
        <source>This Larder can&apos;t open invitations yet. Ask whoever sent it to share the list with your e-mail address.</source>
        <translation>Dieses Larder kann noch keine Einladungen öffnen. Bitte die Person, die sie geschickt hat, die Liste mit deiner E-Mail-Adresse zu teilen.</translation>
    </message>
</context>
<context>
    <name>ArrangeBar</name>
    <message>
        <source>Drag items to where you want them, or press Alt with the arrow keys.</source>
        <translation>Zieh die Artikel dorthin, wo du sie haben willst, oder drücke Alt mit den Pfeiltasten.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stop arranging</source>
        <translation>Nicht mehr anordnen</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
</context>
<context>
    <name>Category</name>
    <message>
        <source>Produce</source>
        <translation>Obst &amp; Gemüse</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>Backwaren</translation>
    </message>
    <message>
        <source>Dairy</source>
        <translation>Milchprodukte</translation>
    </message>
    <message>
        <source>Meat</source>
        <translation>Fleisch</translation>
    </message>
    <message>
        <source>Fish</source>
        <translation>Fisch</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Tiefkühl</translation>
    </message>
    <message>
        <source>Pantry</source>
        <translation>Vorrat</translation>
    </message>
    <message>
        <source>Breakfast</source>
        <translation>Frühstück</translation>
    </message>
    <message>
        <source>Snacks</source>
        <translation>Snacks</translation>
    </message>
    <message>
        <source>Drinks</source>
        <translation>Getränke</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Haushalt</translation>
    </message>
    <message>
        <source>Personal care</source>
        <translation>Körperpflege</translation>
    </message>
    <message>
        <source>Baby</source>
        <translation>Baby</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>Haustiere</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1, tap to take it back</source>
        <translation>%1, zum Zurücknehmen tippen</translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>Take</source>
        <translation>Nehmen</translation>
    </message>
</context>
<context>
    <name>ConfirmSignOut</name>
    <message>
        <source>Sign out and lose changes?</source>
        <translation>Abmelden und Änderungen verlieren?</translation>
    </message>
    <message>
        <source>Changes that have not reached the server yet: %L1. Signing out removes your lists from this device, and with them what was not sent.</source>
        <translation>Änderungen, die noch nicht beim Server sind: %L1. Beim Abmelden verschwinden deine Listen von diesem Gerät und mit ihnen, was nicht gesendet wurde.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Angemeldet bleiben</translation>
    </message>
    <message>
        <source>Export all lists first</source>
        <translation>Zuerst alle Listen exportieren</translation>
    </message>
</context>
<context>
    <name>DesktopForm</name>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>What is left, quick add and the lists.</source>
        <translation>Was noch fehlt, schnelles Hinzufügen und die Listen.</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Im Infobereich bleiben</translation>
    </message>
    <message>
        <source>Closing the window leaves Larder running there.</source>
        <translation>Wird das Fenster geschlossen, läuft Larder dort weiter.</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Beim Anmelden am Computer starten</translation>
    </message>
</context>
<context>
    <name>DetailHint</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Abhaken</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>Open an item to see and change it.</source>
        <translation>Öffne einen Artikel, um ihn anzusehen und zu ändern.</translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>Add to the list</source>
        <translation>Auf die Liste setzen</translation>
    </message>
    <message>
        <source>Add something</source>
        <translation>Etwas hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server can&apos;t be reached. Check the address and your connection, then try again.</source>
        <translation>Der Server ist nicht erreichbar. Prüfe die Adresse und deine Verbindung und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>The server is busy or being looked after. Try again in a minute.</source>
        <translation>Der Server ist überlastet oder wird gewartet. Versuch es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>Too many tries in a short time. Wait a minute, then try again.</source>
        <translation>Zu viele Versuche in kurzer Zeit. Warte eine Minute und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>This e-mail and password don&apos;t belong together.</source>
        <translation>Diese E-Mail und dieses Passwort gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again; your changes are kept here.</source>
        <translation>Deine Sitzung ist abgelaufen. Melde dich wieder an; deine Änderungen bleiben hier erhalten.</translation>
    </message>
    <message>
        <source>There is already one with that name.</source>
        <translation>Den Namen gibt es schon.</translation>
    </message>
    <message>
        <source>It isn&apos;t there any more.</source>
        <translation>Es ist nicht mehr da.</translation>
    </message>
    <message>
        <source>You no longer have this list.</source>
        <translation>Du hast diese Liste nicht mehr.</translation>
    </message>
    <message>
        <source>You can look at this list, but not change it.</source>
        <translation>Du kannst diese Liste ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>This list is full: it holds 10,000 items. Clear some that are checked.</source>
        <translation>Diese Liste ist voll: Sie fasst 10.000 Artikel. Räum ein paar weg, die abgehakt sind.</translation>
    </message>
    <message>
        <source>That can&apos;t be kept as it is. Check what you wrote.</source>
        <translation>So kann das nicht gespeichert werden. Prüfe, was du geschrieben hast.</translation>
    </message>
    <message>
        <source>That is too long to be kept.</source>
        <translation>Das ist zu lang zum Speichern.</translation>
    </message>
    <message>
        <source>This device&apos;s disk refused the change, so it was taken back. Free some space and try again.</source>
        <translation>Die Festplatte dieses Geräts hat die Änderung abgelehnt, sie wurde zurückgenommen. Schaffe Platz und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>The file with your lists is damaged.</source>
        <translation>Die Datei mit deinen Listen ist beschädigt.</translation>
    </message>
    <message>
        <source>Your lists were written by a newer Larder. Update this one to open them.</source>
        <translation>Deine Listen wurden von einem neueren Larder geschrieben. Aktualisiere dieses, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The server speaks a newer language. Update Larder.</source>
        <translation>Der Server spricht eine neuere Sprache. Aktualisiere Larder.</translation>
    </message>
    <message>
        <source>This address can&apos;t be used.</source>
        <translation>Diese Adresse kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>It was stopped before it was done.</source>
        <translation>Es wurde abgebrochen, bevor es fertig war.</translation>
    </message>
    <message>
        <source>Something went wrong that isn&apos;t your doing. Nothing you wrote was lost.</source>
        <translation>Etwas ging schief, wofür du nichts kannst. Nichts, was du geschrieben hast, ging verloren.</translation>
    </message>
    <message>
        <source>This device&apos;s disk can&apos;t be read just now. Open the list again; if that doesn&apos;t help, start Larder again.</source>
        <translation>Die Festplatte dieses Geräts ist gerade nicht lesbar. Öffne die Liste noch einmal; hilft das nicht, starte Larder neu.</translation>
    </message>
    <message>
        <source>The file with your lists can&apos;t be opened. Check its folder, and the space on the disk.</source>
        <translation>Die Datei mit deinen Listen lässt sich nicht öffnen. Prüfe ihren Ordner und den Platz auf der Festplatte.</translation>
    </message>
    <message>
        <source>The file with your lists is in use.</source>
        <translation>Die Datei mit deinen Listen wird schon benutzt.</translation>
    </message>
    <message>
        <source>Larder can&apos;t start with these options.</source>
        <translation>Mit diesen Optionen kann Larder nicht starten.</translation>
    </message>
    <message>
        <source>You may look at this list, but no longer change it.</source>
        <translation>Du darfst diese Liste noch ansehen, aber nicht mehr ändern.</translation>
    </message>
    <message>
        <source>This list is no longer shared with you.</source>
        <translation>Diese Liste wird nicht mehr mit dir geteilt.</translation>
    </message>
    <message>
        <source>This list was deleted.</source>
        <translation>Diese Liste wurde gelöscht.</translation>
    </message>
    <message>
        <source>The list is full: it holds 10,000 items.</source>
        <translation>Die Liste ist voll: Sie fasst 10.000 Artikel.</translation>
    </message>
    <message>
        <source>The server could not keep it as it was written.</source>
        <translation>Der Server konnte es so, wie es geschrieben war, nicht speichern.</translation>
    </message>
    <message>
        <source>The server did not take it.</source>
        <translation>Der Server hat es nicht angenommen.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached right now.</source>
        <translation>Der Server ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The server is busy or being looked after.</source>
        <translation>Der Server ist überlastet oder wird gewartet.</translation>
    </message>
    <message>
        <source>The server asked for a pause.</source>
        <translation>Der Server hat um eine Pause gebeten.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again to go on.</source>
        <translation>Deine Sitzung ist abgelaufen. Melde dich wieder an, um weiterzumachen.</translation>
    </message>
    <message>
        <source>This device&apos;s disk refused to keep what came.</source>
        <translation>Die Festplatte dieses Geräts wollte nicht speichern, was ankam.</translation>
    </message>
    <message>
        <source>The server&apos;s address can&apos;t be used.</source>
        <translation>Die Adresse des Servers kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The connection was given up after an error, and is tried again.</source>
        <translation>Die Verbindung wurde nach einem Fehler aufgegeben und wird neu versucht.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort zeigen</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>check</source>
        <translation>Haken</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>barcode</source>
        <translation>Strichcode</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>abgehakt</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht abgehakt</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>another one</source>
        <comment>a photo</comment>
        <translation>ein anderes</translation>
    </message>
</context>
<context>
    <name>GroupHeader</name>
    <message>
        <source>%1, folded</source>
        <translation>%1, eingeklappt</translation>
    </message>
    <message>
        <source>%1, unfolded</source>
        <translation>%1, ausgeklappt</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Wegräumen</translation>
    </message>
    <message>
        <source>Clear what is checked</source>
        <translation>Abgehaktes wegräumen</translation>
    </message>
</context>
<context>
    <name>HueChoice</name>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
</context>
<context>
    <name>ImportList</name>
    <message>
        <source>What would be added</source>
        <translation>Was hinzukäme</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Larder reads its own exports, tables (CSV), Markdown, text, recipe pages, and lists of Bring!, AnyList, KitchenOwl, Google Keep and Google Tasks. Nothing is added before you have seen it.</source>
        <translation>Larder liest seine eigenen Exporte, Tabellen (CSV), Markdown, Text, Rezeptseiten und Listen von Bring!, AnyList, KitchenOwl, Google Keep und Google Tasks. Nichts kommt hinzu, bevor du es gesehen hast.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei auswählen</translation>
    </message>
    <message>
        <source>Paste what you copied</source>
        <translation>Kopiertes einfügen</translation>
    </message>
    <message>
        <source>A file can also be dropped on the window.</source>
        <translation>Eine Datei kann auch aufs Fenster gezogen werden.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ImportText</name>
    <message>
        <source>The file is larger than %1. Take it in parts.</source>
        <translation>Die Datei ist größer als %1. Nimm sie in Teilen.</translation>
    </message>
    <message>
        <source>This is no text. Export the list as text, CSV or JSON first.</source>
        <translation>Das ist kein Text. Exportiere die Liste zuerst als Text, CSV oder JSON.</translation>
    </message>
    <message>
        <source>There is no list in it that Larder knows how to read.</source>
        <translation>Darin ist keine Liste, die Larder lesen kann.</translation>
    </message>
    <message>
        <source>A newer Larder made this file. Update Larder to read it.</source>
        <translation>Diese Datei ist von einem neueren Larder. Aktualisiere Larder, um sie zu lesen.</translation>
    </message>
    <message>
        <source>This part is damaged.</source>
        <translation>Dieser Teil ist beschädigt.</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>Es hat keinen Namen.</translation>
    </message>
    <message>
        <source>A name has at most 255 characters.</source>
        <translation>Ein Name hat höchstens 255 Zeichen.</translation>
    </message>
    <message>
        <source>A note has at most 4,000 characters.</source>
        <translation>Eine Notiz hat höchstens 4.000 Zeichen.</translation>
    </message>
    <message>
        <source>The name of its category is too long.</source>
        <translation>Der Name der Kategorie ist zu lang.</translation>
    </message>
    <message>
        <source>A unit has at most 32 characters.</source>
        <translation>Eine Einheit hat höchstens 32 Zeichen.</translation>
    </message>
    <message>
        <source>How much is no number from 0.001 to 999,999.</source>
        <translation>Die Menge ist keine Zahl von 0,001 bis 999.999.</translation>
    </message>
    <message>
        <source>Its price is no amount of money.</source>
        <translation>Der Preis ist kein Geldbetrag.</translation>
    </message>
    <message>
        <source>Its currency is none that is in use.</source>
        <translation>Die Währung gibt es nicht.</translation>
    </message>
    <message>
        <source>The look, the budget or a shop of the list can&apos;t be as it says; the list comes without.</source>
        <translation>Aussehen, Budget oder ein Geschäft der Liste können so nicht sein; die Liste kommt ohne.</translation>
    </message>
    <message>
        <source>A list holds at most %1 items.</source>
        <translation>Eine Liste fasst höchstens %1 Artikel.</translation>
    </message>
    <message>
        <source>A file brings at most %1 lists.</source>
        <translation>Eine Datei bringt höchstens %1 Listen.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>nothing that Larder can read</source>
        <translation>nichts, was Larder lesen kann</translation>
    </message>
    <message>
        <source>an export of Larder&apos;s</source>
        <translation>ein Export von Larder</translation>
    </message>
    <message>
        <source>a Markdown list</source>
        <translation>eine Markdown-Liste</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>an export of KitchenOwl&apos;s</source>
        <translation>ein Export von KitchenOwl</translation>
    </message>
    <message>
        <source>a list of Bring!</source>
        <translation>eine Liste von Bring!</translation>
    </message>
    <message>
        <source>a list of AnyList&apos;s</source>
        <translation>eine Liste von AnyList</translation>
    </message>
    <message>
        <source>a note of Google Keep&apos;s</source>
        <translation>eine Notiz von Google Keep</translation>
    </message>
    <message>
        <source>lists of Google Tasks</source>
        <translation>Listen von Google Tasks</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>the ingredients of a recipe</source>
        <translation>die Zutaten eines Rezepts</translation>
    </message>
    <message>
        <source>Its barcode is none that can be kept; it comes without.</source>
        <translation>Sein Strichcode ist keiner, der behalten werden kann; es kommt ohne ihn.</translation>
    </message>
</context>
<context>
    <name>ItemGrip</name>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
</context>
<context>
    <name>ItemLine</name>
    <message>
        <source>Checked (%L1)</source>
        <translation>Abgehakt (%L1)</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Details zu %1</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Items of %1</source>
        <translation>Artikel von %1</translation>
    </message>
</context>
<context>
    <name>ItemMenu</name>
    <message>
        <source>What to do with %1</source>
        <translation>Was mit %1 geschehen soll</translation>
    </message>
    <message>
        <source>Uncheck</source>
        <translation>Haken entfernen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Abhaken</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>kg, l</source>
        <translation>kg, l</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Price in %1</source>
        <translation>Preis in %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>Wer es holt</translation>
    </message>
    <message>
        <source>Written as “%1”</source>
        <translation>Geschrieben als „%1“</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Strichcode</translation>
    </message>
</context>
<context>
    <name>ItemText</name>
    <message>
        <source>checked</source>
        <translation>abgehakt</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht abgehakt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>spent of a budget</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>with a photo</source>
        <translation>mit Foto</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ListChips</name>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
</context>
<context>
    <name>ListDialogs</name>
    <message>
        <source>Move to which list?</source>
        <translation>Auf welche Liste verschieben?</translation>
    </message>
    <message>
        <source>Copy to which list?</source>
        <translation>Auf welche Liste kopieren?</translation>
    </message>
    <message>
        <source>Which category?</source>
        <translation>Welche Kategorie?</translation>
    </message>
    <message>
        <source>Another category</source>
        <translation>Andere Kategorie</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Diese Suche behalten</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Ihr Name</translation>
    </message>
</context>
<context>
    <name>ListEmpty</name>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>That was all</source>
        <translation>Das war alles</translation>
    </message>
    <message>
        <source>What do you need?</source>
        <translation>Was brauchst du?</translation>
    </message>
    <message>
        <source>Nothing to buy</source>
        <translation>Nichts zu kaufen</translation>
    </message>
    <message>
        <source>No item of this list is like that.</source>
        <translation>So ist kein Artikel dieser Liste.</translation>
    </message>
    <message>
        <source>Everything on this list is checked.</source>
        <translation>Alles auf dieser Liste ist abgehakt.</translation>
    </message>
    <message>
        <source>Write it as you would on paper. Amounts and prices are understood.</source>
        <translation>Schreib es wie auf Papier. Mengen und Preise werden verstanden.</translation>
    </message>
    <message>
        <source>You can look at this list; others fill it.</source>
        <translation>Du kannst diese Liste ansehen; andere füllen sie.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Stop shopping</source>
        <translation>Einkauf beenden</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>%1, all lists</source>
        <translation>%1, alle Listen</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>More for this list</source>
        <translation>Mehr zu dieser Liste</translation>
    </message>
    <message>
        <source>You may look, not change</source>
        <translation>Ansehen ja, ändern nein</translation>
    </message>
    <message>
        <source>%1 · you may look, not change</source>
        <translation>%1 · ansehen ja, ändern nein</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Start shopping</source>
        <translation>Einkauf starten</translation>
    </message>
    <message>
        <source>Budget, %1 percent used</source>
        <translation>Budget, %1 Prozent verbraucht</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>More for this list</source>
        <translation>Mehr zu dieser Liste</translation>
    </message>
    <message>
        <source>Name, colour and budget</source>
        <translation>Name, Farbe und Budget</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>Sortieren nach …</translation>
    </message>
    <message>
        <source>Arrange by hand</source>
        <translation>Von Hand anordnen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Alle abhaken</translation>
    </message>
    <message>
        <source>Uncheck all</source>
        <translation>Alle Haken entfernen</translation>
    </message>
    <message>
        <source>Clear what is checked</source>
        <translation>Abgehaktes wegräumen</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Ausgaben</translation>
    </message>
</context>
<context>
    <name>ListsPage</name>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>No lists yet</source>
        <translation>Noch keine Listen</translation>
    </message>
    <message>
        <source>A list holds what there is to buy. It works without a network, and without an account.</source>
        <translation>Auf einer Liste steht, was zu kaufen ist. Sie geht ohne Netz und ohne Konto.</translation>
    </message>
    <message>
        <source>Start a list</source>
        <translation>Liste anfangen</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
</context>
<context>
    <name>LookForm</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Mengen</translation>
    </message>
    <message>
        <source>How much is shown in kilograms and litres, or in pounds and cups; what was written stays.</source>
        <translation>Ob Mengen in Kilogramm und Litern oder in Pfund und Tassen gezeigt werden; Geschriebenes bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrisch</translation>
    </message>
    <message>
        <source>Imperial</source>
        <translation>Imperial</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Ink on pure white or black, every outline drawn.</source>
        <translation>Schrift auf reinem Weiß oder Schwarz, jeder Umriss gezeichnet.</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Things change in place instead of moving there.</source>
        <translation>Dinge ändern sich an ihrem Platz, statt zu gleiten.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Export the list as…</source>
        <translation>Liste exportieren als …</translation>
    </message>
    <message>
        <source>Export all lists as…</source>
        <translation>Alle Listen exportieren als …</translation>
    </message>
</context>
<context>
    <name>MergeBar</name>
    <message>
        <source>Keep apart</source>
        <translation>Getrennt lassen</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>Show more (%1)</source>
        <translation>Mehr zeigen (%1)</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>NewListSheet</name>
    <message>
        <source>A budget is an amount such as 80 or 79.50, and a currency its three letters, such as EUR.</source>
        <translation>Ein Budget ist ein Betrag wie 80 oder 79,50 und eine Währung ihre drei Buchstaben, etwa EUR.</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>Change the list</source>
        <translation>Liste ändern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Weekly, Party, Hardware shop</source>
        <translation>Wocheneinkauf, Feier, Baumarkt</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keins</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>PaletteLine</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>PaletteSheet</name>
    <message>
        <source>Find an action, a list or an item</source>
        <translation>Aktion, Liste oder Artikel finden</translation>
    </message>
    <message>
        <source>“dark”, “party”, “milk”</source>
        <translation>„dunkel“, „Feier“, „Milch“</translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation>Nichts mit diesem Namen.</translation>
    </message>
    <message>
        <source>What was found: %L1</source>
        <translation>Gefunden: %L1</translation>
    </message>
</context>
<context>
    <name>PaperText</name>
    <message>
        <source>Total: %1</source>
        <translation>Summe: %1</translation>
    </message>
    <message>
        <source>%1, page %2 of %3</source>
        <translation>%1, Seite %2 von %3</translation>
    </message>
    <message>
        <source>Made with Larder</source>
        <translation>Mit Larder gemacht</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Shared by %1</source>
        <translation>Geteilt von %1</translation>
    </message>
</context>
<context>
    <name>PhotoSection</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo of %1, show it large</source>
        <translation>Foto von %1, groß zeigen</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>Anderes Foto</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Foto hinzufügen</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Bild einfügen</translation>
    </message>
    <message>
        <source>Remove the photo</source>
        <translation>Foto entfernen</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Photo of %1</source>
        <translation>Foto von %1</translation>
    </message>
    <message>
        <source>Close the photo</source>
        <translation>Foto schließen</translation>
    </message>
</context>
<context>
    <name>PopupEntry</name>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
</context>
<context>
    <name>PriceLine</name>
    <message>
        <source>The course of the price</source>
        <translation>Der Verlauf des Preises</translation>
    </message>
</context>
<context>
    <name>PriceSection</name>
    <message>
        <source>Paid before: %1</source>
        <translation>Früher bezahlt: %1</translation>
    </message>
    <message>
        <source>Take %1, as it was: %2</source>
        <translation>%1 nehmen wie damals: %2</translation>
    </message>
    <message>
        <source>Last in each shop: %1</source>
        <translation>Zuletzt je Geschäft: %1</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 percent</source>
        <translation>%1 Prozent</translation>
    </message>
</context>
<context>
    <name>QueueSection</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wird noch gesendet</translation>
    </message>
</context>
<context>
    <name>QuickAdd</name>
    <message>
        <source>Quick add</source>
        <translation>Schnell hinzufügen</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Enter adds, Esc closes</source>
        <translation>Enter fügt hinzu, Esc schließt</translation>
    </message>
</context>
<context>
    <name>ScanSheet</name>
    <message>
        <source>Scan a barcode</source>
        <translation>Strichcode scannen</translation>
    </message>
    <message>
        <source>Larder knows a product by its barcode once somebody of this household has named it.</source>
        <translation>Larder kennt ein Produkt an seinem Strichcode, sobald jemand aus diesem Haushalt es benannt hat.</translation>
    </message>
    <message>
        <source>Digits below the bars</source>
        <translation>Ziffern unter den Strichen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild auswählen</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Bild einfügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search in this list</source>
        <translation>In dieser Liste suchen</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Hold it, or press Delete, to forget it</source>
        <translation>Halten oder Entf drücken, um sie zu vergessen</translation>
    </message>
    <message>
        <source>To buy</source>
        <translation>Zu kaufen</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Abgehakt</translation>
    </message>
    <message>
        <source>With a price</source>
        <translation>Mit Preis</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Ohne Preis</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>SelectionActions</name>
    <message>
        <source>Check</source>
        <translation>Abhaken</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Move to another list</source>
        <translation>Auf andere Liste verschieben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>More for what is selected</source>
        <translation>Mehr zur Auswahl</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Uncheck</source>
        <translation>Haken entfernen</translation>
    </message>
    <message>
        <source>Copy to another list</source>
        <translation>Auf andere Liste kopieren</translation>
    </message>
</context>
<context>
    <name>SelectionHead</name>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
</context>
<context>
    <name>ShoppingHead</name>
    <message>
        <source>Shopping: %1</source>
        <translation>Einkauf: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stop shopping</source>
        <translation>Einkauf beenden</translation>
    </message>
    <message>
        <source>Which shop?</source>
        <translation>Welches Geschäft?</translation>
    </message>
    <message>
        <source>Shop: %1</source>
        <translation>Geschäft: %1</translation>
    </message>
</context>
<context>
    <name>ShopsSheet</name>
    <message>
        <source>Where do you shop?</source>
        <translation>Wo kaufst du ein?</translation>
    </message>
    <message>
        <source>No shop in particular</source>
        <translation>Kein bestimmtes Geschäft</translation>
    </message>
    <message>
        <source>Another shop</source>
        <translation>Anderes Geschäft</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>The way through %1, as it is learnt from your shopping. Drag to put it right.</source>
        <translation>Der Weg durch %1, wie er aus deinen Einkäufen gelernt wird. Zieh ihn zurecht.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>ShortcutLine</name>
    <message>
        <source>%1, not now</source>
        <translation>%1, gerade nicht möglich</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>%L1 waiting</source>
        <translation>%L1 warten</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>An account is for sharing lists and for having them on other devices. Without one, everything stays here and works the same.</source>
        <translation>Ein Konto ist dazu da, Listen zu teilen und sie auf anderen Geräten zu haben. Ohne bleibt alles hier und geht genauso.</translation>
    </message>
    <message>
        <source>Sign in or new account</source>
        <translation>Anmelden oder neues Konto</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Neues Konto</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Make the account</source>
        <translation>Konto anlegen</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Way through the shop</source>
        <translation>Weg durchs Geschäft</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
</context>
<context>
    <name>SpendingSheet</name>
    <message>
        <source>Spending by category</source>
        <translation>Ausgaben nach Kategorie</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>Auf der Liste</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Diesen Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzten Monat</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Nothing on the list has a price. Write one behind an item, as in “apples 2.99”.</source>
        <translation>Nichts auf der Liste hat einen Preis. Schreib ihn hinter den Artikel, etwa „Äpfel 2,99“.</translation>
    </message>
    <message>
        <source>Nothing with a price was bought in this time.</source>
        <translation>In dieser Zeit wurde nichts mit Preis gekauft.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>SyncBadge</name>
    <message>
        <source>Sync: %1, %L2 waiting</source>
        <translation>Sync: %1, %L2 warten</translation>
    </message>
    <message>
        <source>Sync: %1</source>
        <translation>Sync: %1</translation>
    </message>
    <message>
        <source>%1, look here</source>
        <translation>%1, bitte ansehen</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Stay offline</source>
        <translation>Offline bleiben</translation>
    </message>
    <message>
        <source>For a weak network: nothing is tried until you switch it off.</source>
        <translation>Für ein schwaches Netz: Nichts wird versucht, bis du es ausschaltest.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Repariert</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Not kept by the server</source>
        <translation>Vom Server nicht behalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Changed by two at once</source>
        <translation>Von zweien zugleich geändert</translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation>Meins nehmen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Alles noch einmal versuchen</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alle kopieren</translation>
    </message>
</context>
<context>
    <name>SyncState</name>
    <message>
        <source>Saved here, waiting to be sent: %L1</source>
        <translation>Hier gespeichert, wird noch gesendet: %L1</translation>
    </message>
</context>
<context>
    <name>UndoBars</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>Schließen: %1</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>cup</source>
        <translation>Tasse</translation>
    </message>
    <message>
        <source>cups</source>
        <translation>Tassen</translation>
    </message>
    <message>
        <source>pint</source>
        <translation>Pint</translation>
    </message>
    <message>
        <source>pints</source>
        <translation>Pints</translation>
    </message>
    <message>
        <source>quart</source>
        <translation>Quart</translation>
    </message>
    <message>
        <source>quarts</source>
        <translation>Quarts</translation>
    </message>
    <message>
        <source>gallon</source>
        <translation>Gallone</translation>
    </message>
    <message>
        <source>gallons</source>
        <translation>Gallonen</translation>
    </message>
    <message>
        <source>pc</source>
        <translation>Stk.</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>Stk.</translation>
    </message>
    <message>
        <source>pack</source>
        <translation>Packung</translation>
    </message>
    <message>
        <source>packs</source>
        <translation>Packungen</translation>
    </message>
    <message>
        <source>bottle</source>
        <translation>Flasche</translation>
    </message>
    <message>
        <source>bottles</source>
        <translation>Flaschen</translation>
    </message>
    <message>
        <source>can</source>
        <translation>Dose</translation>
    </message>
    <message>
        <source>cans</source>
        <translation>Dosen</translation>
    </message>
    <message>
        <source>jar</source>
        <translation>Glas</translation>
    </message>
    <message>
        <source>jars</source>
        <translation>Gläser</translation>
    </message>
    <message>
        <source>tub</source>
        <translation>Becher</translation>
    </message>
    <message>
        <source>tubs</source>
        <translation>Becher</translation>
    </message>
    <message>
        <source>tube</source>
        <translation>Tube</translation>
    </message>
    <message>
        <source>tubes</source>
        <translation>Tuben</translation>
    </message>
    <message>
        <source>bag</source>
        <translation>Beutel</translation>
    </message>
    <message>
        <source>bags</source>
        <translation>Beutel</translation>
    </message>
    <message>
        <source>box</source>
        <translation>Schachtel</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>Schachteln</translation>
    </message>
    <message>
        <source>crate</source>
        <translation>Kiste</translation>
    </message>
    <message>
        <source>crates</source>
        <translation>Kisten</translation>
    </message>
    <message>
        <source>bunch</source>
        <translation>Bund</translation>
    </message>
    <message>
        <source>bunches</source>
        <translation>Bund</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>clove</source>
        <translation>Zehe</translation>
    </message>
    <message>
        <source>cloves</source>
        <translation>Zehen</translation>
    </message>
    <message>
        <source>slice</source>
        <translation>Scheibe</translation>
    </message>
    <message>
        <source>slices</source>
        <translation>Scheiben</translation>
    </message>
    <message>
        <source>loaf</source>
        <translation>Laib</translation>
    </message>
    <message>
        <source>loaves</source>
        <translation>Laibe</translation>
    </message>
    <message>
        <source>roll</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>rolls</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>Riegel</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>Riegel</translation>
    </message>
    <message>
        <source>pinch</source>
        <translation>Prise</translation>
    </message>
    <message>
        <source>pinches</source>
        <translation>Prisen</translation>
    </message>
</context>
<context>
    <name>WayList</name>
    <message>
        <source>The way through %1</source>
        <translation>Der Weg durch %1</translation>
    </message>
    <message>
        <source>%1, %L2 of %L3</source>
        <translation>%1, %L2 von %L3</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
</context>
<context>
    <name>WayMenu</name>
    <message>
        <source>Where it comes on the way</source>
        <translation>Wo es auf dem Weg kommt</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Als Erstes</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Als Letztes</translation>
    </message>
</context>
<context>
    <name>WriteText</name>
    <message>
        <source>%1: %2</source>
        <comment>a field and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Zurückgeholt</translation>
    </message>
    <message>
        <source>A shop, or its way</source>
        <translation>Ein Geschäft oder sein Weg</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Abgehakt</translation>
    </message>
    <message>
        <source>Unchecked</source>
        <translation>Haken entfernt</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
</context>
<context>
    <name>larder::app::AccountViewModel</name>
    <message>
        <source>The address of a server, such as https://larder.example.org.</source>
        <translation>Die Adresse eines Servers, etwa https://larder.example.org.</translation>
    </message>
    <message>
        <source>An e-mail address, such as ana@example.org.</source>
        <translation>Eine E-Mail-Adresse, etwa ana@example.org.</translation>
    </message>
    <message>
        <source>Your password is missing.</source>
        <translation>Dein Passwort fehlt.</translation>
    </message>
    <message>
        <source>What the people you share with call you.</source>
        <translation>Wie dich die Leute nennen, mit denen du teilst.</translation>
    </message>
    <message>
        <source>There is an account with this e-mail. Sign in instead.</source>
        <translation>Mit dieser E-Mail gibt es schon ein Konto. Melde dich stattdessen an.</translation>
    </message>
    <message>
        <source>The lists on this device belong to another account. Sign that one out first.</source>
        <translation>Die Listen auf diesem Gerät gehören zu einem anderen Konto. Melde das zuerst ab.</translation>
    </message>
    <message>
        <source>The server did not accept that. Check the e-mail and choose a stronger password.</source>
        <translation>Der Server hat das nicht angenommen. Prüfe die E-Mail und wähle ein stärkeres Passwort.</translation>
    </message>
</context>
<context>
    <name>larder::app::AppViewModel</name>
    <message>
        <source>Weekend shop</source>
        <translation>Wochenendeinkauf</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
</context>
<context>
    <name>larder::app::ArrangementViewModel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::BulkViewModel</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>That list is still being read. Try again in a moment.</source>
        <translation>Diese Liste wird noch gelesen. Versuch es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>larder::app::CommandRows</name>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Larder</source>
        <translation>Larder</translation>
    </message>
    <message>
        <source>Add something</source>
        <translation>Etwas hinzufügen</translation>
    </message>
    <message>
        <source>new item entry write</source>
        <translation>neu artikel eingabe schreiben</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>create add make</source>
        <translation>anlegen hinzufügen erstellen</translation>
    </message>
    <message>
        <source>Quick add in a small window</source>
        <translation>Schnell hinzufügen im kleinen Fenster</translation>
    </message>
    <message>
        <source>new item capture</source>
        <translation>neu artikel notieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>again repeat</source>
        <translation>nochmal wiederherstellen</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>In der Liste suchen</translation>
    </message>
    <message>
        <source>find filter</source>
        <translation>finden filter</translation>
    </message>
    <message>
        <source>Start shopping</source>
        <translation>Einkauf starten</translation>
    </message>
    <message>
        <source>mode shop cart trolley</source>
        <translation>modus laden wagen korb einkaufen</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Alle abhaken</translation>
    </message>
    <message>
        <source>tick done everything</source>
        <translation>haken erledigt alles</translation>
    </message>
    <message>
        <source>Uncheck all</source>
        <translation>Alle Haken entfernen</translation>
    </message>
    <message>
        <source>untick again everything</source>
        <translation>haken weg wieder alles</translation>
    </message>
    <message>
        <source>Remove what is checked</source>
        <translation>Abgehaktes entfernen</translation>
    </message>
    <message>
        <source>clear done delete bought</source>
        <translation>wegräumen erledigt löschen gekauft</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>Liste drucken</translation>
    </message>
    <message>
        <source>paper printer</source>
        <translation>papier drucker</translation>
    </message>
    <message>
        <source>Save the list as PDF</source>
        <translation>Liste als PDF speichern</translation>
    </message>
    <message>
        <source>export file paper</source>
        <translation>export datei papier</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Liste importieren</translation>
    </message>
    <message>
        <source>open file paste csv json bring anylist keep recipe</source>
        <translation>öffnen datei einfügen csv json bring anylist keep rezept</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Liste exportieren</translation>
    </message>
    <message>
        <source>save file csv json markdown text</source>
        <translation>speichern datei csv json markdown text</translation>
    </message>
    <message>
        <source>Export all lists</source>
        <translation>Alle Listen exportieren</translation>
    </message>
    <message>
        <source>save file backup everything</source>
        <translation>speichern datei sicherung alles</translation>
    </message>
    <message>
        <source>Copy the list as text</source>
        <translation>Liste als Text kopieren</translation>
    </message>
    <message>
        <source>clipboard share send</source>
        <translation>zwischenablage teilen senden</translation>
    </message>
    <message>
        <source>Sort by the way through the shop</source>
        <translation>Nach dem Weg durchs Geschäft sortieren</translation>
    </message>
    <message>
        <source>sort order arrange</source>
        <translation>sortieren reihenfolge ordnen</translation>
    </message>
    <message>
        <source>Sort by category</source>
        <translation>Nach Kategorie sortieren</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>Nach Namen sortieren</translation>
    </message>
    <message>
        <source>Sort by quantity</source>
        <translation>Nach Menge sortieren</translation>
    </message>
    <message>
        <source>Sort by newest first</source>
        <translation>Neueste zuerst sortieren</translation>
    </message>
    <message>
        <source>All lists</source>
        <translation>Alle Listen</translation>
    </message>
    <message>
        <source>overview go</source>
        <translation>übersicht gehen</translation>
    </message>
    <message>
        <source>The open list</source>
        <translation>Die offene Liste</translation>
    </message>
    <message>
        <source>items go</source>
        <translation>artikel gehen</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>server network waiting failures conflicts go</source>
        <translation>server netz wartend fehler konflikte gehen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>account settings preferences sign in out go</source>
        <translation>konto einstellungen anmelden abmelden gehen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>return up</source>
        <translation>zurückgehen hoch</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>theme bright day</source>
        <translation>design hell tag</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>theme night</source>
        <translation>design nacht</translation>
    </message>
    <message>
        <source>The system&apos;s colours</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>theme automatic follow</source>
        <translation>design automatisch folgen</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>accessibility black white</source>
        <translation>barrierefrei schwarz weiß</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>accessibility animation reduced</source>
        <translation>barrierefrei animation reduziert</translation>
    </message>
    <message>
        <source>Stay offline</source>
        <translation>Offline bleiben</translation>
    </message>
    <message>
        <source>network aeroplane sync</source>
        <translation>netz flugmodus sync</translation>
    </message>
    <message>
        <source>Find an action, a list or an item</source>
        <translation>Aktion, Liste oder Artikel finden</translation>
    </message>
    <message>
        <source>command palette search</source>
        <translation>befehle palette suche</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>help keys</source>
        <translation>hilfe tasten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>close exit end</source>
        <translation>schließen ende verlassen</translation>
    </message>
    <message>
        <source>Go online again</source>
        <translation>Wieder online gehen</translation>
    </message>
    <message>
        <source>Stop shopping</source>
        <translation>Einkauf beenden</translation>
    </message>
    <message>
        <source>No high contrast</source>
        <translation>Kein hoher Kontrast</translation>
    </message>
    <message>
        <source>Motion again</source>
        <translation>Wieder Bewegung</translation>
    </message>
    <message>
        <source>Scan a barcode</source>
        <translation>Strichcode scannen</translation>
    </message>
    <message>
        <source>ean picture product code</source>
        <translation>ean bild produkt code barcode</translation>
    </message>
    <message>
        <source>Spending by category</source>
        <translation>Ausgaben nach Kategorie</translation>
    </message>
    <message>
        <source>money budget prices cost statistics month</source>
        <translation>geld budget preise kosten statistik monat</translation>
    </message>
</context>
<context>
    <name>larder::app::DesktopViewModel</name>
    <message>
        <source>The system&apos;s settings can&apos;t be written. Nothing was changed.</source>
        <translation>Die Einstellungen des Systems lassen sich nicht schreiben. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>larder::app::EntryViewModel</name>
    <message>
        <source>Checked; to buy again</source>
        <translation>Abgehakt; wieder zu kaufen</translation>
    </message>
    <message>
        <source>On the list already</source>
        <translation>Schon auf der Liste</translation>
    </message>
    <message>
        <source>On the list: %1</source>
        <translation>Auf der Liste: %1</translation>
    </message>
    <message>
        <source>Another one beside it</source>
        <translation>Noch eins daneben</translation>
    </message>
    <message>
        <source>2 kg apples</source>
        <translation>2 kg Äpfel</translation>
    </message>
    <message>
        <source>milk 1.5 l</source>
        <translation>Milch 1,5 l</translation>
    </message>
    <message>
        <source>6x eggs</source>
        <translation>6x Eier</translation>
    </message>
</context>
<context>
    <name>larder::app::ExportViewModel</name>
    <message>
        <source>Larder (JSON): everything, to keep or to read again</source>
        <translation>Larder (JSON): alles, zum Aufheben oder Wiedereinlesen</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Larder lists</source>
        <translation>Larder-Listen</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>Wohin?</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Copied the list as text</source>
        <translation>Die Liste wurde als Text kopiert</translation>
    </message>
</context>
<context>
    <name>larder::app::FileWork</name>
    <message>
        <source>Which file is to be imported?</source>
        <translation>Welche Datei soll importiert werden?</translation>
    </message>
    <message>
        <source>Which picture is the photo?</source>
        <translation>Welches Bild ist das Foto?</translation>
    </message>
    <message>
        <source>Which picture has the barcode?</source>
        <translation>Auf welchem Bild ist der Strichcode?</translation>
    </message>
</context>
<context>
    <name>larder::app::ImportRows</name>
    <message>
        <source>Can&apos;t be read (%L1)</source>
        <translation>Nicht lesbar (%L1)</translation>
    </message>
    <message>
        <source>On the list already</source>
        <translation>Schon auf der Liste</translation>
    </message>
    <message>
        <source>Checked; to buy again</source>
        <translation>Abgehakt; wieder zu kaufen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>comes twice</source>
        <translation>kommt doppelt</translation>
    </message>
    <message>
        <source>one is there</source>
        <translation>eins ist da</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 ist da</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>abgehakt</translation>
    </message>
</context>
<context>
    <name>larder::app::ImportViewModel</name>
    <message>
        <source>This system has no window to choose a file with. Drop the file here, or paste its text.</source>
        <translation>Dieses System hat kein Fenster zum Auswählen einer Datei. Zieh die Datei hierher oder füge ihren Text ein.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy a list somewhere else first.</source>
        <translation>In der Zwischenablage ist kein Text. Kopiere zuerst anderswo eine Liste.</translation>
    </message>
    <message>
        <source>Only files on this device can be read. Save it here first.</source>
        <translation>Nur Dateien auf diesem Gerät können gelesen werden. Speichere sie zuerst hier.</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>What you pasted: %1</source>
        <translation>Was du eingefügt hast: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the list already</source>
        <translation>
            <numerusform>%Ln schon auf der Liste</numerusform>
            <numerusform>%Ln schon auf der Liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can&apos;t be read</source>
        <translation>
            <numerusform>%Ln nicht lesbar</numerusform>
            <numerusform>%Ln nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>Da ist nichts drin.</translation>
    </message>
    <message>
        <source>A list of its own</source>
        <translation>Eine eigene Liste</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists of their own</source>
        <translation>
            <numerusform>%Ln eigene Liste</numerusform>
            <numerusform>%Ln eigene Listen</numerusform>
        </translation>
    </message>
    <message>
        <source>Into %1</source>
        <translation>In %1</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln items</source>
        <translation>
            <numerusform>%Ln Artikel hinzufügen</numerusform>
            <numerusform>%Ln Artikel hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists</source>
        <translation>
            <numerusform>%Ln Liste</numerusform>
            <numerusform>%Ln Listen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::ItemViewModel</name>
    <message>
        <source>An item needs a name. To remove it, delete it.</source>
        <translation>Ein Artikel braucht einen Namen. Um ihn loszuwerden, lösche ihn.</translation>
    </message>
    <message>
        <source>A name has at most 255 characters.</source>
        <translation>Ein Name hat höchstens 255 Zeichen.</translation>
    </message>
    <message>
        <source>A number from 0.001 to 999,999.</source>
        <translation>Eine Zahl von 0,001 bis 999.999.</translation>
    </message>
    <message>
        <source>A unit has at most 32 characters.</source>
        <translation>Eine Einheit hat höchstens 32 Zeichen.</translation>
    </message>
    <message>
        <source>A note has at most 4,000 characters.</source>
        <translation>Eine Notiz hat höchstens 4.000 Zeichen.</translation>
    </message>
    <message>
        <source>An amount such as 3.49, up to 999,999.99.</source>
        <translation>Ein Betrag wie 3,49, bis 999.999,99.</translation>
    </message>
    <message>
        <source>The digits below the bars of the packet, as they stand there.</source>
        <translation>Die Ziffern unter den Strichen der Packung, wie sie dort stehen.</translation>
    </message>
</context>
<context>
    <name>larder::app::ListViewModel</name>
    <message>
        <source>All done</source>
        <translation>Alles erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>Noch %Ln</numerusform>
            <numerusform>Noch %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the cart</source>
        <translation>
            <numerusform>%Ln im Wagen</numerusform>
            <numerusform>%Ln im Wagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::ListsViewModel</name>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>Alles erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>Noch %Ln</numerusform>
            <numerusform>Noch %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::MergeOffer</name>
    <message numerus="yes">
        <source>%1 is on the list %Ln times.</source>
        <translation>
            <numerusform>%1 steht %Ln Mal auf der Liste.</numerusform>
            <numerusform>%1 steht %Ln Mal auf der Liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is on the list %Ln times: %2.</source>
        <translation>
            <numerusform>%1 steht %Ln Mal auf der Liste: %2.</numerusform>
            <numerusform>%1 steht %Ln Mal auf der Liste: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make it one</source>
        <translation>Zu einem machen</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>Zu %1 machen</translation>
    </message>
</context>
<context>
    <name>larder::app::PaletteRows</name>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
</context>
<context>
    <name>larder::app::PaperWork</name>
    <message>
        <source>Save the list as PDF</source>
        <translation>Liste als PDF speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The PDF could not be written there. Nothing was changed; try another folder.</source>
        <translation>Das PDF konnte dort nicht geschrieben werden. Nichts wurde geändert; versuch einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>larder::app::PhotoViewModel</name>
    <message>
        <source>The picture is being made smaller…</source>
        <translation>Das Bild wird verkleinert …</translation>
    </message>
    <message>
        <source>The server has no room for more photos of this list. It stays on this device.</source>
        <translation>Der Server hat für diese Liste keinen Platz für weitere Fotos. Es bleibt auf diesem Gerät.</translation>
    </message>
    <message>
        <source>The server did not take this photo. It stays on this device.</source>
        <translation>Der Server hat dieses Foto nicht angenommen. Es bleibt auf diesem Gerät.</translation>
    </message>
    <message>
        <source>This photo has not reached this device yet.</source>
        <translation>Dieses Foto ist noch nicht auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Kept here; others see it once it is sent.</source>
        <translation>Hier gespeichert; andere sehen es, sobald es gesendet ist.</translation>
    </message>
    <message>
        <source>Only pictures on this device can be taken. Save it here first.</source>
        <translation>Nur Bilder auf diesem Gerät können genommen werden. Speichere es zuerst hier.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one somewhere else first.</source>
        <translation>In der Zwischenablage ist kein Bild. Kopiere zuerst anderswo eins.</translation>
    </message>
    <message>
        <source>This system has no window to choose a file with. Drop the picture here, or paste it.</source>
        <translation>Dieses System hat kein Fenster zum Auswählen einer Datei. Zieh das Bild hierher oder füge es ein.</translation>
    </message>
    <message>
        <source>This picture is too large. Choose one of at most 120 megapixels and 64 MB.</source>
        <translation>Dieses Bild ist zu groß. Nimm eins mit höchstens 120 Megapixeln und 64 MB.</translation>
    </message>
    <message>
        <source>This picture can&apos;t be read, or this device&apos;s disk is full.</source>
        <translation>Dieses Bild ist nicht lesbar, oder die Festplatte dieses Geräts ist voll.</translation>
    </message>
    <message>
        <source>This is no picture that Larder can read. Choose a JPEG, PNG or GIF.</source>
        <translation>Dieses Bild kann Larder nicht lesen. Nimm ein JPEG, PNG oder GIF.</translation>
    </message>
</context>
<context>
    <name>larder::app::PriceHistory</name>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln Mal</numerusform>
            <numerusform>%Ln Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 – %2, %3</source>
        <translation>%1 – %2, %3</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>shop and price</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>larder::app::ScanViewModel</name>
    <message>
        <source>This system has no window to choose a file with. Drop the picture here, or paste it.</source>
        <translation>Dieses System hat kein Fenster zum Auswählen einer Datei. Zieh das Bild hierher oder füge es ein.</translation>
    </message>
    <message>
        <source>Only pictures on this device can be read. Save it here first.</source>
        <translation>Nur Bilder auf diesem Gerät können gelesen werden. Speichere es zuerst hier.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one somewhere else first.</source>
        <translation>In der Zwischenablage ist kein Bild. Kopiere zuerst anderswo eins.</translation>
    </message>
    <message>
        <source>This file can&apos;t be opened.</source>
        <translation>Diese Datei lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>This is no picture that Larder can read.</source>
        <translation>Dieses Bild kann Larder nicht lesen.</translation>
    </message>
    <message>
        <source>This picture is too large. Take a smaller one.</source>
        <translation>Dieses Bild ist zu groß. Nimm ein kleineres.</translation>
    </message>
    <message>
        <source>No barcode can be made out. Take the picture closer, in more light, with the whole code in it.</source>
        <translation>Kein Strichcode zu erkennen. Mach das Bild von näher, bei mehr Licht und mit dem ganzen Code darauf.</translation>
    </message>
    <message>
        <source>These digits are no barcode. Check them against the packet.</source>
        <translation>Diese Ziffern sind kein Strichcode. Vergleiche sie mit der Packung.</translation>
    </message>
</context>
<context>
    <name>larder::app::SpendingViewModel</name>
    <message numerus="yes">
        <source>%Ln things without a price are not counted</source>
        <translation>
            <numerusform>%Ln Ding ohne Preis ist nicht mitgezählt</numerusform>
            <numerusform>%Ln Dinge ohne Preis sind nicht mitgezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 percent</source>
        <translation>%1: %2, %3 Prozent</translation>
    </message>
</context>
<context>
    <name>larder::app::SyncViewModel</name>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>On this device only</source>
        <translation>Nur auf diesem Gerät</translation>
    </message>
    <message>
        <source>Offline, as you asked</source>
        <translation>Offline, wie gewünscht</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Holt auf</translation>
    </message>
    <message>
        <source>Sending your changes</source>
        <translation>Deine Änderungen werden gesendet</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>Your lists are kept here. Sign in to share them and to have them on other devices.</source>
        <translation>Deine Listen sind hier gespeichert. Melde dich an, um sie zu teilen und auf anderen Geräten zu haben.</translation>
    </message>
    <message>
        <source>Everything works; your changes are sent when you go online again.</source>
        <translation>Alles geht; deine Änderungen werden gesendet, sobald du wieder online gehst.</translation>
    </message>
    <message>
        <source>It is tried again at %1.</source>
        <translation>Nächster Versuch um %1.</translation>
    </message>
    <message>
        <source>Last in agreement with the server: %1</source>
        <translation>Zuletzt mit dem Server einig: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date and a time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Changes that had not been sent, saved: %L1.</source>
        <translation>Gerettete Änderungen, die noch nicht gesendet waren: %L1.</translation>
    </message>
    <message>
        <source>There were no unsent changes to save.</source>
        <translation>Es gab keine ungesendeten Änderungen zu retten.</translation>
    </message>
    <message>
        <source>A damaged file was set aside</source>
        <translation>Eine beschädigte Datei wurde beiseitegelegt</translation>
    </message>
    <message>
        <source>The file with your lists could not be read any more and was replaced. What the server has comes back from there. %1 The old file is kept:
%2</source>
        <translation>Die Datei mit deinen Listen war nicht mehr lesbar und wurde ersetzt. Was der Server hat, kommt von dort zurück. %1 Die alte Datei bleibt erhalten:
%2</translation>
    </message>
    <message>
        <source>The file with your lists was damaged. Sync tells what was saved.</source>
        <translation>Die Datei mit deinen Listen war beschädigt. Unter Sync steht, was gerettet wurde.</translation>
    </message>
    <message>
        <source>Something</source>
        <translation>Etwas</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>%1 Your change is kept here until you decide.</source>
        <translation>%1 Deine Änderung bleibt hier, bis du entscheidest.</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln older, too many to keep.</source>
        <translation>
            <numerusform>Und %Ln ältere, zu viel zum Aufheben.</numerusform>
            <numerusform>Und %Ln ältere, zu viele zum Aufheben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 removed it while you changed it.</source>
        <translation>%1 hat es gelöscht, während du es geändert hast.</translation>
    </message>
    <message>
        <source>%1 changed the %2 to “%3”; you had “%4”.</source>
        <translation>%1 hat geändert: %2 ist jetzt „%3“, bei dir „%4“.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a change and its list</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln older.</source>
        <translation>
            <numerusform>Und %Ln ältere.</numerusform>
            <numerusform>Und %Ln ältere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied what you wrote of %1</source>
        <translation>Kopiert, was du zu %1 geschrieben hast</translation>
    </message>
    <message>
        <source>Copied all that was not kept</source>
        <translation>Alles kopiert, was nicht behalten wurde</translation>
    </message>
</context>
<context>
    <name>larder::app::TrayPresence</name>
    <message>
        <source>Larder</source>
        <translation>Larder</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Hide the window</source>
        <translation>Fenster verbergen</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Quick add…</source>
        <translation>Schnell hinzufügen …</translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <translation>%1 (%L2)</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>larder::app::UndoStack</name>
    <message>
        <source>Somebody changed it since. That was kept.</source>
        <translation>Jemand hat es seither geändert. Das wurde behalten.</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln items</source>
        <translation>
            <numerusform>%Ln Artikel gelöscht</numerusform>
            <numerusform>%Ln Artikel gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved %1 to %2</source>
        <translation>%1 nach %2 verschoben</translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln items to %1</source>
        <translation>
            <numerusform>%Ln Artikel nach %1 verschoben</numerusform>
            <numerusform>%Ln Artikel nach %1 verschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied %1 to %2</source>
        <translation>%1 nach %2 kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln items to %1</source>
        <translation>
            <numerusform>%Ln Artikel nach %1 kopiert</numerusform>
            <numerusform>%Ln Artikel nach %1 kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %Ln items to %1</source>
        <translation>
            <numerusform>%Ln Artikel zu %1 hinzugefügt</numerusform>
            <numerusform>%Ln Artikel zu %1 hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is one item now</source>
        <translation>%1 ist jetzt ein Artikel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln items are one each now</source>
        <translation>
            <numerusform>%Ln Artikel ist jetzt einer</numerusform>
            <numerusform>%Ln Artikel sind jetzt je einer</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>%1 abgehakt</translation>
    </message>
    <message numerus="yes">
        <source>Checked %Ln items</source>
        <translation>
            <numerusform>%Ln Artikel abgehakt</numerusform>
            <numerusform>%Ln Artikel abgehakt</numerusform>
        </translation>
    </message>
</context>
</TS>
