<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AccountCard</name>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>ActivationText</name>
    <message>
        <source>The list of this link isn&apos;t on this device.</source>
        <translation>La liste de ce lien n’est pas sur cet appareil.</translation>
    </message>
    <message>
        <source>This Larder can&apos;t open invitations yet. Ask whoever sent it to share the list with your e-mail address.</source>
        <translation>Ce Larder ne sait pas encore ouvrir les invitations. Demandez à la personne qui l’a envoyée de partager la liste avec votre adresse e-mail.</translation>
    </message>
</context>
<context>
    <name>ArrangeBar</name>
    <message>
        <source>Drag items to where you want them, or press Alt with the arrow keys.</source>
        <translation>Faites glisser les articles où vous voulez, ou appuyez sur Alt et les flèches.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Stop arranging</source>
        <translation>Ne plus ranger</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchro</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
</context>
<context>
    <name>Category</name>
    <message>
        <source>Produce</source>
        <translation>Fruits et légumes</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>Boulangerie</translation>
    </message>
    <message>
        <source>Dairy</source>
        <translation>Crèmerie</translation>
    </message>
    <message>
        <source>Meat</source>
        <translation>Viande</translation>
    </message>
    <message>
        <source>Fish</source>
        <translation>Poisson</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Surgelés</translation>
    </message>
    <message>
        <source>Pantry</source>
        <translation>Épicerie</translation>
    </message>
    <message>
        <source>Breakfast</source>
        <translation>Petit-déjeuner</translation>
    </message>
    <message>
        <source>Snacks</source>
        <translation>Encas</translation>
    </message>
    <message>
        <source>Drinks</source>
        <translation>Boissons</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Maison</translation>
    </message>
    <message>
        <source>Personal care</source>
        <translation>Hygiène</translation>
    </message>
    <message>
        <source>Baby</source>
        <translation>Bébé</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>Animaux</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autres</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1, tap to take it back</source>
        <translation>%1, toucher pour annuler</translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>Take</source>
        <translation>Prendre</translation>
    </message>
</context>
<context>
    <name>ConfirmSignOut</name>
    <message>
        <source>Sign out and lose changes?</source>
        <translation>Se déconnecter et perdre des modifications&#xa0;?</translation>
    </message>
    <message>
        <source>Changes that have not reached the server yet: %L1. Signing out removes your lists from this device, and with them what was not sent.</source>
        <translation>Modifications pas encore arrivées au serveur&#xa0;: %L1. La déconnexion retire vos listes de cet appareil, et avec elles ce qui n’a pas été envoyé.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Rester connecté</translation>
    </message>
    <message>
        <source>Export all lists first</source>
        <translation>Exporter d’abord toutes les listes</translation>
    </message>
</context>
<context>
    <name>DesktopForm</name>
    <message>
        <source>Desktop</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Icône dans la zone de notification</translation>
    </message>
    <message>
        <source>What is left, quick add and the lists.</source>
        <translation>Ce qui reste, l’ajout rapide et les listes.</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Rester dans la zone de notification</translation>
    </message>
    <message>
        <source>Closing the window leaves Larder running there.</source>
        <translation>Fermer la fenêtre y laisse tourner Larder.</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Démarrer à l’ouverture de session</translation>
    </message>
</context>
<context>
    <name>DetailHint</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Cocher</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Open an item to see and change it.</source>
        <translation>Ouvrez un article pour le voir et le modifier.</translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>Add to the list</source>
        <translation>Ajouter à la liste</translation>
    </message>
    <message>
        <source>Add something</source>
        <translation>Ajouter quelque chose</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server can&apos;t be reached. Check the address and your connection, then try again.</source>
        <translation>Le serveur est injoignable. Vérifiez l’adresse et votre connexion, puis réessayez.</translation>
    </message>
    <message>
        <source>The server is busy or being looked after. Try again in a minute.</source>
        <translation>Le serveur est occupé ou en maintenance. Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>Too many tries in a short time. Wait a minute, then try again.</source>
        <translation>Trop d’essais en peu de temps. Attendez une minute, puis réessayez.</translation>
    </message>
    <message>
        <source>This e-mail and password don&apos;t belong together.</source>
        <translation>Cet e-mail et ce mot de passe ne vont pas ensemble.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again; your changes are kept here.</source>
        <translation>Votre session est terminée. Reconnectez-vous&#xa0;; vos modifications sont gardées ici.</translation>
    </message>
    <message>
        <source>There is already one with that name.</source>
        <translation>Il y en a déjà un de ce nom.</translation>
    </message>
    <message>
        <source>It isn&apos;t there any more.</source>
        <translation>Il n’est plus là.</translation>
    </message>
    <message>
        <source>You no longer have this list.</source>
        <translation>Vous n’avez plus cette liste.</translation>
    </message>
    <message>
        <source>You can look at this list, but not change it.</source>
        <translation>Vous pouvez regarder cette liste, pas la modifier.</translation>
    </message>
    <message>
        <source>This list is full: it holds 10,000 items. Clear some that are checked.</source>
        <translation>Cette liste est pleine&#xa0;: elle contient 10 000 articles. Retirez-en quelques-uns de cochés.</translation>
    </message>
    <message>
        <source>That can&apos;t be kept as it is. Check what you wrote.</source>
        <translation>Cela ne peut pas être gardé tel quel. Vérifiez ce que vous avez écrit.</translation>
    </message>
    <message>
        <source>That is too long to be kept.</source>
        <translation>C’est trop long pour être gardé.</translation>
    </message>
    <message>
        <source>This device&apos;s disk refused the change, so it was taken back. Free some space and try again.</source>
        <translation>Le disque de cet appareil a refusé la modification, elle a donc été annulée. Libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>The file with your lists is damaged.</source>
        <translation>Le fichier de vos listes est endommagé.</translation>
    </message>
    <message>
        <source>Your lists were written by a newer Larder. Update this one to open them.</source>
        <translation>Vos listes ont été écrites par un Larder plus récent. Mettez celui-ci à jour pour les ouvrir.</translation>
    </message>
    <message>
        <source>The server speaks a newer language. Update Larder.</source>
        <translation>Le serveur parle une langue plus récente. Mettez Larder à jour.</translation>
    </message>
    <message>
        <source>This address can&apos;t be used.</source>
        <translation>Cette adresse ne peut pas être utilisée.</translation>
    </message>
    <message>
        <source>It was stopped before it was done.</source>
        <translation>Cela a été arrêté avant la fin.</translation>
    </message>
    <message>
        <source>Something went wrong that isn&apos;t your doing. Nothing you wrote was lost.</source>
        <translation>Quelque chose s’est mal passé, sans que vous y soyez pour rien. Rien de ce que vous avez écrit n’est perdu.</translation>
    </message>
    <message>
        <source>This device&apos;s disk can&apos;t be read just now. Open the list again; if that doesn&apos;t help, start Larder again.</source>
        <translation>Le disque de cet appareil est illisible pour l’instant. Rouvrez la liste&#xa0;; si cela ne suffit pas, redémarrez Larder.</translation>
    </message>
    <message>
        <source>The file with your lists can&apos;t be opened. Check its folder, and the space on the disk.</source>
        <translation>Le fichier de vos listes ne peut pas être ouvert. Vérifiez son dossier et la place sur le disque.</translation>
    </message>
    <message>
        <source>The file with your lists is in use.</source>
        <translation>Le fichier de vos listes est déjà utilisé.</translation>
    </message>
    <message>
        <source>Larder can&apos;t start with these options.</source>
        <translation>Larder ne peut pas démarrer avec ces options.</translation>
    </message>
    <message>
        <source>You may look at this list, but no longer change it.</source>
        <translation>Vous pouvez encore regarder cette liste, plus la modifier.</translation>
    </message>
    <message>
        <source>This list is no longer shared with you.</source>
        <translation>Cette liste n’est plus partagée avec vous.</translation>
    </message>
    <message>
        <source>This list was deleted.</source>
        <translation>Cette liste a été supprimée.</translation>
    </message>
    <message>
        <source>The list is full: it holds 10,000 items.</source>
        <translation>La liste est pleine&#xa0;: elle contient 10 000 articles.</translation>
    </message>
    <message>
        <source>The server could not keep it as it was written.</source>
        <translation>Le serveur n’a pas pu le garder comme c’était écrit.</translation>
    </message>
    <message>
        <source>The server did not take it.</source>
        <translation>Le serveur ne l’a pas pris.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached right now.</source>
        <translation>Le serveur est injoignable en ce moment.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Le serveur n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>The server is busy or being looked after.</source>
        <translation>Le serveur est occupé ou en maintenance.</translation>
    </message>
    <message>
        <source>The server asked for a pause.</source>
        <translation>Le serveur a demandé une pause.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again to go on.</source>
        <translation>Votre session est terminée. Reconnectez-vous pour continuer.</translation>
    </message>
    <message>
        <source>This device&apos;s disk refused to keep what came.</source>
        <translation>Le disque de cet appareil a refusé de garder ce qui est arrivé.</translation>
    </message>
    <message>
        <source>The server&apos;s address can&apos;t be used.</source>
        <translation>L’adresse du serveur ne peut pas être utilisée.</translation>
    </message>
    <message>
        <source>The connection was given up after an error, and is tried again.</source>
        <translation>La connexion a été abandonnée après une erreur&#xa0;; un nouvel essai est en cours.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Hide the password</source>
        <translation>Masquer le mot de passe</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Afficher le mot de passe</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>couleur</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>monnaie</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>budget</translation>
    </message>
    <message>
        <source>list</source>
        <translation>liste</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>quantité</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unité</translation>
    </message>
    <message>
        <source>category</source>
        <translation>catégorie</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>price</source>
        <translation>prix</translation>
    </message>
    <message>
        <source>check</source>
        <translation>coche</translation>
    </message>
    <message>
        <source>place</source>
        <translation>place</translation>
    </message>
    <message>
        <source>barcode</source>
        <translation>code-barres</translation>
    </message>
    <message>
        <source>item</source>
        <translation>article</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>coché</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>non coché</translation>
    </message>
    <message>
        <source>person</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>quelqu’un</translation>
    </message>
    <message>
        <source>another one</source>
        <comment>a photo</comment>
        <translation>une autre</translation>
    </message>
