<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AccountCard</name>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>ActivationText</name>
    <message>
        <source>The list of this link isn&apos;t on this device.</source>
        <translation>قائمة هذا الرابط غير موجودة على هذا الجهاز.</translation>
    </message>
    <message>
        <source>This Larder can&apos;t open invitations yet. Ask whoever sent it to share the list with your e-mail address.</source>
        <translation>لا يستطيع Larder هذا فتح الدعوات بعد. اطلب ممن أرسلها أن يشارك القائمة مع بريدك الإلكتروني.</translation>
    </message>
</context>
<context>
    <name>ArrangeBar</name>
    <message>
        <source>Drag items to where you want them, or press Alt with the arrow keys.</source>
        <translation>اسحب الأصناف إلى حيث تريدها، أو اضغط Alt مع مفاتيح الأسهم.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Stop arranging</source>
        <translation>إنهاء الترتيب</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Places</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>القوائم</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>المزامنة</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
</context>
<context>
    <name>Category</name>
    <message>
        <source>Produce</source>
        <translation>خضار وفواكه</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>مخبوزات</translation>
    </message>
    <message>
        <source>Dairy</source>
        <translation>ألبان</translation>
    </message>
    <message>
        <source>Meat</source>
        <translation>لحوم</translation>
    </message>
    <message>
        <source>Fish</source>
        <translation>أسماك</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>مجمّدات</translation>
    </message>
    <message>
        <source>Pantry</source>
        <translation>مؤونة</translation>
    </message>
    <message>
        <source>Breakfast</source>
        <translation>فطور</translation>
    </message>
    <message>
        <source>Snacks</source>
        <translation>وجبات خفيفة</translation>
    </message>
    <message>
        <source>Drinks</source>
        <translation>مشروبات</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>منزل</translation>
    </message>
    <message>
        <source>Personal care</source>
        <translation>عناية شخصية</translation>
    </message>
    <message>
        <source>Baby</source>
        <translation>أطفال رضّع</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>حيوانات أليفة</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>أخرى</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1, tap to take it back</source>
        <translation>%1، اضغط للتراجع عنه</translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>Take</source>
        <translation>أخذ</translation>
    </message>
</context>
<context>
    <name>ConfirmSignOut</name>
    <message>
        <source>Sign out and lose changes?</source>
        <translation>تسجيل الخروج وفقدان التغييرات؟</translation>
    </message>
    <message>
        <source>Changes that have not reached the server yet: %L1. Signing out removes your lists from this device, and with them what was not sent.</source>
        <translation>تغييرات لم تصل إلى الخادم بعد: %L1. تسجيل الخروج يزيل قوائمك من هذا الجهاز، ومعها ما لم يُرسَل.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>البقاء مسجّلًا</translation>
    </message>
    <message>
        <source>Export all lists first</source>
        <translation>تصدير كل القوائم أولًا</translation>
    </message>
</context>
<context>
    <name>DesktopForm</name>
    <message>
        <source>Desktop</source>
        <translation>سطح المكتب</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>أيقونة في شريط النظام</translation>
    </message>
    <message>
        <source>What is left, quick add and the lists.</source>
        <translation>ما تبقّى، والإضافة السريعة، والقوائم.</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>البقاء في شريط النظام</translation>
    </message>
    <message>
        <source>Closing the window leaves Larder running there.</source>
        <translation>عند إغلاق النافذة يبقى Larder يعمل هناك.</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>البدء عند تسجيل دخولي إلى الجهاز</translation>
    </message>
</context>
<context>
    <name>DetailHint</name>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>وضع علامة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Open an item to see and change it.</source>
        <translation>افتح صنفًا لتراه وتعدّله.</translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>Add to the list</source>
        <translation>إضافة إلى القائمة</translation>
    </message>
    <message>
        <source>Add something</source>
        <translation>أضف شيئًا</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server can&apos;t be reached. Check the address and your connection, then try again.</source>
        <translation>لا يمكن الوصول إلى الخادم. تحقّق من العنوان ومن اتصالك، ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>The server is busy or being looked after. Try again in a minute.</source>
        <translation>الخادم مشغول أو تحت الصيانة. حاول مجددًا بعد دقيقة.</translation>
    </message>
    <message>
        <source>Too many tries in a short time. Wait a minute, then try again.</source>
        <translation>محاولات كثيرة في وقت قصير. انتظر دقيقة ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>This e-mail and password don&apos;t belong together.</source>
        <translation>هذا البريد الإلكتروني وكلمة السر هذه لا يتطابقان.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again; your changes are kept here.</source>
        <translation>انتهت جلستك. سجّل الدخول من جديد؛ تغييراتك محفوظة هنا.</translation>
    </message>
    <message>
        <source>There is already one with that name.</source>
        <translation>يوجد واحد بهذا الاسم بالفعل.</translation>
    </message>
    <message>
        <source>It isn&apos;t there any more.</source>
        <translation>لم يعد موجودًا.</translation>
    </message>
    <message>
        <source>You no longer have this list.</source>
        <translation>لم تعد لديك هذه القائمة.</translation>
    </message>
    <message>
        <source>You can look at this list, but not change it.</source>
        <translation>يمكنك رؤية هذه القائمة، لا تعديلها.</translation>
    </message>
    <message>
        <source>This list is full: it holds 10,000 items. Clear some that are checked.</source>
        <translation>هذه القائمة ممتلئة: تتسع لـ 10,000 صنف. أزل بعض ما عليه علامة.</translation>
    </message>
    <message>
        <source>That can&apos;t be kept as it is. Check what you wrote.</source>
        <translation>لا يمكن حفظ هذا كما هو. راجع ما كتبته.</translation>
    </message>
    <message>
        <source>That is too long to be kept.</source>
        <translation>هذا أطول من أن يُحفَظ.</translation>
    </message>
    <message>
        <source>This device&apos;s disk refused the change, so it was taken back. Free some space and try again.</source>
        <translation>رفض قرص هذا الجهاز التغيير، فتم التراجع عنه. أفرغ بعض المساحة وحاول مجددًا.</translation>
    </message>
    <message>
        <source>The file with your lists is damaged.</source>
        <translation>الملف الذي فيه قوائمك تالف.</translation>
    </message>
    <message>
        <source>Your lists were written by a newer Larder. Update this one to open them.</source>
        <translation>كُتبت قوائمك بإصدار أحدث من Larder. حدّث هذا الإصدار لفتحها.</translation>
    </message>
    <message>
        <source>The server speaks a newer language. Update Larder.</source>
        <translation>الخادم يتكلّم لغة أحدث. حدّث Larder.</translation>
    </message>
    <message>
        <source>This address can&apos;t be used.</source>
        <translation>لا يمكن استعمال هذا العنوان.</translation>
    </message>
    <message>
        <source>It was stopped before it was done.</source>
        <translation>أُوقف قبل أن يكتمل.</translation>
    </message>
    <message>
        <source>Something went wrong that isn&apos;t your doing. Nothing you wrote was lost.</source>
        <translation>حدث خطأ ليس منك. لم يضِع شيء مما كتبته.</translation>
    </message>
    <message>
        <source>This device&apos;s disk can&apos;t be read just now. Open the list again; if that doesn&apos;t help, start Larder again.</source>
        <translation>لا يمكن قراءة قرص هذا الجهاز الآن. افتح القائمة مجددًا؛ وإن لم ينفع ذلك فأعد تشغيل Larder.</translation>
    </message>
    <message>
        <source>The file with your lists can&apos;t be opened. Check its folder, and the space on the disk.</source>
        <translation>لا يمكن فتح الملف الذي فيه قوائمك. تحقّق من مجلده ومن المساحة على القرص.</translation>
    </message>
    <message>
        <source>The file with your lists is in use.</source>
        <translation>الملف الذي فيه قوائمك قيد الاستعمال.</translation>
    </message>
    <message>
        <source>Larder can&apos;t start with these options.</source>
        <translation>لا يمكن تشغيل Larder بهذه الخيارات.</translation>
    </message>
    <message>
        <source>You may look at this list, but no longer change it.</source>
        <translation>يمكنك رؤية هذه القائمة، لكن لم يعد بإمكانك تعديلها.</translation>
    </message>
    <message>
        <source>This list is no longer shared with you.</source>
        <translation>لم تعد هذه القائمة مشتركة معك.</translation>
    </message>
    <message>
        <source>This list was deleted.</source>
        <translation>حُذفت هذه القائمة.</translation>
    </message>
    <message>
        <source>The list is full: it holds 10,000 items.</source>
        <translation>القائمة ممتلئة: تتسع لـ 10,000 صنف.</translation>
    </message>
    <message>
        <source>The server could not keep it as it was written.</source>
        <translation>لم يستطع الخادم حفظه كما كُتب.</translation>
    </message>
    <message>
        <source>The server did not take it.</source>
        <translation>لم يقبله الخادم.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached right now.</source>
        <translation>لا يمكن الوصول إلى الخادم الآن.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>لم يُجب الخادم في الوقت المناسب.</translation>
    </message>
    <message>
        <source>The server is busy or being looked after.</source>
        <translation>الخادم مشغول أو تحت الصيانة.</translation>
    </message>
    <message>
        <source>The server asked for a pause.</source>
        <translation>طلب الخادم مهلة.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again to go on.</source>
        <translation>انتهت جلستك. سجّل الدخول من جديد للمتابعة.</translation>
    </message>
    <message>
        <source>This device&apos;s disk refused to keep what came.</source>
        <translation>رفض قرص هذا الجهاز حفظ ما وصل.</translation>
    </message>
    <message>
        <source>The server&apos;s address can&apos;t be used.</source>
        <translation>لا يمكن استعمال عنوان الخادم.</translation>
    </message>
    <message>
        <source>The connection was given up after an error, and is tried again.</source>
        <translation>قُطع الاتصال بعد خطأ، وتجري المحاولة من جديد.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Hide the password</source>
        <translation>إخفاء كلمة السر</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>إظهار كلمة السر</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>الميزانية</translation>
    </message>
    <message>
        <source>list</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>note</source>
        <translation>الملاحظة</translation>
    </message>
    <message>
        <source>price</source>
        <translation>السعر</translation>
    </message>
    <message>
        <source>check</source>
        <translation>العلامة</translation>
    </message>
    <message>
        <source>place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>barcode</source>
        <translation>الباركود</translation>
    </message>
    <message>
        <source>item</source>
        <translation>الصنف</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>عليه علامة</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>بلا علامة</translation>
    </message>
    <message>
        <source>person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>شخص ما</translation>
    </message>
    <message>
        <source>another one</source>
        <comment>a photo</comment>
        <translation>صورة أخرى</translation>
    </message>
