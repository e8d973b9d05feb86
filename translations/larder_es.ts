<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AccountCard</name>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>ActivationText</name>
    <message>
        <source>The list of this link isn&apos;t on this device.</source>
        <translation>La lista de este enlace no está en este dispositivo.</translation>
    </message>
    <message>
        <source>This Larder can&apos;t open invitations yet. Ask whoever sent it to share the list with your e-mail address.</source>
        <translation>Este Larder aún no puede abrir invitaciones. Pide a quien la envió que comparta la lista con tu correo.</translation>
    </message>
</context>
<context>
    <name>ArrangeBar</name>
    <message>
        <source>Drag items to where you want them, or press Alt with the arrow keys.</source>
        <translation>Arrastra los artículos adonde los quieras, o pulsa Alt con las flechas.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Stop arranging</source>
        <translation>Dejar de ordenar</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
</context>
<context>
    <name>Category</name>
    <message>
        <source>Produce</source>
        <translation>Frutas y verduras</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>Panadería</translation>
    </message>
    <message>
        <source>Dairy</source>
        <translation>Lácteos</translation>
    </message>
    <message>
        <source>Meat</source>
        <translation>Carne</translation>
    </message>
    <message>
        <source>Fish</source>
        <translation>Pescado</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Congelados</translation>
    </message>
    <message>
        <source>Pantry</source>
        <translation>Despensa</translation>
    </message>
    <message>
        <source>Breakfast</source>
        <translation>Desayuno</translation>
    </message>
    <message>
        <source>Snacks</source>
        <translation>Aperitivos</translation>
    </message>
    <message>
        <source>Drinks</source>
        <translation>Bebidas</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hogar</translation>
    </message>
    <message>
        <source>Personal care</source>
        <translation>Higiene</translation>
    </message>
    <message>
        <source>Baby</source>
        <translation>Bebé</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>Mascotas</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otros</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1, tap to take it back</source>
        <translation>%1, toca para retirarlo</translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>Take</source>
        <translation>Tomar</translation>
    </message>
</context>
<context>
    <name>ConfirmSignOut</name>
    <message>
        <source>Sign out and lose changes?</source>
        <translation>¿Cerrar sesión y perder cambios?</translation>
    </message>
    <message>
        <source>Changes that have not reached the server yet: %L1. Signing out removes your lists from this device, and with them what was not sent.</source>
        <translation>Cambios que aún no llegaron al servidor: %L1. Al cerrar sesión se quitan tus listas de este dispositivo y, con ellas, lo que no se envió.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Seguir con la sesión</translation>
    </message>
    <message>
        <source>Export all lists first</source>
        <translation>Exportar antes todas las listas</translation>
    </message>
</context>
<context>
    <name>DesktopForm</name>
    <message>
        <source>Desktop</source>
        <translation>Escritorio</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Icono en la bandeja</translation>
    </message>
    <message>
        <source>What is left, quick add and the lists.</source>
        <translation>Lo que falta, la adición rápida y las listas.</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Quedarse en la bandeja</translation>
    </message>
    <message>
        <source>Closing the window leaves Larder running there.</source>
        <translation>Al cerrar la ventana, Larder sigue funcionando ahí.</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Empezar al iniciar sesión en el equipo</translation>
    </message>
</context>
<context>
    <name>DetailHint</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Open an item to see and change it.</source>
        <translation>Abre un artículo para verlo y cambiarlo.</translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>Add to the list</source>
        <translation>Añadir a la lista</translation>
    </message>
    <message>
        <source>Add something</source>
        <translation>Añade algo</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server can&apos;t be reached. Check the address and your connection, then try again.</source>
        <translation>No se puede llegar al servidor. Comprueba la dirección y tu conexión, e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The server is busy or being looked after. Try again in a minute.</source>
        <translation>El servidor está ocupado o en mantenimiento. Inténtalo de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>Too many tries in a short time. Wait a minute, then try again.</source>
        <translation>Demasiados intentos en poco tiempo. Espera un minuto e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This e-mail and password don&apos;t belong together.</source>
        <translation>Este correo y esta contraseña no van juntos.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again; your changes are kept here.</source>
        <translation>Tu sesión terminó. Iníciala de nuevo; tus cambios se guardan aquí.</translation>
    </message>
    <message>
        <source>There is already one with that name.</source>
        <translation>Ya hay uno con ese nombre.</translation>
    </message>
    <message>
        <source>It isn&apos;t there any more.</source>
        <translation>Ya no está.</translation>
    </message>
    <message>
        <source>You no longer have this list.</source>
        <translation>Ya no tienes esta lista.</translation>
    </message>
    <message>
        <source>You can look at this list, but not change it.</source>
        <translation>Puedes mirar esta lista, pero no cambiarla.</translation>
    </message>
    <message>
        <source>This list is full: it holds 10,000 items. Clear some that are checked.</source>
        <translation>Esta lista está llena: caben 10 000 artículos. Quita algunos de los marcados.</translation>
    </message>
    <message>
        <source>That can&apos;t be kept as it is. Check what you wrote.</source>
        <translation>Así no se puede guardar. Revisa lo que escribiste.</translation>
    </message>
    <message>
        <source>That is too long to be kept.</source>
        <translation>Es demasiado largo para guardarlo.</translation>
    </message>
    <message>
        <source>This device&apos;s disk refused the change, so it was taken back. Free some space and try again.</source>
        <translation>El disco de este dispositivo rechazó el cambio, así que se deshizo. Libera espacio e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The file with your lists is damaged.</source>
        <translation>El archivo con tus listas está dañado.</translation>
    </message>
    <message>
        <source>Your lists were written by a newer Larder. Update this one to open them.</source>
        <translation>Tus listas las escribió un Larder más nuevo. Actualiza este para abrirlas.</translation>
    </message>
    <message>
        <source>The server speaks a newer language. Update Larder.</source>
        <translation>El servidor habla un idioma más nuevo. Actualiza Larder.</translation>
    </message>
    <message>
        <source>This address can&apos;t be used.</source>
        <translation>Esta dirección no se puede usar.</translation>
    </message>
    <message>
        <source>It was stopped before it was done.</source>
        <translation>Se detuvo antes de terminar.</translation>
    </message>
    <message>
        <source>Something went wrong that isn&apos;t your doing. Nothing you wrote was lost.</source>
        <translation>Algo salió mal sin que tengas la culpa. No se perdió nada de lo que escribiste.</translation>
    </message>
    <message>
        <source>This device&apos;s disk can&apos;t be read just now. Open the list again; if that doesn&apos;t help, start Larder again.</source>
        <translation>Ahora mismo no se puede leer el disco de este dispositivo. Abre la lista otra vez; si no ayuda, reinicia Larder.</translation>
    </message>
    <message>
        <source>The file with your lists can&apos;t be opened. Check its folder, and the space on the disk.</source>
        <translation>No se puede abrir el archivo con tus listas. Comprueba su carpeta y el espacio en el disco.</translation>
    </message>
    <message>
        <source>The file with your lists is in use.</source>
        <translation>El archivo con tus listas está en uso.</translation>
    </message>
    <message>
        <source>Larder can&apos;t start with these options.</source>
        <translation>Larder no puede empezar con estas opciones.</translation>
    </message>
    <message>
        <source>You may look at this list, but no longer change it.</source>
        <translation>Puedes mirar esta lista, pero ya no cambiarla.</translation>
    </message>
    <message>
        <source>This list is no longer shared with you.</source>
        <translation>Esta lista ya no se comparte contigo.</translation>
    </message>
    <message>
        <source>This list was deleted.</source>
        <translation>Esta lista se eliminó.</translation>
    </message>
    <message>
        <source>The list is full: it holds 10,000 items.</source>
        <translation>La lista está llena: caben 10 000 artículos.</translation>
    </message>
    <message>
        <source>The server could not keep it as it was written.</source>
        <translation>El servidor no pudo guardarlo como estaba escrito.</translation>
    </message>
    <message>
        <source>The server did not take it.</source>
        <translation>El servidor no lo aceptó.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached right now.</source>
        <translation>Ahora mismo no se puede llegar al servidor.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>El servidor no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The server is busy or being looked after.</source>
        <translation>El servidor está ocupado o en mantenimiento.</translation>
    </message>
    <message>
        <source>The server asked for a pause.</source>
        <translation>El servidor pidió una pausa.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again to go on.</source>
        <translation>Tu sesión terminó. Iníciala de nuevo para seguir.</translation>
    </message>
    <message>
        <source>This device&apos;s disk refused to keep what came.</source>
        <translation>El disco de este dispositivo no quiso guardar lo que llegó.</translation>
    </message>
    <message>
        <source>The server&apos;s address can&apos;t be used.</source>
        <translation>La dirección del servidor no se puede usar.</translation>
    </message>
    <message>
        <source>The connection was given up after an error, and is tried again.</source>
        <translation>La conexión se abandonó tras un error y se intenta de nuevo.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Hide the password</source>
        <translation>Ocultar la contraseña</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Mostrar la contraseña</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>color</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>moneda</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>presupuesto</translation>
    </message>
    <message>
        <source>list</source>
        <translation>lista</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>cantidad</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unidad</translation>
    </message>
    <message>
        <source>category</source>
        <translation>categoría</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>price</source>
        <translation>precio</translation>
    </message>
    <message>
        <source>check</source>
        <translation>marca</translation>
    </message>
    <message>
        <source>place</source>
        <translation>lugar</translation>
    </message>
    <message>
        <source>barcode</source>
        <translation>código de barras</translation>
    </message>
    <message>
        <source>item</source>
        <translation>artículo</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>marcado</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>sin marcar</translation>
    </message>
    <message>
        <source>person</source>
        <translation>persona</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>another one</source>
        <comment>a photo</comment>
        <translation>otra</translation>
    </message>