</context>
<context>
    <name>GroupHeader</name>
    <message>
        <source>%1, folded</source>
        <translation>%1, replié</translation>
    </message>
    <message>
        <source>%1, unfolded</source>
        <translation>%1, déplié</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Clear what is checked</source>
        <translation>Retirer ce qui est coché</translation>
    </message>
</context>
<context>
    <name>HueChoice</name>
    <message>
        <source>Colour %1</source>
        <translation>Couleur %1</translation>
    </message>
</context>
<context>
    <name>ImportList</name>
    <message>
        <source>What would be added</source>
        <translation>Ce qui serait ajouté</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Larder reads its own exports, tables (CSV), Markdown, text, recipe pages, and lists of Bring!, AnyList, KitchenOwl, Google Keep and Google Tasks. Nothing is added before you have seen it.</source>
        <translation>Larder lit ses propres exports, les tableaux (CSV), Markdown, le texte, les pages de recettes et les listes de Bring!, AnyList, KitchenOwl, Google Keep et Google Tasks. Rien n’est ajouté avant que vous l’ayez vu.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Paste what you copied</source>
        <translation>Coller ce que vous avez copié</translation>
    </message>
    <message>
        <source>A file can also be dropped on the window.</source>
        <translation>Un fichier peut aussi être déposé sur la fenêtre.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ImportText</name>
    <message>
        <source>The file is larger than %1. Take it in parts.</source>
        <translation>Le fichier dépasse %1. Prenez-le en plusieurs parties.</translation>
    </message>
    <message>
        <source>This is no text. Export the list as text, CSV or JSON first.</source>
        <translation>Ce n’est pas du texte. Exportez d’abord la liste en texte, CSV ou JSON.</translation>
    </message>
    <message>
        <source>There is no list in it that Larder knows how to read.</source>
        <translation>Il n’y a pas là de liste que Larder sache lire.</translation>
    </message>
    <message>
        <source>A newer Larder made this file. Update Larder to read it.</source>
        <translation>Un Larder plus récent a fait ce fichier. Mettez Larder à jour pour le lire.</translation>
    </message>
    <message>
        <source>This part is damaged.</source>
        <translation>Cette partie est endommagée.</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>Il n’a pas de nom.</translation>
    </message>
    <message>
        <source>A name has at most 255 characters.</source>
        <translation>Un nom a 255 caractères au plus.</translation>
    </message>
    <message>
        <source>A note has at most 4,000 characters.</source>
        <translation>Une note a 4 000 caractères au plus.</translation>
    </message>
    <message>
        <source>The name of its category is too long.</source>
        <translation>Le nom de sa catégorie est trop long.</translation>
    </message>
    <message>
        <source>A unit has at most 32 characters.</source>
        <translation>Une unité a 32 caractères au plus.</translation>
    </message>
    <message>
        <source>How much is no number from 0.001 to 999,999.</source>
        <translation>La quantité n’est pas un nombre de 0,001 à 999 999.</translation>
    </message>
    <message>
        <source>Its price is no amount of money.</source>
        <translation>Son prix n’est pas une somme d’argent.</translation>
    </message>
    <message>
        <source>Its currency is none that is in use.</source>
        <translation>Sa monnaie n’existe pas.</translation>
    </message>
    <message>
        <source>The look, the budget or a shop of the list can&apos;t be as it says; the list comes without.</source>
        <translation>L’aspect, le budget ou un magasin de la liste ne peut pas être tel qu’il est écrit&#xa0;; la liste vient sans.</translation>
    </message>
    <message>
        <source>A list holds at most %1 items.</source>
        <translation>Une liste contient au plus %1 articles.</translation>
    </message>
    <message>
        <source>A file brings at most %1 lists.</source>
        <translation>Un fichier apporte au plus %1 listes.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>nothing that Larder can read</source>
        <translation>rien que Larder sache lire</translation>
    </message>
    <message>
        <source>an export of Larder&apos;s</source>
        <translation>un export de Larder</translation>
    </message>
    <message>
        <source>a Markdown list</source>
        <translation>une liste Markdown</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>an export of KitchenOwl&apos;s</source>
        <translation>un export de KitchenOwl</translation>
    </message>
    <message>
        <source>a list of Bring!</source>
        <translation>une liste de Bring!</translation>
    </message>
    <message>
        <source>a list of AnyList&apos;s</source>
        <translation>une liste d’AnyList</translation>
    </message>
    <message>
        <source>a note of Google Keep&apos;s</source>
        <translation>une note de Google Keep</translation>
    </message>
    <message>
        <source>lists of Google Tasks</source>
        <translation>des listes de Google Tasks</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>un tableau</translation>
    </message>
    <message>
        <source>the ingredients of a recipe</source>
        <translation>les ingrédients d’une recette</translation>
    </message>
    <message>
        <source>Its barcode is none that can be kept; it comes without.</source>
        <translation>Son code-barres ne peut pas être gardé&#xa0;; il est importé sans.</translation>
    </message>