</context>
<context>
    <name>GroupHeader</name>
    <message>
        <source>%1, folded</source>
        <translation>%1، مطويّ</translation>
    </message>
    <message>
        <source>%1, unfolded</source>
        <translation>%1، مفتوح</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Clear what is checked</source>
        <translation>إزالة ما عليه علامة</translation>
    </message>
</context>
<context>
    <name>HueChoice</name>
    <message>
        <source>Colour %1</source>
        <translation>اللون %1</translation>
    </message>
</context>
<context>
    <name>ImportList</name>
    <message>
        <source>What would be added</source>
        <translation>ما سيُضاف</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Larder reads its own exports, tables (CSV), Markdown, text, recipe pages, and lists of Bring!, AnyList, KitchenOwl, Google Keep and Google Tasks. Nothing is added before you have seen it.</source>
        <translation>يقرأ Larder ما صدّره بنفسه، والجداول (CSV)، وMarkdown، والنصوص، وصفحات الوصفات، وقوائم Bring! وAnyList وKitchenOwl وGoogle Keep وGoogle Tasks. لا يُضاف شيء قبل أن تراه.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>تجري القراءة…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختيار ملف</translation>
    </message>
    <message>
        <source>Paste what you copied</source>
        <translation>لصق ما نسخته</translation>
    </message>
    <message>
        <source>A file can also be dropped on the window.</source>
        <translation>يمكن أيضًا إفلات ملف على النافذة.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>إلى أين</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ImportText</name>
    <message>
        <source>The file is larger than %1. Take it in parts.</source>
        <translation>الملف أكبر من %1. قسّمه إلى أجزاء.</translation>
    </message>
    <message>
        <source>This is no text. Export the list as text, CSV or JSON first.</source>
        <translation>هذا ليس نصًّا. صدّر القائمة أولًا كنص أو CSV أو JSON.</translation>
    </message>
    <message>
        <source>There is no list in it that Larder knows how to read.</source>
        <translation>ليس فيه قائمة يعرف Larder قراءتها.</translation>
    </message>
    <message>
        <source>A newer Larder made this file. Update Larder to read it.</source>
        <translation>هذا الملف من إصدار أحدث من Larder. حدّث Larder لقراءته.</translation>
    </message>
    <message>
        <source>This part is damaged.</source>
        <translation>هذا الجزء تالف.</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>ليس له اسم.</translation>
    </message>
    <message>
        <source>A name has at most 255 characters.</source>
        <translation>طول الاسم 255 حرفًا على الأكثر.</translation>
    </message>
    <message>
        <source>A note has at most 4,000 characters.</source>
        <translation>طول الملاحظة 4,000 حرف على الأكثر.</translation>
    </message>
    <message>
        <source>The name of its category is too long.</source>
        <translation>اسم فئته أطول من اللازم.</translation>
    </message>
    <message>
        <source>A unit has at most 32 characters.</source>
        <translation>طول الوحدة 32 حرفًا على الأكثر.</translation>
    </message>
    <message>
        <source>How much is no number from 0.001 to 999,999.</source>
        <translation>الكمية ليست عددًا من 0.001 إلى 999,999.</translation>
    </message>
    <message>
        <source>Its price is no amount of money.</source>
        <translation>سعره ليس مبلغًا من المال.</translation>
    </message>
    <message>
        <source>Its currency is none that is in use.</source>
        <translation>عملته غير مستعملة.</translation>
    </message>
    <message>
        <source>The look, the budget or a shop of the list can&apos;t be as it says; the list comes without.</source>
        <translation>لا يمكن أن يكون مظهر القائمة أو ميزانيتها أو أحد متاجرها كما هو مكتوب؛ تأتي القائمة من دونه.</translation>
    </message>
    <message>
        <source>A list holds at most %1 items.</source>
        <translation>تتسع القائمة لـ %1 صنف على الأكثر.</translation>
    </message>
    <message>
        <source>A file brings at most %1 lists.</source>
        <translation>يأتي الملف بـ %1 قائمة على الأكثر.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>السطر %1: %2</translation>
    </message>
    <message>
        <source>nothing that Larder can read</source>
        <translation>لا شيء يستطيع Larder قراءته</translation>
    </message>
    <message>
        <source>an export of Larder&apos;s</source>
        <translation>تصدير من Larder</translation>
    </message>
    <message>
        <source>a Markdown list</source>
        <translation>قائمة Markdown</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>an export of KitchenOwl&apos;s</source>
        <translation>تصدير من KitchenOwl</translation>
    </message>
    <message>
        <source>a list of Bring!</source>
        <translation>قائمة من Bring!</translation>
    </message>
    <message>
        <source>a list of AnyList&apos;s</source>
        <translation>قائمة من AnyList</translation>
    </message>
    <message>
        <source>a note of Google Keep&apos;s</source>
        <translation>ملاحظة من Google Keep</translation>
    </message>
    <message>
        <source>lists of Google Tasks</source>
        <translation>قوائم من Google Tasks</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>the ingredients of a recipe</source>
        <translation>مكوّنات وصفة</translation>
    </message>
    <message>
        <source>Its barcode is none that can be kept; it comes without.</source>
        <translation>لا يمكن حفظ باركوده، فيُستورد من دونه.</translation>
    </message>
</context>
<context>
    <name>ItemGrip</name>
    <message>
        <source>Move %1</source>
        <translation>نقل %1</translation>
    </message>
</context>
<context>
    <name>ItemLine</name>
    <message>
        <source>Checked (%L1)</source>
        <translation>عليها علامة (%L1)</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>تفاصيل %1</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Items of %1</source>
        <translation>أصناف %1</translation>
    </message>
</context>
<context>
    <name>ItemMenu</name>
    <message>
        <source>What to do with %1</source>
        <translation>ما العمل مع %1</translation>
    </message>
    <message>
        <source>Uncheck</source>
        <translation>إزالة العلامة</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>وضع علامة</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>تحديد</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>إلى أعلى</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>إلى أسفل</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>Delete %1</source>
        <translation>حذف %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>kg, l</source>
        <translation>kg, l</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>أقل</translation>
    </message>
    <message>
        <source>More</source>
        <translation>أكثر</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>السعر</translation>
    </message>
    <message>
        <source>Price in %1</source>
        <translation>السعر بـ %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>من يحضره</translation>
    </message>
    <message>
        <source>Written as “%1”</source>
        <translation>كُتب هكذا: «%1»</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>باركود</translation>
    </message>