</context>
<context>
    <name>GroupHeader</name>
    <message>
        <source>%1, folded</source>
        <translation>%1, plegado</translation>
    </message>
    <message>
        <source>%1, unfolded</source>
        <translation>%1, desplegado</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Clear what is checked</source>
        <translation>Quitar lo marcado</translation>
    </message>
</context>
<context>
    <name>HueChoice</name>
    <message>
        <source>Colour %1</source>
        <translation>Color %1</translation>
    </message>
</context>
<context>
    <name>ImportList</name>
    <message>
        <source>What would be added</source>
        <translation>Lo que se añadiría</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Larder reads its own exports, tables (CSV), Markdown, text, recipe pages, and lists of Bring!, AnyList, KitchenOwl, Google Keep and Google Tasks. Nothing is added before you have seen it.</source>
        <translation>Larder lee sus propias exportaciones, tablas (CSV), Markdown, texto, páginas de recetas y listas de Bring!, AnyList, KitchenOwl, Google Keep y Google Tasks. No se añade nada antes de que lo veas.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Paste what you copied</source>
        <translation>Pegar lo copiado</translation>
    </message>
    <message>
        <source>A file can also be dropped on the window.</source>
        <translation>También se puede soltar un archivo en la ventana.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Adónde</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ImportText</name>
    <message>
        <source>The file is larger than %1. Take it in parts.</source>
        <translation>El archivo supera %1. Tómalo por partes.</translation>
    </message>
    <message>
        <source>This is no text. Export the list as text, CSV or JSON first.</source>
        <translation>Esto no es texto. Exporta antes la lista como texto, CSV o JSON.</translation>
    </message>
    <message>
        <source>There is no list in it that Larder knows how to read.</source>
        <translation>No hay ninguna lista que Larder sepa leer.</translation>
    </message>
    <message>
        <source>A newer Larder made this file. Update Larder to read it.</source>
        <translation>Este archivo lo hizo un Larder más nuevo. Actualiza Larder para leerlo.</translation>
    </message>
    <message>
        <source>This part is damaged.</source>
        <translation>Esta parte está dañada.</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>No tiene nombre.</translation>
    </message>
    <message>
        <source>A name has at most 255 characters.</source>
        <translation>Un nombre tiene 255 caracteres como mucho.</translation>
    </message>
    <message>
        <source>A note has at most 4,000 characters.</source>
        <translation>Una nota tiene 4000 caracteres como mucho.</translation>
    </message>
    <message>
        <source>The name of its category is too long.</source>
        <translation>El nombre de su categoría es demasiado largo.</translation>
    </message>
    <message>
        <source>A unit has at most 32 characters.</source>
        <translation>Una unidad tiene 32 caracteres como mucho.</translation>
    </message>
    <message>
        <source>How much is no number from 0.001 to 999,999.</source>
        <translation>La cantidad no es un número de 0,001 a 999 999.</translation>
    </message>
    <message>
        <source>Its price is no amount of money.</source>
        <translation>Su precio no es una suma de dinero.</translation>
    </message>
    <message>
        <source>Its currency is none that is in use.</source>
        <translation>Su moneda no existe.</translation>
    </message>
    <message>
        <source>The look, the budget or a shop of the list can&apos;t be as it says; the list comes without.</source>
        <translation>El aspecto, el presupuesto o una tienda de la lista no puede ser como dice; la lista viene sin ello.</translation>
    </message>
    <message>
        <source>A list holds at most %1 items.</source>
        <translation>En una lista caben %1 artículos como mucho.</translation>
    </message>
    <message>
        <source>A file brings at most %1 lists.</source>
        <translation>Un archivo trae %1 listas como mucho.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>nothing that Larder can read</source>
        <translation>nada que Larder sepa leer</translation>
    </message>
    <message>
        <source>an export of Larder&apos;s</source>
        <translation>una exportación de Larder</translation>
    </message>
    <message>
        <source>a Markdown list</source>
        <translation>una lista Markdown</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texto</translation>
    </message>
    <message>
        <source>an export of KitchenOwl&apos;s</source>
        <translation>una exportación de KitchenOwl</translation>
    </message>
    <message>
        <source>a list of Bring!</source>
        <translation>una lista de Bring!</translation>
    </message>
    <message>
        <source>a list of AnyList&apos;s</source>
        <translation>una lista de AnyList</translation>
    </message>
    <message>
        <source>a note of Google Keep&apos;s</source>
        <translation>una nota de Google Keep</translation>
    </message>
    <message>
        <source>lists of Google Tasks</source>
        <translation>listas de Google Tasks</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>una tabla</translation>
    </message>
    <message>
        <source>the ingredients of a recipe</source>
        <translation>los ingredientes de una receta</translation>
    </message>
    <message>
        <source>Its barcode is none that can be kept; it comes without.</source>
        <translation>Su código de barras no se puede guardar; se importa sin él.</translation>
    </message>