</context>
<context>
    <name>ItemGrip</name>
    <message>
        <source>Move %1</source>
        <translation>Déplacer %1</translation>
    </message>
</context>
<context>
    <name>ItemLine</name>
    <message>
        <source>Checked (%L1)</source>
        <translation>Cochés (%L1)</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Détails de %1</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Items of %1</source>
        <translation>Articles de %1</translation>
    </message>
</context>
<context>
    <name>ItemMenu</name>
    <message>
        <source>What to do with %1</source>
        <translation>Que faire de %1</translation>
    </message>
    <message>
        <source>Uncheck</source>
        <translation>Décocher</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Cocher</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Sélectionner</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>Delete %1</source>
        <translation>Supprimer %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>kg, l</source>
        <translation>kg, l</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Price in %1</source>
        <translation>Prix en %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>Qui s’en charge</translation>
    </message>
    <message>
        <source>Written as “%1”</source>
        <translation>Écrit «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Code-barres</translation>
    </message>
</context>
<context>
    <name>ItemText</name>
    <message>
        <source>checked</source>
        <translation>coché</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>non coché</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>spent of a budget</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>with a photo</source>
        <translation>avec photo</translation>
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
        <translation>Déplacer vers quelle liste&#xa0;?</translation>
    </message>
    <message>
        <source>Copy to which list?</source>
        <translation>Copier vers quelle liste&#xa0;?</translation>
    </message>
    <message>
        <source>Which category?</source>
        <translation>Quelle catégorie&#xa0;?</translation>
    </message>
    <message>
        <source>Another category</source>
        <translation>Une autre catégorie</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Garder cette recherche</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Son nom</translation>
    </message>
