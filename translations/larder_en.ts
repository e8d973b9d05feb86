<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>larder::app::ArrangementViewModel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::BulkViewModel</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::ImportViewModel</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the list already</source>
        <translation>
            <numerusform>%Ln on the list already</numerusform>
            <numerusform>%Ln on the list already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can&apos;t be read</source>
        <translation>
            <numerusform>%Ln can&apos;t be read</numerusform>
            <numerusform>%Ln can&apos;t be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists of their own</source>
        <translation>
            <numerusform>%Ln list of its own</numerusform>
            <numerusform>%Ln lists of their own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln items</source>
        <translation>
            <numerusform>Add %Ln item</numerusform>
            <numerusform>Add %Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists</source>
        <translation>
            <numerusform>%Ln list</numerusform>
            <numerusform>%Ln lists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::ListViewModel</name>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>%Ln left</numerusform>
            <numerusform>%Ln left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the cart</source>
        <translation>
            <numerusform>%Ln in the cart</numerusform>
            <numerusform>%Ln in the cart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::ListsViewModel</name>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>%Ln left</numerusform>
            <numerusform>%Ln left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::MergeOffer</name>
    <message numerus="yes">
        <source>%1 is on the list %Ln times.</source>
        <translation>
            <numerusform>%1 is on the list %Ln time.</numerusform>
            <numerusform>%1 is on the list %Ln times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is on the list %Ln times: %2.</source>
        <translation>
            <numerusform>%1 is on the list %Ln time: %2.</numerusform>
            <numerusform>%1 is on the list %Ln times: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::PriceHistory</name>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::SpendingViewModel</name>
    <message numerus="yes">
        <source>%Ln things without a price are not counted</source>
        <translation>
            <numerusform>%Ln thing without a price is not counted</numerusform>
            <numerusform>%Ln things without a price are not counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::SyncViewModel</name>
    <message numerus="yes">
        <source>And %Ln older, too many to keep.</source>
        <translation>
            <numerusform>And %Ln older, too many to keep.</numerusform>
            <numerusform>And %Ln older, too many to keep.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln older.</source>
        <translation>
            <numerusform>And %Ln older.</numerusform>
            <numerusform>And %Ln older.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>larder::app::UndoStack</name>
    <message numerus="yes">
        <source>Deleted %Ln items</source>
        <translation>
            <numerusform>Deleted %Ln item</numerusform>
            <numerusform>Deleted %Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln items to %1</source>
        <translation>
            <numerusform>Moved %Ln item to %1</numerusform>
            <numerusform>Moved %Ln items to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln items to %1</source>
        <translation>
            <numerusform>Copied %Ln item to %1</numerusform>
            <numerusform>Copied %Ln items to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %Ln items to %1</source>
        <translation>
            <numerusform>Added %Ln item to %1</numerusform>
            <numerusform>Added %Ln items to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln items are one each now</source>
        <translation>
            <numerusform>%Ln item is one now</numerusform>
            <numerusform>%Ln items are one each now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked %Ln items</source>
        <translation>
            <numerusform>Checked %Ln item</numerusform>
            <numerusform>Checked %Ln items</numerusform>
        </translation>
    </message>
</context>
</TS>