</context>
<context>
    <name>ItemGrip</name>
    <message>
        <source>Move %1</source>
        <translation>Mover %1</translation>
    </message>
</context>
<context>
    <name>ItemLine</name>
    <message>
        <source>Checked (%L1)</source>
        <translation>Marcados (%L1)</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Detalles de %1</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Items of %1</source>
        <translation>Artículos de %1</translation>
    </message>
</context>
<context>
    <name>ItemMenu</name>
    <message>
        <source>What to do with %1</source>
        <translation>Qué hacer con %1</translation>
    </message>
    <message>
        <source>Uncheck</source>
        <translation>Desmarcar</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Seleccionar</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>Delete %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>kg, l</source>
        <translation>kg, l</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Price in %1</source>
        <translation>Precio en %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>Quién lo trae</translation>
    </message>
    <message>
        <source>Written as “%1”</source>
        <translation>Escrito como «%1»</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Código de barras</translation>
    </message>
</context>
<context>
    <name>ItemText</name>
    <message>
        <source>checked</source>
        <translation>marcado</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>sin marcar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>spent of a budget</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>with a photo</source>
        <translation>con foto</translation>
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
        <translation>Lista</translation>
    </message>
</context>
<context>
    <name>ListDialogs</name>
    <message>
        <source>Move to which list?</source>
        <translation>¿Mover a qué lista?</translation>
    </message>
    <message>
        <source>Copy to which list?</source>
        <translation>¿Copiar a qué lista?</translation>
    </message>
    <message>
        <source>Which category?</source>
        <translation>¿Qué categoría?</translation>
    </message>
    <message>
        <source>Another category</source>
        <translation>Otra categoría</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Guardar esta búsqueda</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Su nombre</translation>
    </message>