</context>
<context>
    <name>ListEmpty</name>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>That was all</source>
        <translation>C’est tout</translation>
    </message>
    <message>
        <source>What do you need?</source>
        <translation>De quoi avez-vous besoin&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing to buy</source>
        <translation>Rien à acheter</translation>
    </message>
    <message>
        <source>No item of this list is like that.</source>
        <translation>Aucun article de cette liste n’est ainsi.</translation>
    </message>
    <message>
        <source>Everything on this list is checked.</source>
        <translation>Tout est coché sur cette liste.</translation>
    </message>
    <message>
        <source>Write it as you would on paper. Amounts and prices are understood.</source>
        <translation>Écrivez comme sur du papier. Les quantités et les prix sont compris.</translation>
    </message>
    <message>
        <source>You can look at this list; others fill it.</source>
        <translation>Vous pouvez regarder cette liste&#xa0;; d’autres la remplissent.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Stop shopping</source>
        <translation>Finir les courses</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>%1, all lists</source>
        <translation>%1, toutes les listes</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Annuler (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Rechercher (Ctrl+F)</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>More for this list</source>
        <translation>Plus pour cette liste</translation>
    </message>
    <message>
        <source>You may look, not change</source>
        <translation>À regarder, pas à modifier</translation>
    </message>
    <message>
        <source>%1 · you may look, not change</source>
        <translation>%1 · à regarder, pas à modifier</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Magasin</translation>
    </message>
    <message>
        <source>Start shopping</source>
        <translation>Faire les courses</translation>
    </message>
    <message>
        <source>Budget, %1 percent used</source>
        <translation>Budget, %1 pour cent utilisés</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>More for this list</source>
        <translation>Plus pour cette liste</translation>
    </message>
    <message>
        <source>Name, colour and budget</source>
        <translation>Nom, couleur et budget</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>Magasins</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier en texte</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>Trier par…</translation>
    </message>
    <message>
        <source>Arrange by hand</source>
        <translation>Ranger à la main</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Tout cocher</translation>
    </message>
    <message>
        <source>Uncheck all</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <source>Clear what is checked</source>
        <translation>Retirer ce qui est coché</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Dépenses</translation>
    </message>
</context>
<context>
    <name>ListsPage</name>
    <message>
        <source>Lists</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>No lists yet</source>
        <translation>Pas encore de liste</translation>
    </message>
    <message>
        <source>A list holds what there is to buy. It works without a network, and without an account.</source>
        <translation>Une liste contient ce qu’il faut acheter. Elle marche sans réseau et sans compte.</translation>
    </message>
    <message>
        <source>Start a list</source>
        <translation>Commencer une liste</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Nouvelle liste</translation>
    </message>
</context>
<context>
    <name>LookForm</name>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Quantités</translation>
    </message>
    <message>
        <source>How much is shown in kilograms and litres, or in pounds and cups; what was written stays.</source>
        <translation>En kilogrammes et litres, ou en livres et tasses&#xa0;; ce qui a été écrit reste.</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Telles quelles</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrique</translation>
    </message>
    <message>
        <source>Imperial</source>
        <translation>Impérial</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Ink on pure white or black, every outline drawn.</source>
        <translation>Encre sur blanc ou noir pur, chaque contour tracé.</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Moins de mouvement</translation>
    </message>
    <message>
        <source>Things change in place instead of moving there.</source>
        <translation>Les choses changent sur place au lieu de s’y déplacer.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Export the list as…</source>
        <translation>Exporter la liste en…</translation>
    </message>
    <message>
        <source>Export all lists as…</source>
        <translation>Exporter toutes les listes en…</translation>
    </message>
</context>
<context>
    <name>MergeBar</name>
    <message>
        <source>Keep apart</source>
        <translation>Laisser séparés</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>Show more (%1)</source>
        <translation>En montrer plus (%1)</translation>
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
        <translation>Un budget est une somme comme 80 ou 79,50, et une monnaie ses trois lettres, comme EUR.</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Nouvelle liste</translation>
    </message>
    <message>
        <source>Change the list</source>
        <translation>Modifier la liste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Weekly, Party, Hardware shop</source>
        <translation>Semaine, Fête, Bricolage</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
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
        <translation>Trouver une action, une liste ou un article</translation>
    </message>
    <message>
        <source>“dark”, “party”, “milk”</source>
        <translation>«&#xa0;sombre&#xa0;», «&#xa0;fête&#xa0;», «&#xa0;lait&#xa0;»</translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation>Rien de ce nom.</translation>
    </message>
    <message>
        <source>What was found: %L1</source>
        <translation>Trouvé&#xa0;: %L1</translation>
    </message>
</context>
<context>
    <name>PaperText</name>
    <message>
        <source>Total: %1</source>
        <translation>Total&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, page %2 of %3</source>
        <translation>%1, page %2 sur %3</translation>
    </message>
    <message>
        <source>Made with Larder</source>
        <translation>Fait avec Larder</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Shared by %1</source>
        <translation>Partagée par %1</translation>
    </message>
</context>
<context>
    <name>PhotoSection</name>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Photo of %1, show it large</source>
        <translation>Photo de %1, l’afficher en grand</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>Une autre photo</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Ajouter une photo</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Coller une image</translation>
    </message>
    <message>
        <source>Remove the photo</source>
        <translation>Retirer la photo</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Photo of %1</source>
        <translation>Photo de %1</translation>
    </message>
    <message>
        <source>Close the photo</source>
        <translation>Fermer la photo</translation>
    </message>
</context>
<context>
    <name>PopupEntry</name>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
</context>
<context>
    <name>PriceLine</name>
    <message>
        <source>The course of the price</source>
        <translation>L’évolution du prix</translation>
    </message>
</context>
<context>
    <name>PriceSection</name>
    <message>
        <source>Paid before: %1</source>
        <translation>Payé avant&#xa0;: %1</translation>
    </message>
    <message>
        <source>Take %1, as it was: %2</source>
        <translation>Prendre %1, comme alors&#xa0;: %2</translation>
    </message>
    <message>
        <source>Last in each shop: %1</source>
        <translation>Dernier prix par magasin&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 percent</source>
        <translation>%1 pour cent</translation>
    </message>
</context>
<context>
    <name>QueueSection</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
</context>
<context>
    <name>QuickAdd</name>
    <message>
        <source>Quick add</source>
        <translation>Ajout rapide</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Ajouter à %1</translation>
    </message>
    <message>
        <source>Enter adds, Esc closes</source>
        <translation>Entrée ajoute, Échap ferme</translation>
    </message>
</context>
<context>
    <name>ScanSheet</name>
    <message>
        <source>Scan a barcode</source>
        <translation>Scanner un code-barres</translation>
    </message>
    <message>
        <source>Larder knows a product by its barcode once somebody of this household has named it.</source>
        <translation>Larder reconnaît un produit à son code-barres une fois que quelqu’un du foyer l’a nommé.</translation>
    </message>
    <message>
        <source>Digits below the bars</source>
        <translation>Chiffres sous les barres</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Choisir une image</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Coller une image</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search in this list</source>
        <translation>Rechercher dans cette liste</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Hold it, or press Delete, to forget it</source>
        <translation>Maintenez, ou appuyez sur Suppr, pour l’oublier</translation>
    </message>
    <message>
        <source>To buy</source>
        <translation>À acheter</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Cochés</translation>
    </message>
    <message>
        <source>With a price</source>
        <translation>Avec prix</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Sans prix</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>SelectionActions</name>
    <message>
        <source>Check</source>
        <translation>Cocher</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Move to another list</source>
        <translation>Déplacer vers une autre liste</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>More for what is selected</source>
        <translation>Plus pour la sélection</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Uncheck</source>
        <translation>Décocher</translation>
    </message>
    <message>
        <source>Copy to another list</source>
        <translation>Copier vers une autre liste</translation>
    </message>
</context>
<context>
    <name>SelectionHead</name>
    <message>
        <source>Select nothing</source>
        <translation>Ne rien sélectionner</translation>
    </message>
</context>
<context>
    <name>ShoppingHead</name>
    <message>
        <source>Shopping: %1</source>
        <translation>Courses&#xa0;: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Stop shopping</source>
        <translation>Finir les courses</translation>
    </message>
    <message>
        <source>Which shop?</source>
        <translation>Quel magasin&#xa0;?</translation>
    </message>
    <message>
        <source>Shop: %1</source>
        <translation>Magasin&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ShopsSheet</name>
    <message>
        <source>Where do you shop?</source>
        <translation>Où faites-vous les courses&#xa0;?</translation>
    </message>
    <message>
        <source>No shop in particular</source>
        <translation>Aucun magasin en particulier</translation>
    </message>
    <message>
        <source>Another shop</source>
        <translation>Un autre magasin</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>The way through %1, as it is learnt from your shopping. Drag to put it right.</source>
        <translation>Le chemin dans %1, tel qu’il s’apprend de vos courses. Faites glisser pour le corriger.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Supprimer %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>ShortcutLine</name>
    <message>
        <source>%1, not now</source>
        <translation>%1, pas maintenant</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>Empty</source>
        <translation>Vide</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Nouvelle liste</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchro</translation>
    </message>
    <message>
        <source>%L1 waiting</source>
        <translation>%L1 en attente</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>An account is for sharing lists and for having them on other devices. Without one, everything stays here and works the same.</source>
        <translation>Un compte sert à partager des listes et à les avoir sur d’autres appareils. Sans compte, tout reste ici et marche pareil.</translation>
    </message>
    <message>
        <source>Sign in or new account</source>
        <translation>Se connecter ou nouveau compte</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Nouveau compte</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Make the account</source>
        <translation>Créer le compte</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>Way through the shop</source>
        <translation>Chemin dans le magasin</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récents d’abord</translation>
    </message>
</context>
<context>
    <name>SpendingSheet</name>
    <message>
        <source>Spending by category</source>
        <translation>Dépenses par catégorie</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>Sur la liste</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Le mois dernier</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Nothing on the list has a price. Write one behind an item, as in “apples 2.99”.</source>
        <translation>Rien sur la liste n’a de prix. Écrivez-le derrière l’article, comme «&#xa0;pommes 2,99&#xa0;».</translation>
    </message>
    <message>
        <source>Nothing with a price was bought in this time.</source>
        <translation>Rien n’a été acheté avec un prix dans cette période.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
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
        <translation>Synchro&#xa0;: %1, %L2 en attente</translation>
    </message>
    <message>
        <source>Sync: %1</source>
        <translation>Synchro&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, look here</source>
        <translation>%1, à voir</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>Synchro</translation>
    </message>
    <message>
        <source>Stay offline</source>
        <translation>Rester hors ligne</translation>
    </message>
    <message>
        <source>For a weak network: nothing is tried until you switch it off.</source>
        <translation>Pour un réseau faible&#xa0;: rien n’est tenté tant que c’est activé.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Réparé</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>D’accord</translation>
    </message>
    <message>
        <source>Not kept by the server</source>
        <translation>Pas gardé par le serveur</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Laisser tomber</translation>
    </message>
    <message>
        <source>Changed by two at once</source>
        <translation>Modifié par deux à la fois</translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation>Prendre le mien</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser ainsi</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Tout réessayer</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
</context>
<context>
    <name>SyncState</name>
    <message>
        <source>Saved here, waiting to be sent: %L1</source>
        <translation>Enregistré ici, en attente d’envoi&#xa0;: %L1</translation>
    </message>
</context>
<context>
    <name>UndoBars</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>Fermer&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>cup</source>
        <translation>tasse</translation>
    </message>
    <message>
        <source>cups</source>
        <translation>tasses</translation>
    </message>
    <message>
        <source>pint</source>
        <translation>pinte</translation>
    </message>
    <message>
        <source>pints</source>
        <translation>pintes</translation>
    </message>
    <message>
        <source>quart</source>
        <translation>quart</translation>
    </message>
    <message>
        <source>quarts</source>
        <translation>quarts</translation>
    </message>
    <message>
        <source>gallon</source>
        <translation>gallon</translation>
    </message>
    <message>
        <source>gallons</source>
        <translation>gallons</translation>
    </message>
    <message>
        <source>pc</source>
        <translation>pce</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>pces</translation>
    </message>
    <message>
        <source>pack</source>
        <translation>paquet</translation>
    </message>
    <message>
        <source>packs</source>
        <translation>paquets</translation>
    </message>
    <message>
        <source>bottle</source>
        <translation>bouteille</translation>
    </message>
    <message>
        <source>bottles</source>
        <translation>bouteilles</translation>
    </message>
    <message>
        <source>can</source>
        <translation>boîte</translation>
    </message>
    <message>
        <source>cans</source>
        <translation>boîtes</translation>
    </message>
    <message>
        <source>jar</source>
        <translation>bocal</translation>
    </message>
    <message>
        <source>jars</source>
        <translation>bocaux</translation>
    </message>
    <message>
        <source>tub</source>
        <translation>pot</translation>
    </message>
    <message>
        <source>tubs</source>
        <translation>pots</translation>
    </message>
    <message>
        <source>tube</source>
        <translation>tube</translation>
    </message>
    <message>
        <source>tubes</source>
        <translation>tubes</translation>
    </message>
    <message>
        <source>bag</source>
        <translation>sachet</translation>
    </message>
    <message>
        <source>bags</source>
        <translation>sachets</translation>
    </message>
    <message>
        <source>box</source>
        <translation>carton</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>cartons</translation>
    </message>
    <message>
        <source>crate</source>
        <translation>caisse</translation>
    </message>
    <message>
        <source>crates</source>
        <translation>caisses</translation>
    </message>
    <message>
        <source>bunch</source>
        <translation>botte</translation>
    </message>
    <message>
        <source>bunches</source>
        <translation>bottes</translation>
    </message>
    <message>
        <source>head</source>
        <translation>tête</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>têtes</translation>
    </message>
    <message>
        <source>clove</source>
        <translation>gousse</translation>
    </message>
    <message>
        <source>cloves</source>
        <translation>gousses</translation>
    </message>
    <message>
        <source>slice</source>
        <translation>tranche</translation>
    </message>
    <message>
        <source>slices</source>
        <translation>tranches</translation>
    </message>
    <message>
        <source>loaf</source>
        <translation>miche</translation>
    </message>
    <message>
        <source>loaves</source>
        <translation>miches</translation>
    </message>
    <message>
        <source>roll</source>
        <translation>rouleau</translation>
    </message>
    <message>
        <source>rolls</source>
        <translation>rouleaux</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>barre</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>barres</translation>
    </message>
    <message>
        <source>pinch</source>
        <translation>pincée</translation>
    </message>
    <message>
        <source>pinches</source>
        <translation>pincées</translation>
    </message>
</context>
<context>
    <name>WayList</name>
    <message>
        <source>The way through %1</source>
        <translation>Le chemin dans %1</translation>
    </message>
    <message>
        <source>%1, %L2 of %L3</source>
        <translation>%1, %L2 sur %L3</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>Déplacer %1</translation>
    </message>
</context>
<context>
    <name>WayMenu</name>
    <message>
        <source>Where it comes on the way</source>
        <translation>Sa place sur le chemin</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Premier</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernier</translation>
    </message>
</context>
<context>
    <name>WriteText</name>
    <message>
        <source>%1: %2</source>
        <comment>a field and its value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimé</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Rétabli</translation>
    </message>
    <message>
        <source>A shop, or its way</source>
        <translation>Un magasin, ou son chemin</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Nouvelle liste</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Cochés</translation>
    </message>
    <message>
        <source>Unchecked</source>
        <translation>Décoché</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Déplacé</translation>
    </message>
</context>
<context>
    <name>larder::app::AccountViewModel</name>
    <message>
        <source>The address of a server, such as https://larder.example.org.</source>
        <translation>L’adresse d’un serveur, comme https://larder.example.org.</translation>
    </message>
    <message>
        <source>An e-mail address, such as ana@example.org.</source>
        <translation>Une adresse e-mail, comme ana@example.org.</translation>
    </message>
    <message>
        <source>Your password is missing.</source>
        <translation>Il manque votre mot de passe.</translation>
    </message>
    <message>
        <source>What the people you share with call you.</source>
        <translation>Comment vous appellent ceux avec qui vous partagez.</translation>
    </message>
    <message>
        <source>There is an account with this e-mail. Sign in instead.</source>
        <translation>Il y a déjà un compte avec cet e-mail. Connectez-vous plutôt.</translation>
    </message>
    <message>
        <source>The lists on this device belong to another account. Sign that one out first.</source>
        <translation>Les listes de cet appareil appartiennent à un autre compte. Déconnectez d’abord celui-là.</translation>
    </message>
    <message>
        <source>The server did not accept that. Check the e-mail and choose a stronger password.</source>
        <translation>Le serveur ne l’a pas accepté. Vérifiez l’e-mail et choisissez un mot de passe plus fort.</translation>
    </message>
</context>
<context>
    <name>larder::app::AppViewModel</name>
    <message>
        <source>Weekend shop</source>
        <translation>Courses du week-end</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
</context>
<context>
    <name>larder::app::ArrangementViewModel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln trouvé</numerusform>
            <numerusform>%Ln trouvés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::BulkViewModel</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln sélectionné</numerusform>
            <numerusform>%Ln sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>That list is still being read. Try again in a moment.</source>
        <translation>Cette liste est encore en cours de lecture. Réessayez dans un instant.</translation>
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
        <translation>Aller à</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>Larder</source>
        <translation>Larder</translation>
    </message>
    <message>
        <source>Add something</source>
        <translation>Ajouter quelque chose</translation>
    </message>
    <message>
        <source>new item entry write</source>
        <translation>nouveau article saisie écrire</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Nouvelle liste</translation>
    </message>
    <message>
        <source>create add make</source>
        <translation>créer ajouter faire</translation>
    </message>
    <message>
        <source>Quick add in a small window</source>
        <translation>Ajout rapide dans une petite fenêtre</translation>
    </message>
    <message>
        <source>new item capture</source>
        <translation>nouveau article noter</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>revenir défaire</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>again repeat</source>
        <translation>refaire encore</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Rechercher dans la liste</translation>
    </message>
    <message>
        <source>find filter</source>
        <translation>trouver filtre</translation>
    </message>
    <message>
        <source>Start shopping</source>
        <translation>Faire les courses</translation>
    </message>
    <message>
        <source>mode shop cart trolley</source>
        <translation>mode magasin chariot panier</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Tout cocher</translation>
    </message>
    <message>
        <source>tick done everything</source>
        <translation>cocher fini tout</translation>
    </message>
    <message>
        <source>Uncheck all</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <source>untick again everything</source>
        <translation>décocher encore tout</translation>
    </message>
    <message>
        <source>Remove what is checked</source>
        <translation>Retirer ce qui est coché</translation>
    </message>
    <message>
        <source>clear done delete bought</source>
        <translation>vider fini supprimer acheté</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>Imprimer la liste</translation>
    </message>
    <message>
        <source>paper printer</source>
        <translation>papier imprimante</translation>
    </message>
    <message>
        <source>Save the list as PDF</source>
        <translation>Enregistrer la liste en PDF</translation>
    </message>
    <message>
        <source>export file paper</source>
        <translation>export fichier papier</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importer une liste</translation>
    </message>
    <message>
        <source>open file paste csv json bring anylist keep recipe</source>
        <translation>ouvrir fichier coller csv json bring anylist keep recette</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Exporter la liste</translation>
    </message>
    <message>
        <source>save file csv json markdown text</source>
        <translation>enregistrer fichier csv json markdown texte</translation>
    </message>
    <message>
        <source>Export all lists</source>
        <translation>Exporter toutes les listes</translation>
    </message>
    <message>
        <source>save file backup everything</source>
        <translation>enregistrer fichier sauvegarde tout</translation>
    </message>
    <message>
        <source>Copy the list as text</source>
        <translation>Copier la liste en texte</translation>
    </message>
    <message>
        <source>clipboard share send</source>
        <translation>presse-papiers partager envoyer</translation>
    </message>
    <message>
        <source>Sort by the way through the shop</source>
        <translation>Trier par le chemin dans le magasin</translation>
    </message>
    <message>
        <source>sort order arrange</source>
        <translation>trier ordre ranger</translation>
    </message>
    <message>
        <source>Sort by category</source>
        <translation>Trier par catégorie</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>Trier par nom</translation>
    </message>
    <message>
        <source>Sort by quantity</source>
        <translation>Trier par quantité</translation>
    </message>
    <message>
        <source>Sort by newest first</source>
        <translation>Trier du plus récent au plus ancien</translation>
    </message>
    <message>
        <source>All lists</source>
        <translation>Toutes les listes</translation>
    </message>
    <message>
        <source>overview go</source>
        <translation>aperçu aller</translation>
    </message>
    <message>
        <source>The open list</source>
        <translation>La liste ouverte</translation>
    </message>
    <message>
        <source>items go</source>
        <translation>articles aller</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchro</translation>
    </message>
    <message>
        <source>server network waiting failures conflicts go</source>
        <translation>serveur réseau attente échecs conflits aller</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>account settings preferences sign in out go</source>
        <translation>compte réglages préférences connexion déconnexion aller</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>return up</source>
        <translation>revenir haut</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Couleurs claires</translation>
    </message>
    <message>
        <source>theme bright day</source>
        <translation>thème clair jour</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Couleurs sombres</translation>
    </message>
    <message>
        <source>theme night</source>
        <translation>thème nuit</translation>
    </message>
    <message>
        <source>The system&apos;s colours</source>
        <translation>Couleurs du système</translation>
    </message>
    <message>
        <source>theme automatic follow</source>
        <translation>thème automatique suivre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>accessibility black white</source>
        <translation>accessibilité noir blanc</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Moins de mouvement</translation>
    </message>
    <message>
        <source>accessibility animation reduced</source>
        <translation>accessibilité animation réduite</translation>
    </message>
    <message>
        <source>Stay offline</source>
        <translation>Rester hors ligne</translation>
    </message>
    <message>
        <source>network aeroplane sync</source>
        <translation>réseau avion synchro</translation>
    </message>
    <message>
        <source>Find an action, a list or an item</source>
        <translation>Trouver une action, une liste ou un article</translation>
    </message>
    <message>
        <source>command palette search</source>
        <translation>palette de commandes recherche</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>help keys</source>
        <translation>aide touches</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>close exit end</source>
        <translation>fermer sortir fin</translation>
    </message>
    <message>
        <source>Go online again</source>
        <translation>Revenir en ligne</translation>
    </message>
    <message>
        <source>Stop shopping</source>
        <translation>Finir les courses</translation>
    </message>
    <message>
        <source>No high contrast</source>
        <translation>Pas de contraste élevé</translation>
    </message>
    <message>
        <source>Motion again</source>
        <translation>Remettre le mouvement</translation>
    </message>
    <message>
        <source>Scan a barcode</source>
        <translation>Scanner un code-barres</translation>
    </message>
    <message>
        <source>ean picture product code</source>
        <translation>ean image produit code</translation>
    </message>
    <message>
        <source>Spending by category</source>
        <translation>Dépenses par catégorie</translation>
    </message>
    <message>
        <source>money budget prices cost statistics month</source>
        <translation>argent budget prix coût statistiques mois</translation>
    </message>
</context>
<context>
    <name>larder::app::DesktopViewModel</name>
    <message>
        <source>The system&apos;s settings can&apos;t be written. Nothing was changed.</source>
        <translation>Les réglages du système ne peuvent pas être écrits. Rien n’a changé.</translation>
    </message>
</context>
<context>
    <name>larder::app::EntryViewModel</name>
    <message>
        <source>Checked; to buy again</source>
        <translation>Coché&#xa0;; à racheter</translation>
    </message>
    <message>
        <source>On the list already</source>
        <translation>Déjà sur la liste</translation>
    </message>
    <message>
        <source>On the list: %1</source>
        <translation>Sur la liste&#xa0;: %1</translation>
    </message>
    <message>
        <source>Another one beside it</source>
        <translation>Un autre à côté</translation>
    </message>
    <message>
        <source>2 kg apples</source>
        <translation>2 kg pommes</translation>
    </message>
    <message>
        <source>milk 1.5 l</source>
        <translation>lait 1,5 l</translation>
    </message>
    <message>
        <source>6x eggs</source>
        <translation>6x œufs</translation>
    </message>
</context>
<context>
    <name>larder::app::ExportViewModel</name>
    <message>
        <source>Larder (JSON): everything, to keep or to read again</source>
        <translation>Larder (JSON)&#xa0;: tout, à garder ou à relire</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tableau (CSV)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Larder lists</source>
        <translation>Listes Larder</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>Où&#xa0;?</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 n’a pas pu être écrit&#xa0;: %2</translation>
    </message>
    <message>
        <source>Copied the list as text</source>
        <translation>Liste copiée en texte</translation>
    </message>
</context>
<context>
    <name>larder::app::FileWork</name>
    <message>
        <source>Which file is to be imported?</source>
        <translation>Quel fichier importer&#xa0;?</translation>
    </message>
    <message>
        <source>Which picture is the photo?</source>
        <translation>Quelle image pour la photo&#xa0;?</translation>
    </message>
    <message>
        <source>Which picture has the barcode?</source>
        <translation>Sur quelle image est le code-barres&#xa0;?</translation>
    </message>
</context>
<context>
    <name>larder::app::ImportRows</name>
    <message>
        <source>Can&apos;t be read (%L1)</source>
        <translation>Illisible (%L1)</translation>
    </message>
    <message>
        <source>On the list already</source>
        <translation>Déjà sur la liste</translation>
    </message>
    <message>
        <source>Checked; to buy again</source>
        <translation>Coché&#xa0;; à racheter</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>comes twice</source>
        <translation>vient deux fois</translation>
    </message>
    <message>
        <source>one is there</source>
        <translation>il y en a un</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>coché</translation>
    </message>
</context>
<context>
    <name>larder::app::ImportViewModel</name>
    <message>
        <source>This system has no window to choose a file with. Drop the file here, or paste its text.</source>
        <translation>Ce système n’a pas de fenêtre pour choisir un fichier. Déposez le fichier ici, ou collez son texte.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy a list somewhere else first.</source>
        <translation>Il n’y a pas de texte dans le presse-papiers. Copiez d’abord une liste ailleurs.</translation>
    </message>
    <message>
        <source>Only files on this device can be read. Save it here first.</source>
        <translation>Seuls les fichiers de cet appareil peuvent être lus. Enregistrez-le d’abord ici.</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Nouvelle liste</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>%1 ne peut pas être lu&#xa0;: %2</translation>
    </message>
    <message>
        <source>What you pasted: %1</source>
        <translation>Ce que vous avez collé&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nouveau</numerusform>
            <numerusform>%Ln nouveaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the list already</source>
        <translation>
            <numerusform>%Ln déjà sur la liste</numerusform>
            <numerusform>%Ln déjà sur la liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can&apos;t be read</source>
        <translation>
            <numerusform>%Ln illisible</numerusform>
            <numerusform>%Ln illisibles</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>Il n’y a rien dedans.</translation>
    </message>
    <message>
        <source>A list of its own</source>
        <translation>Une liste à part</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists of their own</source>
        <translation>
            <numerusform>%Ln liste à part</numerusform>
            <numerusform>%Ln listes à part</numerusform>
        </translation>
    </message>
    <message>
        <source>Into %1</source>
        <translation>Dans %1</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln items</source>
        <translation>
            <numerusform>Ajouter %Ln article</numerusform>
            <numerusform>Ajouter %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists</source>
        <translation>
            <numerusform>%Ln liste</numerusform>
            <numerusform>%Ln listes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::ItemViewModel</name>
    <message>
        <source>An item needs a name. To remove it, delete it.</source>
        <translation>Il faut un nom à un article. Pour l’enlever, supprimez-le.</translation>
    </message>
    <message>
        <source>A name has at most 255 characters.</source>
        <translation>Un nom a 255 caractères au plus.</translation>
    </message>
    <message>
        <source>A number from 0.001 to 999,999.</source>
        <translation>Un nombre de 0,001 à 999 999.</translation>
    </message>
    <message>
        <source>A unit has at most 32 characters.</source>
        <translation>Une unité a 32 caractères au plus.</translation>
    </message>
    <message>
        <source>A note has at most 4,000 characters.</source>
        <translation>Une note a 4 000 caractères au plus.</translation>
    </message>
    <message>
        <source>An amount such as 3.49, up to 999,999.99.</source>
        <translation>Une somme comme 3,49, jusqu’à 999 999,99.</translation>
    </message>
    <message>
        <source>The digits below the bars of the packet, as they stand there.</source>
        <translation>Les chiffres sous les barres du paquet, tels quels.</translation>
    </message>
</context>
<context>
    <name>larder::app::ListViewModel</name>
    <message>
        <source>All done</source>
        <translation>Tout est fait</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>%Ln restant</numerusform>
            <numerusform>%Ln restants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the cart</source>
        <translation>
            <numerusform>%Ln dans le chariot</numerusform>
            <numerusform>%Ln dans le chariot</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::ListsViewModel</name>
    <message>
        <source>Empty</source>
        <translation>Vide</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>Tout est fait</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>%Ln restant</numerusform>
            <numerusform>%Ln restants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::MergeOffer</name>
    <message numerus="yes">
        <source>%1 is on the list %Ln times.</source>
        <translation>
            <numerusform>%1 est %Ln fois sur la liste.</numerusform>
            <numerusform>%1 est %Ln fois sur la liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is on the list %Ln times: %2.</source>
        <translation>
            <numerusform>%1 est %Ln fois sur la liste&#xa0;: %2.</numerusform>
            <numerusform>%1 est %Ln fois sur la liste&#xa0;: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make it one</source>
        <translation>N’en faire qu’un</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>En faire %1</translation>
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
        <translation>Enregistrer la liste en PDF</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>The PDF could not be written there. Nothing was changed; try another folder.</source>
        <translation>Le PDF n’a pas pu y être écrit. Rien n’a changé&#xa0;; essayez un autre dossier.</translation>
    </message>
</context>
<context>
    <name>larder::app::PhotoViewModel</name>
    <message>
        <source>The picture is being made smaller…</source>
        <translation>L’image est en cours de réduction…</translation>
    </message>
    <message>
        <source>The server has no room for more photos of this list. It stays on this device.</source>
        <translation>Le serveur n’a plus de place pour des photos de cette liste. Elle reste sur cet appareil.</translation>
    </message>
    <message>
        <source>The server did not take this photo. It stays on this device.</source>
        <translation>Le serveur n’a pas pris cette photo. Elle reste sur cet appareil.</translation>
    </message>
    <message>
        <source>This photo has not reached this device yet.</source>
        <translation>Cette photo n’est pas encore arrivée sur cet appareil.</translation>
    </message>
    <message>
        <source>Kept here; others see it once it is sent.</source>
        <translation>Gardée ici&#xa0;; les autres la verront une fois envoyée.</translation>
    </message>
    <message>
        <source>Only pictures on this device can be taken. Save it here first.</source>
        <translation>Seules les images de cet appareil peuvent être prises. Enregistrez-la d’abord ici.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one somewhere else first.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers. Copiez-en d’abord une ailleurs.</translation>
    </message>
    <message>
        <source>This system has no window to choose a file with. Drop the picture here, or paste it.</source>
        <translation>Ce système n’a pas de fenêtre pour choisir un fichier. Déposez l’image ici, ou collez-la.</translation>
    </message>
    <message>
        <source>This picture is too large. Choose one of at most 120 megapixels and 64 MB.</source>
        <translation>Cette image est trop grande. Choisissez-en une de 120 mégapixels et 64 Mo au plus.</translation>
    </message>
    <message>
        <source>This picture can&apos;t be read, or this device&apos;s disk is full.</source>
        <translation>Cette image est illisible, ou le disque de cet appareil est plein.</translation>
    </message>
    <message>
        <source>This is no picture that Larder can read. Choose a JPEG, PNG or GIF.</source>
        <translation>Ce n’est pas une image que Larder sache lire. Choisissez un JPEG, PNG ou GIF.</translation>
    </message>
</context>
<context>
    <name>larder::app::PriceHistory</name>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln fois</numerusform>
            <numerusform>%Ln fois</numerusform>
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
        <translation>Ce système n’a pas de fenêtre pour choisir un fichier. Déposez l’image ici, ou collez-la.</translation>
    </message>
    <message>
        <source>Only pictures on this device can be read. Save it here first.</source>
        <translation>Seules les images de cet appareil peuvent être lues. Enregistrez-la d’abord ici.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one somewhere else first.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers. Copiez-en d’abord une ailleurs.</translation>
    </message>
    <message>
        <source>This file can&apos;t be opened.</source>
        <translation>Ce fichier ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>This is no picture that Larder can read.</source>
        <translation>Ce n’est pas une image que Larder sache lire.</translation>
    </message>
    <message>
        <source>This picture is too large. Take a smaller one.</source>
        <translation>Cette image est trop grande. Prenez-en une plus petite.</translation>
    </message>
    <message>
        <source>No barcode can be made out. Take the picture closer, in more light, with the whole code in it.</source>
        <translation>Aucun code-barres n’est lisible. Prenez l’image de plus près, avec plus de lumière et le code entier.</translation>
    </message>
    <message>
        <source>These digits are no barcode. Check them against the packet.</source>
        <translation>Ces chiffres ne sont pas un code-barres. Comparez-les avec le paquet.</translation>
    </message>
</context>
<context>
    <name>larder::app::SpendingViewModel</name>
    <message numerus="yes">
        <source>%Ln things without a price are not counted</source>
        <translation>
            <numerusform>%Ln article sans prix n’est pas compté</numerusform>
            <numerusform>%Ln articles sans prix ne sont pas comptés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 percent</source>
        <translation>%1&#xa0;: %2, %3 pour cent</translation>
    </message>
</context>
<context>
    <name>larder::app::SyncViewModel</name>
    <message>
        <source>Signed out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>On this device only</source>
        <translation>Sur cet appareil seulement</translation>
    </message>
    <message>
        <source>Offline, as you asked</source>
        <translation>Hors ligne, comme demandé</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Rattrapage</translation>
    </message>
    <message>
        <source>Sending your changes</source>
        <translation>Envoi de vos modifications</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>Your lists are kept here. Sign in to share them and to have them on other devices.</source>
        <translation>Vos listes sont gardées ici. Connectez-vous pour les partager et les avoir sur d’autres appareils.</translation>
    </message>
    <message>
        <source>Everything works; your changes are sent when you go online again.</source>
        <translation>Tout marche&#xa0;; vos modifications partiront quand vous serez de nouveau en ligne.</translation>
    </message>
    <message>
        <source>It is tried again at %1.</source>
        <translation>Prochain essai à %1.</translation>
    </message>
    <message>
        <source>Last in agreement with the server: %1</source>
        <translation>En accord avec le serveur pour la dernière fois&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date and a time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Changes that had not been sent, saved: %L1.</source>
        <translation>Modifications non envoyées qui ont été sauvées&#xa0;: %L1.</translation>
    </message>
    <message>
        <source>There were no unsent changes to save.</source>
        <translation>Il n’y avait pas de modification non envoyée à sauver.</translation>
    </message>
    <message>
        <source>A damaged file was set aside</source>
        <translation>Un fichier endommagé a été mis de côté</translation>
    </message>
    <message>
        <source>The file with your lists could not be read any more and was replaced. What the server has comes back from there. %1 The old file is kept:
%2</source>
        <translation>Le fichier de vos listes n’était plus lisible et a été remplacé. Ce que le serveur a en revient. %1 L’ancien fichier est gardé&#xa0;:
%2</translation>
    </message>
    <message>
        <source>The file with your lists was damaged. Sync tells what was saved.</source>
        <translation>Le fichier de vos listes était endommagé. Synchro dit ce qui a été sauvé.</translation>
    </message>
    <message>
        <source>Something</source>
        <translation>Quelque chose</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>%1 Your change is kept here until you decide.</source>
        <translation>%1 Votre modification est gardée ici jusqu’à ce que vous décidiez.</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln older, too many to keep.</source>
        <translation>
            <numerusform>Et %Ln plus ancien, trop pour être gardé.</numerusform>
            <numerusform>Et %Ln plus anciens, trop pour être gardés.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 removed it while you changed it.</source>
        <translation>%1 l’a supprimé pendant que vous le modifiiez.</translation>
    </message>
    <message>
        <source>%1 changed the %2 to “%3”; you had “%4”.</source>
        <translation>%1 a changé&#xa0;: %2 est maintenant «&#xa0;%3&#xa0;», chez vous «&#xa0;%4&#xa0;».</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a change and its list</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln older.</source>
        <translation>
            <numerusform>Et %Ln plus ancienne.</numerusform>
            <numerusform>Et %Ln plus anciennes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied what you wrote of %1</source>
        <translation>Copié ce que vous avez écrit de %1</translation>
    </message>
    <message>
        <source>Copied all that was not kept</source>
        <translation>Tout ce qui n’a pas été gardé est copié</translation>
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
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Hide the window</source>
        <translation>Masquer la fenêtre</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Afficher la fenêtre</translation>
    </message>
    <message>
        <source>Quick add…</source>
        <translation>Ajout rapide…</translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <translation>%1 (%L2)</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>larder::app::UndoStack</name>
    <message>
        <source>Somebody changed it since. That was kept.</source>
        <translation>Quelqu’un l’a modifié depuis. Cela a été gardé.</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 supprimé</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln items</source>
        <translation>
            <numerusform>%Ln article supprimé</numerusform>
            <numerusform>%Ln articles supprimés</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved %1 to %2</source>
        <translation>%1 déplacé vers %2</translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln items to %1</source>
        <translation>
            <numerusform>%Ln article déplacé vers %1</numerusform>
            <numerusform>%Ln articles déplacés vers %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied %1 to %2</source>
        <translation>%1 copié vers %2</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln items to %1</source>
        <translation>
            <numerusform>%Ln article copié vers %1</numerusform>
            <numerusform>%Ln articles copiés vers %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %Ln items to %1</source>
        <translation>
            <numerusform>%Ln article ajouté à %1</numerusform>
            <numerusform>%Ln articles ajoutés à %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is one item now</source>
        <translation>%1 est maintenant un seul article</translation>
    </message>
    <message numerus="yes">
        <source>%Ln items are one each now</source>
        <translation>
            <numerusform>%Ln article n’en fait plus qu’un</numerusform>
            <numerusform>%Ln articles n’en font plus qu’un chacun</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>%1 coché</translation>
    </message>
    <message numerus="yes">
        <source>Checked %Ln items</source>
        <translation>
            <numerusform>%Ln article coché</numerusform>
            <numerusform>%Ln articles cochés</numerusform>
        </translation>
    </message>
</context>
</TS>