</context>
<context>
    <name>ItemText</name>
    <message>
        <source>checked</source>
        <translation>عليه علامة</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>بلا علامة</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>spent of a budget</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>with a photo</source>
        <translation>بصورة</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>ListChips</name>
    <message>
        <source>List</source>
        <translation>قائمة</translation>
    </message>
</context>
<context>
    <name>ListDialogs</name>
    <message>
        <source>Move to which list?</source>
        <translation>النقل إلى أي قائمة؟</translation>
    </message>
    <message>
        <source>Copy to which list?</source>
        <translation>النسخ إلى أي قائمة؟</translation>
    </message>
    <message>
        <source>Which category?</source>
        <translation>أي فئة؟</translation>
    </message>
    <message>
        <source>Another category</source>
        <translation>فئة أخرى</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>الاحتفاظ بهذا البحث</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>اسمه</translation>
    </message>
</context>
<context>
    <name>ListEmpty</name>
    <message>
        <source>Nothing found</source>
        <translation>لم يوجد شيء</translation>
    </message>
    <message>
        <source>That was all</source>
        <translation>هذا كل شيء</translation>
    </message>
    <message>
        <source>What do you need?</source>
        <translation>ماذا تحتاج؟</translation>
    </message>
    <message>
        <source>Nothing to buy</source>
        <translation>لا شيء للشراء</translation>
    </message>
    <message>
        <source>No item of this list is like that.</source>
        <translation>لا صنف كهذا في هذه القائمة.</translation>
    </message>
    <message>
        <source>Everything on this list is checked.</source>
        <translation>كل ما في هذه القائمة عليه علامة.</translation>
    </message>
    <message>
        <source>Write it as you would on paper. Amounts and prices are understood.</source>
        <translation>اكتب كما تكتب على الورق. الكميات والأسعار تُفهم.</translation>
    </message>
    <message>
        <source>You can look at this list; others fill it.</source>
        <translation>يمكنك رؤية هذه القائمة؛ غيرك يملؤها.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Stop shopping</source>
        <translation>إنهاء التسوّق</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>%1, all lists</source>
        <translation>%1، كل القوائم</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>تراجع (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>بحث (Ctrl+F)</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>الترتيب حسب</translation>
    </message>
    <message>
        <source>More for this list</source>
        <translation>المزيد لهذه القائمة</translation>
    </message>
    <message>
        <source>You may look, not change</source>
        <translation>للاطّلاع فقط</translation>
    </message>
    <message>
        <source>%1 · you may look, not change</source>
        <translation>%1 · للاطّلاع فقط</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>المتجر</translation>
    </message>
    <message>
        <source>Start shopping</source>
        <translation>بدء التسوّق</translation>
    </message>
    <message>
        <source>Budget, %1 percent used</source>
        <translation>الميزانية، صُرف %1 بالمئة</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>More for this list</source>
        <translation>المزيد لهذه القائمة</translation>
    </message>
    <message>
        <source>Name, colour and budget</source>
        <translation>الاسم واللون والميزانية</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>المتاجر</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>نسخ كنص</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>الترتيب حسب…</translation>
    </message>
    <message>
        <source>Arrange by hand</source>
        <translation>الترتيب يدويًّا</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>وضع علامة على الكل</translation>
    </message>
    <message>
        <source>Uncheck all</source>
        <translation>إزالة كل العلامات</translation>
    </message>
    <message>
        <source>Clear what is checked</source>
        <translation>إزالة ما عليه علامة</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>المصروفات</translation>
    </message>
</context>
<context>
    <name>ListsPage</name>
    <message>
        <source>Lists</source>
        <translation>القوائم</translation>
    </message>
    <message>
        <source>No lists yet</source>
        <translation>لا قوائم بعد</translation>
    </message>
    <message>
        <source>A list holds what there is to buy. It works without a network, and without an account.</source>
        <translation>في القائمة ما يلزم شراؤه. تعمل بلا شبكة وبلا حساب.</translation>
    </message>
    <message>
        <source>Start a list</source>
        <translation>بدء قائمة</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>قائمة جديدة</translation>
    </message>
</context>
<context>
    <name>LookForm</name>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>On</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>الكميات</translation>
    </message>
    <message>
        <source>How much is shown in kilograms and litres, or in pounds and cups; what was written stays.</source>
        <translation>هل تُعرض الكميات بالكيلوغرام واللتر أم بالرطل والكوب؛ وما كُتب يبقى كما هو.</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>كما كُتبت</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>متري</translation>
    </message>
    <message>
        <source>Imperial</source>
        <translation>إمبراطوري</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Ink on pure white or black, every outline drawn.</source>
        <translation>حبر على أبيض أو أسود خالص، وكل حدّ مرسوم.</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>حركة أقل</translation>
    </message>
    <message>
        <source>Things change in place instead of moving there.</source>
        <translation>تتغيّر الأشياء في مكانها بدل أن تنتقل إليه.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Export the list as…</source>
        <translation>تصدير القائمة بصيغة…</translation>
    </message>
    <message>
        <source>Export all lists as…</source>
        <translation>تصدير كل القوائم بصيغة…</translation>
    </message>
</context>
<context>
    <name>MergeBar</name>
    <message>
        <source>Keep apart</source>
        <translation>إبقاؤها منفصلة</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>Show more (%1)</source>
        <translation>إظهار المزيد (%1)</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>NewListSheet</name>
    <message>
        <source>A budget is an amount such as 80 or 79.50, and a currency its three letters, such as EUR.</source>
        <translation>الميزانية مبلغ مثل 80 أو 79.50، والعملة حروفها الثلاثة مثل EUR.</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>قائمة جديدة</translation>
    </message>
    <message>
        <source>Change the list</source>
        <translation>تعديل القائمة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Weekly, Party, Hardware shop</source>
        <translation>الأسبوع، حفلة، متجر العِدد</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>الميزانية</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>PaletteLine</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>PaletteSheet</name>
    <message>
        <source>Find an action, a list or an item</source>
        <translation>ابحث عن إجراء أو قائمة أو صنف</translation>
    </message>
    <message>
        <source>“dark”, “party”, “milk”</source>
        <translation>«داكن»، «حفلة»، «حليب»</translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation>لا شيء بهذا الاسم.</translation>
    </message>
    <message>
        <source>What was found: %L1</source>
        <translation>ما وُجد: %L1</translation>
    </message>
</context>
<context>
    <name>PaperText</name>
    <message>
        <source>Total: %1</source>
        <translation>المجموع: %1</translation>
    </message>
    <message>
        <source>%1, page %2 of %3</source>
        <translation>%1، صفحة %2 من %3</translation>
    </message>
    <message>
        <source>Made with Larder</source>
        <translation>صُنعت بـ Larder</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Shared by %1</source>
        <translation>يشاركها %1</translation>
    </message>
</context>
<context>
    <name>PhotoSection</name>
    <message>
        <source>Photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Photo of %1, show it large</source>
        <translation>صورة %1، إظهارها كبيرة</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>صورة أخرى</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>إضافة صورة</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>لصق صورة</translation>
    </message>
    <message>
        <source>Remove the photo</source>
        <translation>إزالة الصورة</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Photo of %1</source>
        <translation>صورة %1</translation>
    </message>
    <message>
        <source>Close the photo</source>
        <translation>إغلاق الصورة</translation>
    </message>
</context>
<context>
    <name>PopupEntry</name>
    <message>
        <source>chosen</source>
        <translation>مختار</translation>
    </message>
</context>
<context>
    <name>PriceLine</name>
    <message>
        <source>The course of the price</source>
        <translation>مسار السعر</translation>
    </message>
</context>
<context>
    <name>PriceSection</name>
    <message>
        <source>Paid before: %1</source>
        <translation>دُفع سابقًا: %1</translation>
    </message>
    <message>
        <source>Take %1, as it was: %2</source>
        <translation>أخذ %1 كما كان: %2</translation>
    </message>
    <message>
        <source>Last in each shop: %1</source>
        <translation>الأخير في كل متجر: %1</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 percent</source>
        <translation>%1 بالمئة</translation>
    </message>
</context>
<context>
    <name>QueueSection</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>بانتظار الإرسال</translation>
    </message>
</context>
<context>
    <name>QuickAdd</name>
    <message>
        <source>Quick add</source>
        <translation>إضافة سريعة</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>إضافة إلى %1</translation>
    </message>
    <message>
        <source>Enter adds, Esc closes</source>
        <translation>Enter يضيف، Esc يغلق</translation>
    </message>
</context>
<context>
    <name>ScanSheet</name>
    <message>
        <source>Scan a barcode</source>
        <translation>مسح باركود</translation>
    </message>
    <message>
        <source>Larder knows a product by its barcode once somebody of this household has named it.</source>
        <translation>يعرف Larder المنتج من الباركود بعد أن يسمّيه أحد أهل البيت.</translation>
    </message>
    <message>
        <source>Digits below the bars</source>
        <translation>الأرقام تحت الخطوط</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>تجري القراءة…</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>اختيار صورة</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>لصق صورة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search in this list</source>
        <translation>البحث في هذه القائمة</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>إغلاق البحث</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Hold it, or press Delete, to forget it</source>
        <translation>اضغط مطوّلًا، أو اضغط Delete، لنسيانه</translation>
    </message>
    <message>
        <source>To buy</source>
        <translation>للشراء</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>عليها علامة</translation>
    </message>
    <message>
        <source>With a price</source>
        <translation>بسعر</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>بلا سعر</translation>
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
        <translation>وضع علامة</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Move to another list</source>
        <translation>نقل إلى قائمة أخرى</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>More for what is selected</source>
        <translation>المزيد للمحدَّد</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Uncheck</source>
        <translation>إزالة العلامة</translation>
    </message>
    <message>
        <source>Copy to another list</source>
        <translation>نسخ إلى قائمة أخرى</translation>
    </message>
</context>
<context>
    <name>SelectionHead</name>
    <message>
        <source>Select nothing</source>
        <translation>إلغاء التحديد</translation>
    </message>
</context>
<context>
    <name>ShoppingHead</name>
    <message>
        <source>Shopping: %1</source>
        <translation>تسوّق: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Stop shopping</source>
        <translation>إنهاء التسوّق</translation>
    </message>
    <message>
        <source>Which shop?</source>
        <translation>أي متجر؟</translation>
    </message>
    <message>
        <source>Shop: %1</source>
        <translation>المتجر: %1</translation>
    </message>
</context>
<context>
    <name>ShopsSheet</name>
    <message>
        <source>Where do you shop?</source>
        <translation>أين تتسوّق؟</translation>
    </message>
    <message>
        <source>No shop in particular</source>
        <translation>لا متجر بعينه</translation>
    </message>
    <message>
        <source>Another shop</source>
        <translation>متجر آخر</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>The way through %1, as it is learnt from your shopping. Drag to put it right.</source>
        <translation>الطريق عبر %1 كما يُتعلَّم من تسوّقك. اسحب لتصحيحه.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>حذف %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>ShortcutLine</name>
    <message>
        <source>%1, not now</source>
        <translation>%1، غير ممكن الآن</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>Empty</source>
        <translation>فارغة</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>القوائم</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>قائمة جديدة</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>المزامنة</translation>
    </message>
    <message>
        <source>%L1 waiting</source>
        <translation>%L1 في الانتظار</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>An account is for sharing lists and for having them on other devices. Without one, everything stays here and works the same.</source>
        <translation>الحساب لمشاركة القوائم ولتكون على أجهزة أخرى. من دونه يبقى كل شيء هنا ويعمل كما هو.</translation>
    </message>
    <message>
        <source>Sign in or new account</source>
        <translation>تسجيل الدخول أو حساب جديد</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>حساب جديد</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة السر</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>Make the account</source>
        <translation>إنشاء الحساب</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Sort by</source>
        <translation>الترتيب حسب</translation>
    </message>
    <message>
        <source>Way through the shop</source>
        <translation>الطريق عبر المتجر</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>الأحدث أولًا</translation>
    </message>
</context>
<context>
    <name>SpendingSheet</name>
    <message>
        <source>Spending by category</source>
        <translation>المصروفات حسب الفئة</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>في القائمة</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>هذا الشهر</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>الشهر الماضي</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>هذه السنة</translation>
    </message>
    <message>
        <source>Nothing on the list has a price. Write one behind an item, as in “apples 2.99”.</source>
        <translation>لا سعر لشيء في القائمة. اكتبه بعد الصنف، مثل «تفاح 2.99».</translation>
    </message>
    <message>
        <source>Nothing with a price was bought in this time.</source>
        <translation>لم يُشترَ في هذه المدة شيء له سعر.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>اقتراحات</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1، %2، %3</translation>
    </message>
</context>
<context>
    <name>SyncBadge</name>
    <message>
        <source>Sync: %1, %L2 waiting</source>
        <translation>المزامنة: %1، %L2 في الانتظار</translation>
    </message>
    <message>
        <source>Sync: %1</source>
        <translation>المزامنة: %1</translation>
    </message>
    <message>
        <source>%1, look here</source>
        <translation>%1، انظر هنا</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>المزامنة</translation>
    </message>
    <message>
        <source>Stay offline</source>
        <translation>البقاء دون اتصال</translation>
    </message>
    <message>
        <source>For a weak network: nothing is tried until you switch it off.</source>
        <translation>لشبكة ضعيفة: لا تُجرى أي محاولة حتى توقفه.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>المحاولة الآن</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>أُصلح</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>حسنًا</translation>
    </message>
    <message>
        <source>Not kept by the server</source>
        <translation>لم يحفظه الخادم</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة مجددًا</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>صرف النظر عنه</translation>
    </message>
    <message>
        <source>Changed by two at once</source>
        <translation>غيّره اثنان معًا</translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation>أخذ ما عندي</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>تركه كما هو</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>إعادة المحاولة للكل</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>نسخ الكل</translation>
    </message>
</context>
<context>
    <name>SyncState</name>
    <message>
        <source>Saved here, waiting to be sent: %L1</source>
        <translation>محفوظ هنا وينتظر الإرسال: %L1</translation>
    </message>
</context>
<context>
    <name>UndoBars</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>تراجع: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>إغلاق: %1</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>cup</source>
        <translation>كوب</translation>
    </message>
    <message>
        <source>cups</source>
        <translation>أكواب</translation>
    </message>
    <message>
        <source>pint</source>
        <translation>باينت</translation>
    </message>
    <message>
        <source>pints</source>
        <translation>باينت</translation>
    </message>
    <message>
        <source>quart</source>
        <translation>كوارت</translation>
    </message>
    <message>
        <source>quarts</source>
        <translation>كوارت</translation>
    </message>
    <message>
        <source>gallon</source>
        <translation>غالون</translation>
    </message>
    <message>
        <source>gallons</source>
        <translation>غالونات</translation>
    </message>
    <message>
        <source>pc</source>
        <translation>حبة</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>حبات</translation>
    </message>
    <message>
        <source>pack</source>
        <translation>عبوة</translation>
    </message>
    <message>
        <source>packs</source>
        <translation>عبوات</translation>
    </message>
    <message>
        <source>bottle</source>
        <translation>زجاجة</translation>
    </message>
    <message>
        <source>bottles</source>
        <translation>زجاجات</translation>
    </message>
    <message>
        <source>can</source>
        <translation>علبة معدنية</translation>
    </message>
    <message>
        <source>cans</source>
        <translation>علب معدنية</translation>
    </message>
    <message>
        <source>jar</source>
        <translation>برطمان</translation>
    </message>
    <message>
        <source>jars</source>
        <translation>برطمانات</translation>
    </message>
    <message>
        <source>tub</source>
        <translation>علبة</translation>
    </message>
    <message>
        <source>tubs</source>
        <translation>علب</translation>
    </message>
    <message>
        <source>tube</source>
        <translation>أنبوب</translation>
    </message>
    <message>
        <source>tubes</source>
        <translation>أنابيب</translation>
    </message>
    <message>
        <source>bag</source>
        <translation>كيس</translation>
    </message>
    <message>
        <source>bags</source>
        <translation>أكياس</translation>
    </message>
    <message>
        <source>box</source>
        <translation>صندوق</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>صناديق</translation>
    </message>
    <message>
        <source>crate</source>
        <translation>قفص</translation>
    </message>
    <message>
        <source>crates</source>
        <translation>أقفاص</translation>
    </message>
    <message>
        <source>bunch</source>
        <translation>حزمة</translation>
    </message>
    <message>
        <source>bunches</source>
        <translation>حزم</translation>
    </message>
    <message>
        <source>head</source>
        <translation>رأس</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>رؤوس</translation>
    </message>
    <message>
        <source>clove</source>
        <translation>فص</translation>
    </message>
    <message>
        <source>cloves</source>
        <translation>فصوص</translation>
    </message>
    <message>
        <source>slice</source>
        <translation>شريحة</translation>
    </message>
    <message>
        <source>slices</source>
        <translation>شرائح</translation>
    </message>
    <message>
        <source>loaf</source>
        <translation>رغيف</translation>
    </message>
    <message>
        <source>loaves</source>
        <translation>أرغفة</translation>
    </message>
    <message>
        <source>roll</source>
        <translation>لفة</translation>
    </message>
    <message>
        <source>rolls</source>
        <translation>لفات</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>لوح</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>ألواح</translation>
    </message>
    <message>
        <source>pinch</source>
        <translation>رشّة</translation>
    </message>
    <message>
        <source>pinches</source>
        <translation>رشّات</translation>
    </message>
</context>
<context>
    <name>WayList</name>
    <message>
        <source>The way through %1</source>
        <translation>الطريق عبر %1</translation>
    </message>
    <message>
        <source>%1, %L2 of %L3</source>
        <translation>%1، %L2 من %L3</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>نقل %1</translation>
    </message>
</context>
<context>
    <name>WayMenu</name>
    <message>
        <source>Where it comes on the way</source>
        <translation>موضعه على الطريق</translation>
    </message>
    <message>
        <source>First</source>
        <translation>الأول</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>قبل ذلك</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>بعد ذلك</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>الأخير</translation>
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
        <translation>حُذف</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>أُعيد</translation>
    </message>
    <message>
        <source>A shop, or its way</source>
        <translation>متجر أو طريقه</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>قائمة جديدة</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>عليها علامة</translation>
    </message>
    <message>
        <source>Unchecked</source>
        <translation>أُزيلت العلامة</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>نُقل</translation>
    </message>
</context>
<context>
    <name>larder::app::AccountViewModel</name>
    <message>
        <source>The address of a server, such as https://larder.example.org.</source>
        <translation>عنوان خادم، مثل https://larder.example.org.</translation>
    </message>
    <message>
        <source>An e-mail address, such as ana@example.org.</source>
        <translation>عنوان بريد إلكتروني، مثل ana@example.org.</translation>
    </message>
    <message>
        <source>Your password is missing.</source>
        <translation>كلمة السر ناقصة.</translation>
    </message>
    <message>
        <source>What the people you share with call you.</source>
        <translation>ما يناديك به من تشاركهم.</translation>
    </message>
    <message>
        <source>There is an account with this e-mail. Sign in instead.</source>
        <translation>يوجد حساب بهذا البريد. سجّل الدخول بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>The lists on this device belong to another account. Sign that one out first.</source>
        <translation>القوائم على هذا الجهاز لحساب آخر. سجّل خروجه أولًا.</translation>
    </message>
    <message>
        <source>The server did not accept that. Check the e-mail and choose a stronger password.</source>
        <translation>لم يقبل الخادم ذلك. راجع البريد واختر كلمة سر أقوى.</translation>
    </message>
</context>
<context>
    <name>larder::app::AppViewModel</name>
    <message>
        <source>Weekend shop</source>
        <translation>تسوّق نهاية الأسبوع</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>هذا الأسبوع</translation>
    </message>
</context>
<context>
    <name>larder::app::ArrangementViewModel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>لم يوجد شيء</numerusform>
            <numerusform>وُجد واحد</numerusform>
            <numerusform>وُجد اثنان</numerusform>
            <numerusform>وُجدت %Ln</numerusform>
            <numerusform>وُجد %Ln</numerusform>
            <numerusform>وُجد %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::BulkViewModel</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>لم يُحدَّد شيء</numerusform>
            <numerusform>حُدّد واحد</numerusform>
            <numerusform>حُدّد اثنان</numerusform>
            <numerusform>حُدّدت %Ln</numerusform>
            <numerusform>حُدّد %Ln</numerusform>
            <numerusform>حُدّد %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>That list is still being read. Try again in a moment.</source>
        <translation>ما زالت تلك القائمة تُقرأ. حاول مجددًا بعد لحظة.</translation>
    </message>
</context>
<context>
    <name>larder::app::CommandRows</name>
    <message>
        <source>List</source>
        <translation>قائمة</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>الذهاب إلى</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Larder</source>
        <translation>Larder</translation>
    </message>
    <message>
        <source>Add something</source>
        <translation>أضف شيئًا</translation>
    </message>
    <message>
        <source>new item entry write</source>
        <translation>جديد صنف إدخال كتابة</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>قائمة جديدة</translation>
    </message>
    <message>
        <source>create add make</source>
        <translation>إنشاء إضافة عمل</translation>
    </message>
    <message>
        <source>Quick add in a small window</source>
        <translation>إضافة سريعة في نافذة صغيرة</translation>
    </message>
    <message>
        <source>new item capture</source>
        <translation>جديد صنف تدوين</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>استرجاع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>again repeat</source>
        <translation>مجددًا تكرار</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>البحث في القائمة</translation>
    </message>
    <message>
        <source>find filter</source>
        <translation>إيجاد تصفية</translation>
    </message>
    <message>
        <source>Start shopping</source>
        <translation>بدء التسوّق</translation>
    </message>
    <message>
        <source>mode shop cart trolley</source>
        <translation>وضع تسوق عربة سلة</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>وضع علامة على الكل</translation>
    </message>
    <message>
        <source>tick done everything</source>
        <translation>علامة تم الكل</translation>
    </message>
    <message>
        <source>Uncheck all</source>
        <translation>إزالة كل العلامات</translation>
    </message>
    <message>
        <source>untick again everything</source>
        <translation>إزالة العلامة مجددًا الكل</translation>
    </message>
    <message>
        <source>Remove what is checked</source>
        <translation>إزالة ما عليه علامة</translation>
    </message>
    <message>
        <source>clear done delete bought</source>
        <translation>مسح تم حذف مشترى</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>طباعة القائمة</translation>
    </message>
    <message>
        <source>paper printer</source>
        <translation>ورق طابعة</translation>
    </message>
    <message>
        <source>Save the list as PDF</source>
        <translation>حفظ القائمة كملف PDF</translation>
    </message>
    <message>
        <source>export file paper</source>
        <translation>تصدير ملف ورق</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>استيراد قائمة</translation>
    </message>
    <message>
        <source>open file paste csv json bring anylist keep recipe</source>
        <translation>فتح ملف لصق csv json bring anylist keep وصفة</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>تصدير القائمة</translation>
    </message>
    <message>
        <source>save file csv json markdown text</source>
        <translation>حفظ ملف csv json markdown نص</translation>
    </message>
    <message>
        <source>Export all lists</source>
        <translation>تصدير كل القوائم</translation>
    </message>
    <message>
        <source>save file backup everything</source>
        <translation>حفظ ملف نسخة احتياطية الكل</translation>
    </message>
    <message>
        <source>Copy the list as text</source>
        <translation>نسخ القائمة كنص</translation>
    </message>
    <message>
        <source>clipboard share send</source>
        <translation>حافظة مشاركة إرسال</translation>
    </message>
    <message>
        <source>Sort by the way through the shop</source>
        <translation>الترتيب حسب الطريق عبر المتجر</translation>
    </message>
    <message>
        <source>sort order arrange</source>
        <translation>ترتيب فرز تنظيم</translation>
    </message>
    <message>
        <source>Sort by category</source>
        <translation>الترتيب حسب الفئة</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>الترتيب حسب الاسم</translation>
    </message>
    <message>
        <source>Sort by quantity</source>
        <translation>الترتيب حسب الكمية</translation>
    </message>
    <message>
        <source>Sort by newest first</source>
        <translation>الترتيب من الأحدث</translation>
    </message>
    <message>
        <source>All lists</source>
        <translation>كل القوائم</translation>
    </message>
    <message>
        <source>overview go</source>
        <translation>نظرة عامة ذهاب</translation>
    </message>
    <message>
        <source>The open list</source>
        <translation>القائمة المفتوحة</translation>
    </message>
    <message>
        <source>items go</source>
        <translation>أصناف ذهاب</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>المزامنة</translation>
    </message>
    <message>
        <source>server network waiting failures conflicts go</source>
        <translation>خادم شبكة انتظار أخطاء تعارض ذهاب</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>account settings preferences sign in out go</source>
        <translation>حساب إعدادات تفضيلات دخول خروج ذهاب</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>return up</source>
        <translation>رجوع أعلى</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>ألوان فاتحة</translation>
    </message>
    <message>
        <source>theme bright day</source>
        <translation>سمة فاتح نهار</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>ألوان داكنة</translation>
    </message>
    <message>
        <source>theme night</source>
        <translation>سمة ليل</translation>
    </message>
    <message>
        <source>The system&apos;s colours</source>
        <translation>ألوان النظام</translation>
    </message>
    <message>
        <source>theme automatic follow</source>
        <translation>سمة تلقائي اتباع</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>accessibility black white</source>
        <translation>إمكانية الوصول أسود أبيض</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>حركة أقل</translation>
    </message>
    <message>
        <source>accessibility animation reduced</source>
        <translation>إمكانية الوصول حركة تقليل</translation>
    </message>
    <message>
        <source>Stay offline</source>
        <translation>البقاء دون اتصال</translation>
    </message>
    <message>
        <source>network aeroplane sync</source>
        <translation>شبكة طيران مزامنة</translation>
    </message>
    <message>
        <source>Find an action, a list or an item</source>
        <translation>ابحث عن إجراء أو قائمة أو صنف</translation>
    </message>
    <message>
        <source>command palette search</source>
        <translation>أوامر لوحة بحث</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>help keys</source>
        <translation>مساعدة مفاتيح</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>close exit end</source>
        <translation>إغلاق خروج نهاية</translation>
    </message>
    <message>
        <source>Go online again</source>
        <translation>العودة إلى الاتصال</translation>
    </message>
    <message>
        <source>Stop shopping</source>
        <translation>إنهاء التسوّق</translation>
    </message>
    <message>
        <source>No high contrast</source>
        <translation>بلا تباين عالٍ</translation>
    </message>
    <message>
        <source>Motion again</source>
        <translation>إعادة الحركة</translation>
    </message>
    <message>
        <source>Scan a barcode</source>
        <translation>مسح باركود</translation>
    </message>
    <message>
        <source>ean picture product code</source>
        <translation>ean صورة منتج رمز</translation>
    </message>
    <message>
        <source>Spending by category</source>
        <translation>المصروفات حسب الفئة</translation>
    </message>
    <message>
        <source>money budget prices cost statistics month</source>
        <translation>مال ميزانية أسعار تكلفة إحصاء شهر</translation>
    </message>
</context>
<context>
    <name>larder::app::DesktopViewModel</name>
    <message>
        <source>The system&apos;s settings can&apos;t be written. Nothing was changed.</source>
        <translation>لا يمكن كتابة إعدادات النظام. لم يتغيّر شيء.</translation>
    </message>
</context>
<context>
    <name>larder::app::EntryViewModel</name>
    <message>
        <source>Checked; to buy again</source>
        <translation>عليه علامة؛ للشراء من جديد</translation>
    </message>
    <message>
        <source>On the list already</source>
        <translation>على القائمة بالفعل</translation>
    </message>
    <message>
        <source>On the list: %1</source>
        <translation>على القائمة: %1</translation>
    </message>
    <message>
        <source>Another one beside it</source>
        <translation>واحد آخر بجانبه</translation>
    </message>
    <message>
        <source>2 kg apples</source>
        <translation>2 kg تفاح</translation>
    </message>
    <message>
        <source>milk 1.5 l</source>
        <translation>حليب 1.5 l</translation>
    </message>
    <message>
        <source>6x eggs</source>
        <translation>6x بيض</translation>
    </message>
</context>
<context>
    <name>larder::app::ExportViewModel</name>
    <message>
        <source>Larder (JSON): everything, to keep or to read again</source>
        <translation>Larder (JSON): كل شيء، للحفظ أو للقراءة من جديد</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>جدول (CSV)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Larder lists</source>
        <translation>قوائم Larder</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>إلى أين؟</translation>
    </message>
    <message>
        <source>List</source>
        <translation>قائمة</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>حُفظ باسم %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>تعذّرت كتابة %1: %2</translation>
    </message>
    <message>
        <source>Copied the list as text</source>
        <translation>نُسخت القائمة كنص</translation>
    </message>
</context>
<context>
    <name>larder::app::FileWork</name>
    <message>
        <source>Which file is to be imported?</source>
        <translation>أي ملف سيُستورد؟</translation>
    </message>
    <message>
        <source>Which picture is the photo?</source>
        <translation>أي صورة هي؟</translation>
    </message>
    <message>
        <source>Which picture has the barcode?</source>
        <translation>في أي صورة الباركود؟</translation>
    </message>
</context>
<context>
    <name>larder::app::ImportRows</name>
    <message>
        <source>Can&apos;t be read (%L1)</source>
        <translation>لا يمكن قراءتها (%L1)</translation>
    </message>
    <message>
        <source>On the list already</source>
        <translation>على القائمة بالفعل</translation>
    </message>
    <message>
        <source>Checked; to buy again</source>
        <translation>عليه علامة؛ للشراء من جديد</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>comes twice</source>
        <translation>يتكرّر مرتين</translation>
    </message>
    <message>
        <source>one is there</source>
        <translation>يوجد واحد</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>يوجد %1</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>عليه علامة</translation>
    </message>
</context>
<context>
    <name>larder::app::ImportViewModel</name>
    <message>
        <source>This system has no window to choose a file with. Drop the file here, or paste its text.</source>
        <translation>ليس في هذا النظام نافذة لاختيار ملف. أفلت الملف هنا، أو الصق نصه.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy a list somewhere else first.</source>
        <translation>لا نص في الحافظة. انسخ قائمة من مكان آخر أولًا.</translation>
    </message>
    <message>
        <source>Only files on this device can be read. Save it here first.</source>
        <translation>لا يمكن قراءة إلا الملفات التي على هذا الجهاز. احفظه هنا أولًا.</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>قائمة جديدة</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>لا يمكن قراءة %1: %2</translation>
    </message>
    <message>
        <source>What you pasted: %1</source>
        <translation>ما لصقته: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>لا جديد</numerusform>
            <numerusform>واحد جديد</numerusform>
            <numerusform>اثنان جديدان</numerusform>
            <numerusform>%Ln جديدة</numerusform>
            <numerusform>%Ln جديدًا</numerusform>
            <numerusform>%Ln جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the list already</source>
        <translation>
            <numerusform>لا شيء على القائمة بالفعل</numerusform>
            <numerusform>واحد على القائمة بالفعل</numerusform>
            <numerusform>اثنان على القائمة بالفعل</numerusform>
            <numerusform>%Ln على القائمة بالفعل</numerusform>
            <numerusform>%Ln على القائمة بالفعل</numerusform>
            <numerusform>%Ln على القائمة بالفعل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can&apos;t be read</source>
        <translation>
            <numerusform>لا شيء تتعذّر قراءته</numerusform>
            <numerusform>واحد تتعذّر قراءته</numerusform>
            <numerusform>اثنان تتعذّر قراءتهما</numerusform>
            <numerusform>%Ln تتعذّر قراءتها</numerusform>
            <numerusform>%Ln تتعذّر قراءتها</numerusform>
            <numerusform>%Ln تتعذّر قراءتها</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>لا شيء فيه.</translation>
    </message>
    <message>
        <source>A list of its own</source>
        <translation>قائمة مستقلة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists of their own</source>
        <translation>
            <numerusform>بلا قوائم مستقلة</numerusform>
            <numerusform>قائمة مستقلة</numerusform>
            <numerusform>قائمتان مستقلتان</numerusform>
            <numerusform>%Ln قوائم مستقلة</numerusform>
            <numerusform>%Ln قائمة مستقلة</numerusform>
            <numerusform>%Ln قائمة مستقلة</numerusform>
        </translation>
    </message>
    <message>
        <source>Into %1</source>
        <translation>إلى %1</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln items</source>
        <translation>
            <numerusform>لا شيء لإضافته</numerusform>
            <numerusform>إضافة صنف واحد</numerusform>
            <numerusform>إضافة صنفين</numerusform>
            <numerusform>إضافة %Ln أصناف</numerusform>
            <numerusform>إضافة %Ln صنفًا</numerusform>
            <numerusform>إضافة %Ln صنف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists</source>
        <translation>
            <numerusform>لا قوائم</numerusform>
            <numerusform>قائمة واحدة</numerusform>
            <numerusform>قائمتان</numerusform>
            <numerusform>%Ln قوائم</numerusform>
            <numerusform>%Ln قائمة</numerusform>
            <numerusform>%Ln قائمة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::ItemViewModel</name>
    <message>
        <source>An item needs a name. To remove it, delete it.</source>
        <translation>يلزم الصنف اسم. لإزالته احذفه.</translation>
    </message>
    <message>
        <source>A name has at most 255 characters.</source>
        <translation>طول الاسم 255 حرفًا على الأكثر.</translation>
    </message>
    <message>
        <source>A number from 0.001 to 999,999.</source>
        <translation>عدد من 0.001 إلى 999,999.</translation>
    </message>
    <message>
        <source>A unit has at most 32 characters.</source>
        <translation>طول الوحدة 32 حرفًا على الأكثر.</translation>
    </message>
    <message>
        <source>A note has at most 4,000 characters.</source>
        <translation>طول الملاحظة 4,000 حرف على الأكثر.</translation>
    </message>
    <message>
        <source>An amount such as 3.49, up to 999,999.99.</source>
        <translation>مبلغ مثل 3.49، حتى 999,999.99.</translation>
    </message>
    <message>
        <source>The digits below the bars of the packet, as they stand there.</source>
        <translation>الأرقام تحت خطوط العبوة كما هي.</translation>
    </message>
</context>
<context>
    <name>larder::app::ListViewModel</name>
    <message>
        <source>All done</source>
        <translation>تم كل شيء</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>لم يبقَ شيء</numerusform>
            <numerusform>بقي واحد</numerusform>
            <numerusform>بقي اثنان</numerusform>
            <numerusform>بقيت %Ln</numerusform>
            <numerusform>بقي %Ln</numerusform>
            <numerusform>بقي %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the cart</source>
        <translation>
            <numerusform>لا شيء في العربة</numerusform>
            <numerusform>واحد في العربة</numerusform>
            <numerusform>اثنان في العربة</numerusform>
            <numerusform>%Ln في العربة</numerusform>
            <numerusform>%Ln في العربة</numerusform>
            <numerusform>%Ln في العربة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::ListsViewModel</name>
    <message>
        <source>Empty</source>
        <translation>فارغة</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>تم كل شيء</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>لم يبقَ شيء</numerusform>
            <numerusform>بقي واحد</numerusform>
            <numerusform>بقي اثنان</numerusform>
            <numerusform>بقيت %Ln</numerusform>
            <numerusform>بقي %Ln</numerusform>
            <numerusform>بقي %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::MergeOffer</name>
    <message numerus="yes">
        <source>%1 is on the list %Ln times.</source>
        <translation>
            <numerusform>%1 ليس على القائمة.</numerusform>
            <numerusform>%1 على القائمة مرة واحدة.</numerusform>
            <numerusform>%1 على القائمة مرتين.</numerusform>
            <numerusform>%1 على القائمة %Ln مرات.</numerusform>
            <numerusform>%1 على القائمة %Ln مرة.</numerusform>
            <numerusform>%1 على القائمة %Ln مرة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is on the list %Ln times: %2.</source>
        <translation>
            <numerusform>%1 ليس على القائمة: %2.</numerusform>
            <numerusform>%1 على القائمة مرة واحدة: %2.</numerusform>
            <numerusform>%1 على القائمة مرتين: %2.</numerusform>
            <numerusform>%1 على القائمة %Ln مرات: %2.</numerusform>
            <numerusform>%1 على القائمة %Ln مرة: %2.</numerusform>
            <numerusform>%1 على القائمة %Ln مرة: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make it one</source>
        <translation>جعلها واحدًا</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>جعلها %1</translation>
    </message>
</context>
<context>
    <name>larder::app::PaletteRows</name>
    <message>
        <source>List</source>
        <translation>قائمة</translation>
    </message>
</context>
<context>
    <name>larder::app::PaperWork</name>
    <message>
        <source>Save the list as PDF</source>
        <translation>حفظ القائمة كملف PDF</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>حُفظ باسم %1</translation>
    </message>
    <message>
        <source>The PDF could not be written there. Nothing was changed; try another folder.</source>
        <translation>تعذّرت كتابة ملف PDF هناك. لم يتغيّر شيء؛ جرّب مجلدًا آخر.</translation>
    </message>
</context>
<context>
    <name>larder::app::PhotoViewModel</name>
    <message>
        <source>The picture is being made smaller…</source>
        <translation>يجري تصغير الصورة…</translation>
    </message>
    <message>
        <source>The server has no room for more photos of this list. It stays on this device.</source>
        <translation>لا مكان في الخادم لمزيد من صور هذه القائمة. تبقى على هذا الجهاز.</translation>
    </message>
    <message>
        <source>The server did not take this photo. It stays on this device.</source>
        <translation>لم يقبل الخادم هذه الصورة. تبقى على هذا الجهاز.</translation>
    </message>
    <message>
        <source>This photo has not reached this device yet.</source>
        <translation>لم تصل هذه الصورة إلى هذا الجهاز بعد.</translation>
    </message>
    <message>
        <source>Kept here; others see it once it is sent.</source>
        <translation>محفوظة هنا؛ يراها الآخرون عند إرسالها.</translation>
    </message>
    <message>
        <source>Only pictures on this device can be taken. Save it here first.</source>
        <translation>لا يمكن أخذ إلا الصور التي على هذا الجهاز. احفظها هنا أولًا.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one somewhere else first.</source>
        <translation>لا صورة في الحافظة. انسخ واحدة من مكان آخر أولًا.</translation>
    </message>
    <message>
        <source>This system has no window to choose a file with. Drop the picture here, or paste it.</source>
        <translation>ليس في هذا النظام نافذة لاختيار ملف. أفلت الصورة هنا، أو الصقها.</translation>
    </message>
    <message>
        <source>This picture is too large. Choose one of at most 120 megapixels and 64 MB.</source>
        <translation>هذه الصورة أكبر من اللازم. اختر واحدة لا تتجاوز 120 ميغابكسل و64 MB.</translation>
    </message>
    <message>
        <source>This picture can&apos;t be read, or this device&apos;s disk is full.</source>
        <translation>لا يمكن قراءة هذه الصورة، أو أن قرص هذا الجهاز ممتلئ.</translation>
    </message>
    <message>
        <source>This is no picture that Larder can read. Choose a JPEG, PNG or GIF.</source>
        <translation>ليست هذه صورة يستطيع Larder قراءتها. اختر JPEG أو PNG أو GIF.</translation>
    </message>
</context>
<context>
    <name>larder::app::PriceHistory</name>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>ولا مرة</numerusform>
            <numerusform>مرة واحدة</numerusform>
            <numerusform>مرتان</numerusform>
            <numerusform>%Ln مرات</numerusform>
            <numerusform>%Ln مرة</numerusform>
            <numerusform>%Ln مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1 – %2, %3</source>
        <translation>%1 – %2، %3</translation>
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
        <translation>ليس في هذا النظام نافذة لاختيار ملف. أفلت الصورة هنا، أو الصقها.</translation>
    </message>
    <message>
        <source>Only pictures on this device can be read. Save it here first.</source>
        <translation>لا يمكن قراءة إلا الصور التي على هذا الجهاز. احفظها هنا أولًا.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one somewhere else first.</source>
        <translation>لا صورة في الحافظة. انسخ واحدة من مكان آخر أولًا.</translation>
    </message>
    <message>
        <source>This file can&apos;t be opened.</source>
        <translation>لا يمكن فتح هذا الملف.</translation>
    </message>
    <message>
        <source>This is no picture that Larder can read.</source>
        <translation>ليست هذه صورة يستطيع Larder قراءتها.</translation>
    </message>
    <message>
        <source>This picture is too large. Take a smaller one.</source>
        <translation>هذه الصورة أكبر من اللازم. خذ أصغر منها.</translation>
    </message>
    <message>
        <source>No barcode can be made out. Take the picture closer, in more light, with the whole code in it.</source>
        <translation>لا يظهر أي باركود. التقط الصورة من مسافة أقرب وبضوء أكثر ومع الرمز كله.</translation>
    </message>
    <message>
        <source>These digits are no barcode. Check them against the packet.</source>
        <translation>هذه الأرقام ليست باركود. قارنها بما على العبوة.</translation>
    </message>
</context>
<context>
    <name>larder::app::SpendingViewModel</name>
    <message numerus="yes">
        <source>%Ln things without a price are not counted</source>
        <translation>
            <numerusform>لا شيء بلا سعر</numerusform>
            <numerusform>شيء واحد بلا سعر لا يُحتسب</numerusform>
            <numerusform>شيئان بلا سعر لا يُحتسبان</numerusform>
            <numerusform>%Ln أشياء بلا سعر لا تُحتسب</numerusform>
            <numerusform>%Ln شيئًا بلا سعر لا تُحتسب</numerusform>
            <numerusform>%Ln شيء بلا سعر لا تُحتسب</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 percent</source>
        <translation>%1: %2، %3 بالمئة</translation>
    </message>
</context>
<context>
    <name>larder::app::SyncViewModel</name>
    <message>
        <source>Signed out</source>
        <translation>خارج الحساب</translation>
    </message>
    <message>
        <source>On this device only</source>
        <translation>على هذا الجهاز فقط</translation>
    </message>
    <message>
        <source>Offline, as you asked</source>
        <translation>دون اتصال كما طلبت</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>دون اتصال</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>يجري الاتصال</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>يجري اللحاق</translation>
    </message>
    <message>
        <source>Sending your changes</source>
        <translation>تُرسَل تغييراتك</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>محدَّث</translation>
    </message>
    <message>
        <source>Your lists are kept here. Sign in to share them and to have them on other devices.</source>
        <translation>قوائمك محفوظة هنا. سجّل الدخول لمشاركتها ولتكون على أجهزة أخرى.</translation>
    </message>
    <message>
        <source>Everything works; your changes are sent when you go online again.</source>
        <translation>كل شيء يعمل؛ تُرسَل تغييراتك عندما تعود إلى الاتصال.</translation>
    </message>
    <message>
        <source>It is tried again at %1.</source>
        <translation>المحاولة التالية في %1.</translation>
    </message>
    <message>
        <source>Last in agreement with the server: %1</source>
        <translation>آخر اتفاق مع الخادم: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date and a time</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Changes that had not been sent, saved: %L1.</source>
        <translation>تغييرات لم تُرسَل وتم إنقاذها: %L1.</translation>
    </message>
    <message>
        <source>There were no unsent changes to save.</source>
        <translation>لم تكن هناك تغييرات غير مرسلة لإنقاذها.</translation>
    </message>
    <message>
        <source>A damaged file was set aside</source>
        <translation>وُضع ملف تالف جانبًا</translation>
    </message>
    <message>
        <source>The file with your lists could not be read any more and was replaced. What the server has comes back from there. %1 The old file is kept:
%2</source>
        <translation>لم يعد ممكنًا قراءة الملف الذي فيه قوائمك فاستُبدل. ما عند الخادم يعود من هناك. %1 الملف القديم محفوظ:
%2</translation>
    </message>
    <message>
        <source>The file with your lists was damaged. Sync tells what was saved.</source>
        <translation>كان الملف الذي فيه قوائمك تالفًا. صفحة المزامنة تخبرك بما أُنقذ.</translation>
    </message>
    <message>
        <source>Something</source>
        <translation>شيء ما</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>شخص ما</translation>
    </message>
    <message>
        <source>%1 Your change is kept here until you decide.</source>
        <translation>%1 تغييرك محفوظ هنا حتى تقرّر.</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln older, too many to keep.</source>
        <translation>
            <numerusform>لا أقدم</numerusform>
            <numerusform>وواحد أقدم، أكثر مما يُحفظ.</numerusform>
            <numerusform>واثنان أقدم، أكثر مما يُحفظ.</numerusform>
            <numerusform>و%Ln أقدم، أكثر مما يُحفظ.</numerusform>
            <numerusform>و%Ln أقدم، أكثر مما يُحفظ.</numerusform>
            <numerusform>و%Ln أقدم، أكثر مما يُحفظ.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 removed it while you changed it.</source>
        <translation>أزاله %1 بينما كنت تعدّله.</translation>
    </message>
    <message>
        <source>%1 changed the %2 to “%3”; you had “%4”.</source>
        <translation>غيّر %1 %2 إلى «%3»؛ كان عندك «%4».</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a change and its list</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln older.</source>
        <translation>
            <numerusform>ولا أقدم.</numerusform>
            <numerusform>وواحد أقدم.</numerusform>
            <numerusform>واثنان أقدم.</numerusform>
            <numerusform>و%Ln أقدم.</numerusform>
            <numerusform>و%Ln أقدم.</numerusform>
            <numerusform>و%Ln أقدم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied what you wrote of %1</source>
        <translation>نُسخ ما كتبته عن %1</translation>
    </message>
    <message>
        <source>Copied all that was not kept</source>
        <translation>نُسخ كل ما لم يُحفظ</translation>
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
        <translation>إخفاء النافذة</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>إظهار النافذة</translation>
    </message>
    <message>
        <source>Quick add…</source>
        <translation>إضافة سريعة…</translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <translation>%1 (%L2)</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>larder::app::UndoStack</name>
    <message>
        <source>Somebody changed it since. That was kept.</source>
        <translation>غيّره شخص منذ ذلك. أُبقي على ذلك.</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>حُذف %1</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln items</source>
        <translation>
            <numerusform>لم يُحذف شيء</numerusform>
            <numerusform>حُذف صنف واحد</numerusform>
            <numerusform>حُذف صنفان</numerusform>
            <numerusform>حُذفت %Ln أصناف</numerusform>
            <numerusform>حُذف %Ln صنفًا</numerusform>
            <numerusform>حُذف %Ln صنف</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved %1 to %2</source>
        <translation>نُقل %1 إلى %2</translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln items to %1</source>
        <translation>
            <numerusform>لم يُنقل شيء إلى %1</numerusform>
            <numerusform>نُقل صنف واحد إلى %1</numerusform>
            <numerusform>نُقل صنفان إلى %1</numerusform>
            <numerusform>نُقلت %Ln أصناف إلى %1</numerusform>
            <numerusform>نُقل %Ln صنفًا إلى %1</numerusform>
            <numerusform>نُقل %Ln صنف إلى %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied %1 to %2</source>
        <translation>نُسخ %1 إلى %2</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln items to %1</source>
        <translation>
            <numerusform>لم يُنسخ شيء إلى %1</numerusform>
            <numerusform>نُسخ صنف واحد إلى %1</numerusform>
            <numerusform>نُسخ صنفان إلى %1</numerusform>
            <numerusform>نُسخت %Ln أصناف إلى %1</numerusform>
            <numerusform>نُسخ %Ln صنفًا إلى %1</numerusform>
            <numerusform>نُسخ %Ln صنف إلى %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %Ln items to %1</source>
        <translation>
            <numerusform>لم يُضف شيء إلى %1</numerusform>
            <numerusform>أُضيف صنف واحد إلى %1</numerusform>
            <numerusform>أُضيف صنفان إلى %1</numerusform>
            <numerusform>أُضيفت %Ln أصناف إلى %1</numerusform>
            <numerusform>أُضيف %Ln صنفًا إلى %1</numerusform>
            <numerusform>أُضيف %Ln صنف إلى %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is one item now</source>
        <translation>أصبح %1 صنفًا واحدًا</translation>
    </message>
    <message numerus="yes">
        <source>%Ln items are one each now</source>
        <translation>
            <numerusform>لم يُدمج شيء</numerusform>
            <numerusform>دُمج صنف واحد</numerusform>
            <numerusform>دُمج صنفان</numerusform>
            <numerusform>دُمجت %Ln أصناف</numerusform>
            <numerusform>دُمج %Ln صنفًا</numerusform>
            <numerusform>دُمج %Ln صنف</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>وُضعت علامة على %1</translation>
    </message>
    <message numerus="yes">
        <source>Checked %Ln items</source>
        <translation>
            <numerusform>بلا علامات جديدة</numerusform>
            <numerusform>وُضعت علامة على صنف واحد</numerusform>
            <numerusform>وُضعت علامة على صنفين</numerusform>
            <numerusform>وُضعت علامة على %Ln أصناف</numerusform>
            <numerusform>وُضعت علامة على %Ln صنفًا</numerusform>
            <numerusform>وُضعت علامة على %Ln صنف</numerusform>
        </translation>
    </message>
</context>
</TS>