</context>
<context>
    <name>ListEmpty</name>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>That was all</source>
        <translation>Eso era todo</translation>
    </message>
    <message>
        <source>What do you need?</source>
        <translation>¿Qué necesitas?</translation>
    </message>
    <message>
        <source>Nothing to buy</source>
        <translation>Nada que comprar</translation>
    </message>
    <message>
        <source>No item of this list is like that.</source>
        <translation>Ningún artículo de esta lista es así.</translation>
    </message>
    <message>
        <source>Everything on this list is checked.</source>
        <translation>Todo lo de esta lista está marcado.</translation>
    </message>
    <message>
        <source>Write it as you would on paper. Amounts and prices are understood.</source>
        <translation>Escríbelo como en papel. Se entienden cantidades y precios.</translation>
    </message>
    <message>
        <source>You can look at this list; others fill it.</source>
        <translation>Puedes mirar esta lista; otros la llenan.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Stop shopping</source>
        <translation>Terminar la compra</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>%1, all lists</source>
        <translation>%1, todas las listas</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Deshacer (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Buscar (Ctrl+F)</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>More for this list</source>
        <translation>Más para esta lista</translation>
    </message>
    <message>
        <source>You may look, not change</source>
        <translation>Puedes mirar, no cambiar</translation>
    </message>
    <message>
        <source>%1 · you may look, not change</source>
        <translation>%1 · puedes mirar, no cambiar</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Tienda</translation>
    </message>
    <message>
        <source>Start shopping</source>
        <translation>Empezar la compra</translation>
    </message>
    <message>
        <source>Budget, %1 percent used</source>
        <translation>Presupuesto, %1 por ciento usado</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>More for this list</source>
        <translation>Más para esta lista</translation>
    </message>
    <message>
        <source>Name, colour and budget</source>
        <translation>Nombre, color y presupuesto</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>Tiendas</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copiar como texto</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>Ordenar por…</translation>
    </message>
    <message>
        <source>Arrange by hand</source>
        <translation>Ordenar a mano</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Marcar todo</translation>
    </message>
    <message>
        <source>Uncheck all</source>
        <translation>Desmarcar todo</translation>
    </message>
    <message>
        <source>Clear what is checked</source>
        <translation>Quitar lo marcado</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Gastos</translation>
    </message>
</context>
<context>
    <name>ListsPage</name>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>No lists yet</source>
        <translation>Aún no hay listas</translation>
    </message>
    <message>
        <source>A list holds what there is to buy. It works without a network, and without an account.</source>
        <translation>En una lista está lo que hay que comprar. Funciona sin red y sin cuenta.</translation>
    </message>
    <message>
        <source>Start a list</source>
        <translation>Empezar una lista</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Lista nueva</translation>
    </message>
</context>
<context>
    <name>LookForm</name>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Cantidades</translation>
    </message>
    <message>
        <source>How much is shown in kilograms and litres, or in pounds and cups; what was written stays.</source>
        <translation>Si se muestran en kilogramos y litros o en libras y tazas; lo escrito se queda.</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Como se escribió</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrico</translation>
    </message>
    <message>
        <source>Imperial</source>
        <translation>Imperial</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Ink on pure white or black, every outline drawn.</source>
        <translation>Tinta sobre blanco o negro puro, con cada contorno dibujado.</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Things change in place instead of moving there.</source>
        <translation>Las cosas cambian en su sitio en vez de moverse.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Export the list as…</source>
        <translation>Exportar la lista como…</translation>
    </message>
    <message>
        <source>Export all lists as…</source>
        <translation>Exportar todas las listas como…</translation>
    </message>
</context>
<context>
    <name>MergeBar</name>
    <message>
        <source>Keep apart</source>
        <translation>Dejar separados</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>Show more (%1)</source>
        <translation>Mostrar más (%1)</translation>
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
        <translation>Un presupuesto es una suma como 80 o 79,50, y una moneda sus tres letras, como EUR.</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Lista nueva</translation>
    </message>
    <message>
        <source>Change the list</source>
        <translation>Cambiar la lista</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Weekly, Party, Hardware shop</source>
        <translation>Semana, Fiesta, Ferretería</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
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
        <translation>Encuentra una acción, una lista o un artículo</translation>
    </message>
    <message>
        <source>“dark”, “party”, “milk”</source>
        <translation>«oscuro», «fiesta», «leche»</translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation>Nada con ese nombre.</translation>
    </message>
    <message>
        <source>What was found: %L1</source>
        <translation>Lo encontrado: %L1</translation>
    </message>
</context>
<context>
    <name>PaperText</name>
    <message>
        <source>Total: %1</source>
        <translation>Total: %1</translation>
    </message>
    <message>
        <source>%1, page %2 of %3</source>
        <translation>%1, página %2 de %3</translation>
    </message>
    <message>
        <source>Made with Larder</source>
        <translation>Hecho con Larder</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Shared by %1</source>
        <translation>Compartida por %1</translation>
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
        <translation>Foto de %1, mostrarla grande</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>Otra foto</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Añadir una foto</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Pegar una imagen</translation>
    </message>
    <message>
        <source>Remove the photo</source>
        <translation>Quitar la foto</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Photo of %1</source>
        <translation>Foto de %1</translation>
    </message>
    <message>
        <source>Close the photo</source>
        <translation>Cerrar la foto</translation>
    </message>
</context>
<context>
    <name>PopupEntry</name>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
</context>
<context>
    <name>PriceLine</name>
    <message>
        <source>The course of the price</source>
        <translation>La evolución del precio</translation>
    </message>
</context>
<context>
    <name>PriceSection</name>
    <message>
        <source>Paid before: %1</source>
        <translation>Pagado antes: %1</translation>
    </message>
    <message>
        <source>Take %1, as it was: %2</source>
        <translation>Tomar %1, como entonces: %2</translation>
    </message>
    <message>
        <source>Last in each shop: %1</source>
        <translation>Lo último en cada tienda: %1</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 percent</source>
        <translation>%1 por ciento</translation>
    </message>
</context>
<context>
    <name>QueueSection</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>A la espera de enviarse</translation>
    </message>
</context>
<context>
    <name>QuickAdd</name>
    <message>
        <source>Quick add</source>
        <translation>Adición rápida</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Añadir a %1</translation>
    </message>
    <message>
        <source>Enter adds, Esc closes</source>
        <translation>Intro añade, Esc cierra</translation>
    </message>
</context>
<context>
    <name>ScanSheet</name>
    <message>
        <source>Scan a barcode</source>
        <translation>Escanear un código de barras</translation>
    </message>
    <message>
        <source>Larder knows a product by its barcode once somebody of this household has named it.</source>
        <translation>Larder conoce un producto por su código de barras una vez que alguien de la casa le puso nombre.</translation>
    </message>
    <message>
        <source>Digits below the bars</source>
        <translation>Dígitos debajo de las barras</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Elegir una imagen</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Pegar una imagen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search in this list</source>
        <translation>Buscar en esta lista</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Hold it, or press Delete, to forget it</source>
        <translation>Mantenlo pulsado, o pulsa Supr, para olvidarlo</translation>
    </message>
    <message>
        <source>To buy</source>
        <translation>Por comprar</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Marcados</translation>
    </message>
    <message>
        <source>With a price</source>
        <translation>Con precio</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Sin precio</translation>
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
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Move to another list</source>
        <translation>Mover a otra lista</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>More for what is selected</source>
        <translation>Más para lo seleccionado</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Uncheck</source>
        <translation>Desmarcar</translation>
    </message>
    <message>
        <source>Copy to another list</source>
        <translation>Copiar a otra lista</translation>
    </message>
</context>
<context>
    <name>SelectionHead</name>
    <message>
        <source>Select nothing</source>
        <translation>No seleccionar nada</translation>
    </message>
</context>
<context>
    <name>ShoppingHead</name>
    <message>
        <source>Shopping: %1</source>
        <translation>Compra: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Stop shopping</source>
        <translation>Terminar la compra</translation>
    </message>
    <message>
        <source>Which shop?</source>
        <translation>¿Qué tienda?</translation>
    </message>
    <message>
        <source>Shop: %1</source>
        <translation>Tienda: %1</translation>
    </message>
</context>
<context>
    <name>ShopsSheet</name>
    <message>
        <source>Where do you shop?</source>
        <translation>¿Dónde compras?</translation>
    </message>
    <message>
        <source>No shop in particular</source>
        <translation>Ninguna tienda en particular</translation>
    </message>
    <message>
        <source>Another shop</source>
        <translation>Otra tienda</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>The way through %1, as it is learnt from your shopping. Drag to put it right.</source>
        <translation>El camino por %1, tal como se aprende de tus compras. Arrastra para corregirlo.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>ShortcutLine</name>
    <message>
        <source>%1, not now</source>
        <translation>%1, ahora no</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>Empty</source>
        <translation>Vacía</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Lista nueva</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>%L1 waiting</source>
        <translation>%L1 en espera</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>An account is for sharing lists and for having them on other devices. Without one, everything stays here and works the same.</source>
        <translation>Una cuenta sirve para compartir listas y tenerlas en otros dispositivos. Sin ella, todo se queda aquí y funciona igual.</translation>
    </message>
    <message>
        <source>Sign in or new account</source>
        <translation>Iniciar sesión o cuenta nueva</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Cuenta nueva</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Make the account</source>
        <translation>Crear la cuenta</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Way through the shop</source>
        <translation>Camino por la tienda</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Lo más nuevo primero</translation>
    </message>
</context>
<context>
    <name>SpendingSheet</name>
    <message>
        <source>Spending by category</source>
        <translation>Gastos por categoría</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>En la lista</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>El mes pasado</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>Nothing on the list has a price. Write one behind an item, as in “apples 2.99”.</source>
        <translation>Nada en la lista tiene precio. Escríbelo detrás del artículo, como en «manzanas 2,99».</translation>
    </message>
    <message>
        <source>Nothing with a price was bought in this time.</source>
        <translation>En este tiempo no se compró nada con precio.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
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
        <translation>Sincronización: %1, %L2 en espera</translation>
    </message>
    <message>
        <source>Sync: %1</source>
        <translation>Sincronización: %1</translation>
    </message>
    <message>
        <source>%1, look here</source>
        <translation>%1, mira aquí</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Stay offline</source>
        <translation>Seguir sin conexión</translation>
    </message>
    <message>
        <source>For a weak network: nothing is tried until you switch it off.</source>
        <translation>Para una red débil: no se intenta nada hasta que lo apagues.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Reparado</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>De acuerdo</translation>
    </message>
    <message>
        <source>Not kept by the server</source>
        <translation>No guardado por el servidor</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Changed by two at once</source>
        <translation>Cambiado por dos a la vez</translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation>Tomar lo mío</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Intentar todo de nuevo</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar todo</translation>
    </message>
</context>
<context>
    <name>SyncState</name>
    <message>
        <source>Saved here, waiting to be sent: %L1</source>
        <translation>Guardado aquí, a la espera de enviarse: %L1</translation>
    </message>
</context>
<context>
    <name>UndoBars</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>Cerrar: %1</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>cup</source>
        <translation>taza</translation>
    </message>
    <message>
        <source>cups</source>
        <translation>tazas</translation>
    </message>
    <message>
        <source>pint</source>
        <translation>pinta</translation>
    </message>
    <message>
        <source>pints</source>
        <translation>pintas</translation>
    </message>
    <message>
        <source>quart</source>
        <translation>cuarto</translation>
    </message>
    <message>
        <source>quarts</source>
        <translation>cuartos</translation>
    </message>
    <message>
        <source>gallon</source>
        <translation>galón</translation>
    </message>
    <message>
        <source>gallons</source>
        <translation>galones</translation>
    </message>
    <message>
        <source>pc</source>
        <translation>ud.</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>uds.</translation>
    </message>
    <message>
        <source>pack</source>
        <translation>paquete</translation>
    </message>
    <message>
        <source>packs</source>
        <translation>paquetes</translation>
    </message>
    <message>
        <source>bottle</source>
        <translation>botella</translation>
    </message>
    <message>
        <source>bottles</source>
        <translation>botellas</translation>
    </message>
    <message>
        <source>can</source>
        <translation>lata</translation>
    </message>
    <message>
        <source>cans</source>
        <translation>latas</translation>
    </message>
    <message>
        <source>jar</source>
        <translation>tarro</translation>
    </message>
    <message>
        <source>jars</source>
        <translation>tarros</translation>
    </message>
    <message>
        <source>tub</source>
        <translation>tarrina</translation>
    </message>
    <message>
        <source>tubs</source>
        <translation>tarrinas</translation>
    </message>
    <message>
        <source>tube</source>
        <translation>tubo</translation>
    </message>
    <message>
        <source>tubes</source>
        <translation>tubos</translation>
    </message>
    <message>
        <source>bag</source>
        <translation>bolsa</translation>
    </message>
    <message>
        <source>bags</source>
        <translation>bolsas</translation>
    </message>
    <message>
        <source>box</source>
        <translation>caja</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>cajas</translation>
    </message>
    <message>
        <source>crate</source>
        <translation>cajón</translation>
    </message>
    <message>
        <source>crates</source>
        <translation>cajones</translation>
    </message>
    <message>
        <source>bunch</source>
        <translation>manojo</translation>
    </message>
    <message>
        <source>bunches</source>
        <translation>manojos</translation>
    </message>
    <message>
        <source>head</source>
        <translation>cabeza</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>cabezas</translation>
    </message>
    <message>
        <source>clove</source>
        <translation>diente</translation>
    </message>
    <message>
        <source>cloves</source>
        <translation>dientes</translation>
    </message>
    <message>
        <source>slice</source>
        <translation>rebanada</translation>
    </message>
    <message>
        <source>slices</source>
        <translation>rebanadas</translation>
    </message>
    <message>
        <source>loaf</source>
        <translation>hogaza</translation>
    </message>
    <message>
        <source>loaves</source>
        <translation>hogazas</translation>
    </message>
    <message>
        <source>roll</source>
        <translation>rollo</translation>
    </message>
    <message>
        <source>rolls</source>
        <translation>rollos</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>barra</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>barras</translation>
    </message>
    <message>
        <source>pinch</source>
        <translation>pizca</translation>
    </message>
    <message>
        <source>pinches</source>
        <translation>pizcas</translation>
    </message>
</context>
<context>
    <name>WayList</name>
    <message>
        <source>The way through %1</source>
        <translation>El camino por %1</translation>
    </message>
    <message>
        <source>%1, %L2 of %L3</source>
        <translation>%1, %L2 de %L3</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>Mover %1</translation>
    </message>
</context>
<context>
    <name>WayMenu</name>
    <message>
        <source>Where it comes on the way</source>
        <translation>Su lugar en el camino</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primero</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Último</translation>
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
        <translation>Eliminado</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Recuperado</translation>
    </message>
    <message>
        <source>A shop, or its way</source>
        <translation>Una tienda, o su camino</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Lista nueva</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Marcados</translation>
    </message>
    <message>
        <source>Unchecked</source>
        <translation>Desmarcado</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Movido</translation>
    </message>
</context>
<context>
    <name>larder::app::AccountViewModel</name>
    <message>
        <source>The address of a server, such as https://larder.example.org.</source>
        <translation>La dirección de un servidor, como https://larder.example.org.</translation>
    </message>
    <message>
        <source>An e-mail address, such as ana@example.org.</source>
        <translation>Una dirección de correo, como ana@example.org.</translation>
    </message>
    <message>
        <source>Your password is missing.</source>
        <translation>Falta tu contraseña.</translation>
    </message>
    <message>
        <source>What the people you share with call you.</source>
        <translation>Cómo te llaman las personas con las que compartes.</translation>
    </message>
    <message>
        <source>There is an account with this e-mail. Sign in instead.</source>
        <translation>Ya hay una cuenta con este correo. Mejor inicia sesión.</translation>
    </message>
    <message>
        <source>The lists on this device belong to another account. Sign that one out first.</source>
        <translation>Las listas de este dispositivo son de otra cuenta. Cierra antes la sesión de esa.</translation>
    </message>
    <message>
        <source>The server did not accept that. Check the e-mail and choose a stronger password.</source>
        <translation>El servidor no lo aceptó. Revisa el correo y elige una contraseña más fuerte.</translation>
    </message>
</context>
<context>
    <name>larder::app::AppViewModel</name>
    <message>
        <source>Weekend shop</source>
        <translation>Compra del fin de semana</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
</context>
<context>
    <name>larder::app::ArrangementViewModel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln encontrado</numerusform>
            <numerusform>%Ln encontrados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::BulkViewModel</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln seleccionado</numerusform>
            <numerusform>%Ln seleccionados</numerusform>
        </translation>
    </message>
    <message>
        <source>That list is still being read. Try again in a moment.</source>
        <translation>Esa lista aún se está leyendo. Inténtalo de nuevo en un momento.</translation>
    </message>
</context>
<context>
    <name>larder::app::CommandRows</name>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Larder</source>
        <translation>Larder</translation>
    </message>
    <message>
        <source>Add something</source>
        <translation>Añade algo</translation>
    </message>
    <message>
        <source>new item entry write</source>
        <translation>nuevo artículo entrada escribir</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Lista nueva</translation>
    </message>
    <message>
        <source>create add make</source>
        <translation>crear añadir hacer</translation>
    </message>
    <message>
        <source>Quick add in a small window</source>
        <translation>Adición rápida en una ventana pequeña</translation>
    </message>
    <message>
        <source>new item capture</source>
        <translation>nuevo artículo anotar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>retirar volver</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>again repeat</source>
        <translation>otra vez repetir</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Buscar en la lista</translation>
    </message>
    <message>
        <source>find filter</source>
        <translation>encontrar filtro</translation>
    </message>
    <message>
        <source>Start shopping</source>
        <translation>Empezar la compra</translation>
    </message>
    <message>
        <source>mode shop cart trolley</source>
        <translation>modo tienda carrito cesta</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Marcar todo</translation>
    </message>
    <message>
        <source>tick done everything</source>
        <translation>marcar hecho todo</translation>
    </message>
    <message>
        <source>Uncheck all</source>
        <translation>Desmarcar todo</translation>
    </message>
    <message>
        <source>untick again everything</source>
        <translation>desmarcar otra vez todo</translation>
    </message>
    <message>
        <source>Remove what is checked</source>
        <translation>Quitar lo que está marcado</translation>
    </message>
    <message>
        <source>clear done delete bought</source>
        <translation>vaciar hecho eliminar comprado</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>Imprimir la lista</translation>
    </message>
    <message>
        <source>paper printer</source>
        <translation>papel impresora</translation>
    </message>
    <message>
        <source>Save the list as PDF</source>
        <translation>Guardar la lista como PDF</translation>
    </message>
    <message>
        <source>export file paper</source>
        <translation>exportar archivo papel</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importar una lista</translation>
    </message>
    <message>
        <source>open file paste csv json bring anylist keep recipe</source>
        <translation>abrir archivo pegar csv json bring anylist keep receta</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Exportar la lista</translation>
    </message>
    <message>
        <source>save file csv json markdown text</source>
        <translation>guardar archivo csv json markdown texto</translation>
    </message>
    <message>
        <source>Export all lists</source>
        <translation>Exportar todas las listas</translation>
    </message>
    <message>
        <source>save file backup everything</source>
        <translation>guardar archivo copia de seguridad todo</translation>
    </message>
    <message>
        <source>Copy the list as text</source>
        <translation>Copiar la lista como texto</translation>
    </message>
    <message>
        <source>clipboard share send</source>
        <translation>portapapeles compartir enviar</translation>
    </message>
    <message>
        <source>Sort by the way through the shop</source>
        <translation>Ordenar por el camino por la tienda</translation>
    </message>
    <message>
        <source>sort order arrange</source>
        <translation>ordenar orden arreglar</translation>
    </message>
    <message>
        <source>Sort by category</source>
        <translation>Ordenar por categoría</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>Ordenar por nombre</translation>
    </message>
    <message>
        <source>Sort by quantity</source>
        <translation>Ordenar por cantidad</translation>
    </message>
    <message>
        <source>Sort by newest first</source>
        <translation>Ordenar por lo más nuevo</translation>
    </message>
    <message>
        <source>All lists</source>
        <translation>Todas las listas</translation>
    </message>
    <message>
        <source>overview go</source>
        <translation>resumen ir</translation>
    </message>
    <message>
        <source>The open list</source>
        <translation>La lista abierta</translation>
    </message>
    <message>
        <source>items go</source>
        <translation>artículos ir</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>server network waiting failures conflicts go</source>
        <translation>servidor red espera fallos conflictos ir</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>account settings preferences sign in out go</source>
        <translation>cuenta ajustes preferencias iniciar cerrar sesión ir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>return up</source>
        <translation>volver arriba</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Colores claros</translation>
    </message>
    <message>
        <source>theme bright day</source>
        <translation>tema claro día</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Colores oscuros</translation>
    </message>
    <message>
        <source>theme night</source>
        <translation>tema noche</translation>
    </message>
    <message>
        <source>The system&apos;s colours</source>
        <translation>Los colores del sistema</translation>
    </message>
    <message>
        <source>theme automatic follow</source>
        <translation>tema automático seguir</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>accessibility black white</source>
        <translation>accesibilidad negro blanco</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>accessibility animation reduced</source>
        <translation>accesibilidad animación reducida</translation>
    </message>
    <message>
        <source>Stay offline</source>
        <translation>Seguir sin conexión</translation>
    </message>
    <message>
        <source>network aeroplane sync</source>
        <translation>red avión sincronización</translation>
    </message>
    <message>
        <source>Find an action, a list or an item</source>
        <translation>Encuentra una acción, una lista o un artículo</translation>
    </message>
    <message>
        <source>command palette search</source>
        <translation>paleta de comandos buscar</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>help keys</source>
        <translation>ayuda teclas</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>close exit end</source>
        <translation>cerrar terminar fin</translation>
    </message>
    <message>
        <source>Go online again</source>
        <translation>Volver a conectarse</translation>
    </message>
    <message>
        <source>Stop shopping</source>
        <translation>Terminar la compra</translation>
    </message>
    <message>
        <source>No high contrast</source>
        <translation>Sin alto contraste</translation>
    </message>
    <message>
        <source>Motion again</source>
        <translation>Movimiento otra vez</translation>
    </message>
    <message>
        <source>Scan a barcode</source>
        <translation>Escanear un código de barras</translation>
    </message>
    <message>
        <source>ean picture product code</source>
        <translation>ean imagen producto código</translation>
    </message>
    <message>
        <source>Spending by category</source>
        <translation>Gastos por categoría</translation>
    </message>
    <message>
        <source>money budget prices cost statistics month</source>
        <translation>dinero presupuesto precios coste estadísticas mes</translation>
    </message>
</context>
<context>
    <name>larder::app::DesktopViewModel</name>
    <message>
        <source>The system&apos;s settings can&apos;t be written. Nothing was changed.</source>
        <translation>No se pueden escribir los ajustes del sistema. No cambió nada.</translation>
    </message>
</context>
<context>
    <name>larder::app::EntryViewModel</name>
    <message>
        <source>Checked; to buy again</source>
        <translation>Marcado; por comprar otra vez</translation>
    </message>
    <message>
        <source>On the list already</source>
        <translation>Ya está en la lista</translation>
    </message>
    <message>
        <source>On the list: %1</source>
        <translation>En la lista: %1</translation>
    </message>
    <message>
        <source>Another one beside it</source>
        <translation>Otro más al lado</translation>
    </message>
    <message>
        <source>2 kg apples</source>
        <translation>2 kg manzanas</translation>
    </message>
    <message>
        <source>milk 1.5 l</source>
        <translation>leche 1,5 l</translation>
    </message>
    <message>
        <source>6x eggs</source>
        <translation>6x huevos</translation>
    </message>
</context>
<context>
    <name>larder::app::ExportViewModel</name>
    <message>
        <source>Larder (JSON): everything, to keep or to read again</source>
        <translation>Larder (JSON): todo, para guardar o leer de nuevo</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabla (CSV)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Larder lists</source>
        <translation>Listas de Larder</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>¿Adónde?</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>No se pudo escribir %1: %2</translation>
    </message>
    <message>
        <source>Copied the list as text</source>
        <translation>Lista copiada como texto</translation>
    </message>
</context>
<context>
    <name>larder::app::FileWork</name>
    <message>
        <source>Which file is to be imported?</source>
        <translation>¿Qué archivo se importa?</translation>
    </message>
    <message>
        <source>Which picture is the photo?</source>
        <translation>¿Qué imagen es la foto?</translation>
    </message>
    <message>
        <source>Which picture has the barcode?</source>
        <translation>¿En qué imagen está el código de barras?</translation>
    </message>
</context>
<context>
    <name>larder::app::ImportRows</name>
    <message>
        <source>Can&apos;t be read (%L1)</source>
        <translation>No se puede leer (%L1)</translation>
    </message>
    <message>
        <source>On the list already</source>
        <translation>Ya está en la lista</translation>
    </message>
    <message>
        <source>Checked; to buy again</source>
        <translation>Marcado; por comprar otra vez</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>comes twice</source>
        <translation>viene dos veces</translation>
    </message>
    <message>
        <source>one is there</source>
        <translation>hay uno</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>hay %1</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>marcado</translation>
    </message>
</context>
<context>
    <name>larder::app::ImportViewModel</name>
    <message>
        <source>This system has no window to choose a file with. Drop the file here, or paste its text.</source>
        <translation>Este sistema no tiene ventana para elegir un archivo. Suelta el archivo aquí o pega su texto.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy a list somewhere else first.</source>
        <translation>No hay texto en el portapapeles. Copia antes una lista en otro sitio.</translation>
    </message>
    <message>
        <source>Only files on this device can be read. Save it here first.</source>
        <translation>Solo se pueden leer archivos de este dispositivo. Guárdalo aquí antes.</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Lista nueva</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>No se puede leer %1: %2</translation>
    </message>
    <message>
        <source>What you pasted: %1</source>
        <translation>Lo que pegaste: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nuevo</numerusform>
            <numerusform>%Ln nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the list already</source>
        <translation>
            <numerusform>%Ln ya en la lista</numerusform>
            <numerusform>%Ln ya en la lista</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can&apos;t be read</source>
        <translation>
            <numerusform>%Ln no se puede leer</numerusform>
            <numerusform>%Ln no se pueden leer</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>No hay nada dentro.</translation>
    </message>
    <message>
        <source>A list of its own</source>
        <translation>Una lista propia</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists of their own</source>
        <translation>
            <numerusform>%Ln lista propia</numerusform>
            <numerusform>%Ln listas propias</numerusform>
        </translation>
    </message>
    <message>
        <source>Into %1</source>
        <translation>En %1</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln items</source>
        <translation>
            <numerusform>Añadir %Ln artículo</numerusform>
            <numerusform>Añadir %Ln artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists</source>
        <translation>
            <numerusform>%Ln lista</numerusform>
            <numerusform>%Ln listas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::ItemViewModel</name>
    <message>
        <source>An item needs a name. To remove it, delete it.</source>
        <translation>Un artículo necesita un nombre. Para quitarlo, elimínalo.</translation>
    </message>
    <message>
        <source>A name has at most 255 characters.</source>
        <translation>Un nombre tiene 255 caracteres como mucho.</translation>
    </message>
    <message>
        <source>A number from 0.001 to 999,999.</source>
        <translation>Un número de 0,001 a 999 999.</translation>
    </message>
    <message>
        <source>A unit has at most 32 characters.</source>
        <translation>Una unidad tiene 32 caracteres como mucho.</translation>
    </message>
    <message>
        <source>A note has at most 4,000 characters.</source>
        <translation>Una nota tiene 4000 caracteres como mucho.</translation>
    </message>
    <message>
        <source>An amount such as 3.49, up to 999,999.99.</source>
        <translation>Una suma como 3,49, hasta 999 999,99.</translation>
    </message>
    <message>
        <source>The digits below the bars of the packet, as they stand there.</source>
        <translation>Los dígitos bajo las barras del paquete, tal como están.</translation>
    </message>
</context>
<context>
    <name>larder::app::ListViewModel</name>
    <message>
        <source>All done</source>
        <translation>Todo hecho</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>Falta %Ln</numerusform>
            <numerusform>Faltan %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the cart</source>
        <translation>
            <numerusform>%Ln en el carrito</numerusform>
            <numerusform>%Ln en el carrito</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::ListsViewModel</name>
    <message>
        <source>Empty</source>
        <translation>Vacía</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>Todo hecho</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>Falta %Ln</numerusform>
            <numerusform>Faltan %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::MergeOffer</name>
    <message numerus="yes">
        <source>%1 is on the list %Ln times.</source>
        <translation>
            <numerusform>%1 está %Ln vez en la lista.</numerusform>
            <numerusform>%1 está %Ln veces en la lista.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is on the list %Ln times: %2.</source>
        <translation>
            <numerusform>%1 está %Ln vez en la lista: %2.</numerusform>
            <numerusform>%1 está %Ln veces en la lista: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make it one</source>
        <translation>Hacerlo uno</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>Hacerlo %1</translation>
    </message>
</context>
<context>
    <name>larder::app::PaletteRows</name>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
</context>
<context>
    <name>larder::app::PaperWork</name>
    <message>
        <source>Save the list as PDF</source>
        <translation>Guardar la lista como PDF</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>The PDF could not be written there. Nothing was changed; try another folder.</source>
        <translation>El PDF no se pudo escribir ahí. No cambió nada; prueba otra carpeta.</translation>
    </message>
</context>
<context>
    <name>larder::app::PhotoViewModel</name>
    <message>
        <source>The picture is being made smaller…</source>
        <translation>Reduciendo la imagen…</translation>
    </message>
    <message>
        <source>The server has no room for more photos of this list. It stays on this device.</source>
        <translation>El servidor no tiene sitio para más fotos de esta lista. Se queda en este dispositivo.</translation>
    </message>
    <message>
        <source>The server did not take this photo. It stays on this device.</source>
        <translation>El servidor no aceptó esta foto. Se queda en este dispositivo.</translation>
    </message>
    <message>
        <source>This photo has not reached this device yet.</source>
        <translation>Esta foto aún no llegó a este dispositivo.</translation>
    </message>
    <message>
        <source>Kept here; others see it once it is sent.</source>
        <translation>Guardada aquí; los demás la ven cuando se envíe.</translation>
    </message>
    <message>
        <source>Only pictures on this device can be taken. Save it here first.</source>
        <translation>Solo se pueden tomar imágenes de este dispositivo. Guárdala aquí antes.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one somewhere else first.</source>
        <translation>No hay ninguna imagen en el portapapeles. Copia antes una en otro sitio.</translation>
    </message>
    <message>
        <source>This system has no window to choose a file with. Drop the picture here, or paste it.</source>
        <translation>Este sistema no tiene ventana para elegir un archivo. Suelta la imagen aquí o pégala.</translation>
    </message>
    <message>
        <source>This picture is too large. Choose one of at most 120 megapixels and 64 MB.</source>
        <translation>Esta imagen es demasiado grande. Elige una de 120 megapíxeles y 64 MB como mucho.</translation>
    </message>
    <message>
        <source>This picture can&apos;t be read, or this device&apos;s disk is full.</source>
        <translation>No se puede leer esta imagen, o el disco de este dispositivo está lleno.</translation>
    </message>
    <message>
        <source>This is no picture that Larder can read. Choose a JPEG, PNG or GIF.</source>
        <translation>No es una imagen que Larder sepa leer. Elige un JPEG, PNG o GIF.</translation>
    </message>
</context>
<context>
    <name>larder::app::PriceHistory</name>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln vez</numerusform>
            <numerusform>%Ln veces</numerusform>
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
        <translation>Este sistema no tiene ventana para elegir un archivo. Suelta la imagen aquí o pégala.</translation>
    </message>
    <message>
        <source>Only pictures on this device can be read. Save it here first.</source>
        <translation>Solo se pueden leer imágenes de este dispositivo. Guárdala aquí antes.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one somewhere else first.</source>
        <translation>No hay ninguna imagen en el portapapeles. Copia antes una en otro sitio.</translation>
    </message>
    <message>
        <source>This file can&apos;t be opened.</source>
        <translation>No se puede abrir este archivo.</translation>
    </message>
    <message>
        <source>This is no picture that Larder can read.</source>
        <translation>No es una imagen que Larder sepa leer.</translation>
    </message>
    <message>
        <source>This picture is too large. Take a smaller one.</source>
        <translation>Esta imagen es demasiado grande. Toma una más pequeña.</translation>
    </message>
    <message>
        <source>No barcode can be made out. Take the picture closer, in more light, with the whole code in it.</source>
        <translation>No se distingue ningún código de barras. Toma la foto más de cerca, con más luz y el código entero.</translation>
    </message>
    <message>
        <source>These digits are no barcode. Check them against the packet.</source>
        <translation>Estos dígitos no son un código de barras. Compáralos con el paquete.</translation>
    </message>
</context>
<context>
    <name>larder::app::SpendingViewModel</name>
    <message numerus="yes">
        <source>%Ln things without a price are not counted</source>
        <translation>
            <numerusform>%Ln cosa sin precio no se cuenta</numerusform>
            <numerusform>%Ln cosas sin precio no se cuentan</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 percent</source>
        <translation>%1: %2, %3 por ciento</translation>
    </message>
</context>
<context>
    <name>larder::app::SyncViewModel</name>
    <message>
        <source>Signed out</source>
        <translation>Sesión cerrada</translation>
    </message>
    <message>
        <source>On this device only</source>
        <translation>Solo en este dispositivo</translation>
    </message>
    <message>
        <source>Offline, as you asked</source>
        <translation>Sin conexión, como pediste</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Poniéndose al día</translation>
    </message>
    <message>
        <source>Sending your changes</source>
        <translation>Enviando tus cambios</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Your lists are kept here. Sign in to share them and to have them on other devices.</source>
        <translation>Tus listas se guardan aquí. Inicia sesión para compartirlas y tenerlas en otros dispositivos.</translation>
    </message>
    <message>
        <source>Everything works; your changes are sent when you go online again.</source>
        <translation>Todo funciona; tus cambios se envían cuando vuelvas a conectarte.</translation>
    </message>
    <message>
        <source>It is tried again at %1.</source>
        <translation>Se intenta de nuevo a las %1.</translation>
    </message>
    <message>
        <source>Last in agreement with the server: %1</source>
        <translation>Última vez de acuerdo con el servidor: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date and a time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Changes that had not been sent, saved: %L1.</source>
        <translation>Cambios sin enviar que se salvaron: %L1.</translation>
    </message>
    <message>
        <source>There were no unsent changes to save.</source>
        <translation>No había cambios sin enviar que salvar.</translation>
    </message>
    <message>
        <source>A damaged file was set aside</source>
        <translation>Se apartó un archivo dañado</translation>
    </message>
    <message>
        <source>The file with your lists could not be read any more and was replaced. What the server has comes back from there. %1 The old file is kept:
%2</source>
        <translation>El archivo con tus listas ya no se podía leer y se sustituyó. Lo que tiene el servidor vuelve de allí. %1 El archivo viejo se conserva:
%2</translation>
    </message>
    <message>
        <source>The file with your lists was damaged. Sync tells what was saved.</source>
        <translation>El archivo con tus listas estaba dañado. Sincronización dice qué se salvó.</translation>
    </message>
    <message>
        <source>Something</source>
        <translation>Algo</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>%1 Your change is kept here until you decide.</source>
        <translation>%1 Tu cambio se guarda aquí hasta que decidas.</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln older, too many to keep.</source>
        <translation>
            <numerusform>Y %Ln más antiguo, demasiado para guardarlo.</numerusform>
            <numerusform>Y %Ln más antiguos, demasiados para guardarlos.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 removed it while you changed it.</source>
        <translation>%1 lo eliminó mientras lo cambiabas.</translation>
    </message>
    <message>
        <source>%1 changed the %2 to “%3”; you had “%4”.</source>
        <translation>%1 cambió: %2 es ahora «%3»; tú tenías «%4».</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a change and its list</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln older.</source>
        <translation>
            <numerusform>Y %Ln más antiguo.</numerusform>
            <numerusform>Y %Ln más antiguos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied what you wrote of %1</source>
        <translation>Copiado lo que escribiste de %1</translation>
    </message>
    <message>
        <source>Copied all that was not kept</source>
        <translation>Se copió todo lo que no se guardó</translation>
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
        <translation>Ocultar la ventana</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Mostrar la ventana</translation>
    </message>
    <message>
        <source>Quick add…</source>
        <translation>Adición rápida…</translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <translation>%1 (%L2)</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>larder::app::UndoStack</name>
    <message>
        <source>Somebody changed it since. That was kept.</source>
        <translation>Alguien lo cambió desde entonces. Eso se conservó.</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 eliminado</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln items</source>
        <translation>
            <numerusform>%Ln artículo eliminado</numerusform>
            <numerusform>%Ln artículos eliminados</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved %1 to %2</source>
        <translation>%1 movido a %2</translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln items to %1</source>
        <translation>
            <numerusform>%Ln artículo movido a %1</numerusform>
            <numerusform>%Ln artículos movidos a %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied %1 to %2</source>
        <translation>%1 copiado a %2</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln items to %1</source>
        <translation>
            <numerusform>%Ln artículo copiado a %1</numerusform>
            <numerusform>%Ln artículos copiados a %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %Ln items to %1</source>
        <translation>
            <numerusform>%Ln artículo añadido a %1</numerusform>
            <numerusform>%Ln artículos añadidos a %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is one item now</source>
        <translation>%1 es ahora un solo artículo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln items are one each now</source>
        <translation>
            <numerusform>%Ln artículo es ahora uno</numerusform>
            <numerusform>%Ln artículos son ahora uno cada uno</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>%1 marcado</translation>
    </message>
    <message numerus="yes">
        <source>Checked %Ln items</source>
        <translation>
            <numerusform>%Ln artículo marcado</numerusform>
            <numerusform>%Ln artículos marcados</numerusform>
        </translation>
    </message>
</context>
</TS>
