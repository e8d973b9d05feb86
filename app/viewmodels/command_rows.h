// Every action of the window, once: what it is called, its keys, and whether it can be done now.
//
// The shortcuts of the window, the page that lists them and the palette read this one table, so that none of
// the three can say what the others don't. A new action is an entry in Command, a row of the table in the
// .cpp, and a case in can() and in run(). What only the window can do leaves as a signal. Lives on the UI
// thread; owned by AppViewModel.
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace larder::app {

class AppViewModel;

class CommandRows final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")

public:
    enum Command {
        NewItem,
        NewList,
        QuickAdd,
        Undo,
        Redo,
        Search,
        Shopping,
        CheckAll,
        UncheckAll,
        ClearChecked,
        Scan,
        Print,
        SavePdf,
        Import,
        Export,
        ExportAll,
        CopyText,
        Spending,
        SortByShop, // and the others in the order of ArrangementViewModel::Sort
        SortByCategory,
        SortByName,
        SortByQuantity,
        SortByNewest,
        GoToLists,
        GoToList,
        GoToSync,
        GoToYou,
        GoBack,
        LightColours,
        DarkColours,
        SystemColours,
        HighContrast,
        LessMotion,
        StayOffline,
        Palette,
        Shortcuts,
        Quit,
    };
    Q_ENUM(Command)
    enum Role {
        CommandRole = Qt::UserRole + 1,
        TitleRole,
        GroupRole,
        KeywordsRole,
        KeysRole, // as a Shortcut of QML takes them
        KeyTextRole, // as this system writes the first of them
        AllKeysRole, // likewise, all of them
        PossibleRole,
    };

    explicit CommandRows(AppViewModel &app);

    // Whether it can be done as things stand.
    bool can(Command command) const;
    Q_INVOKABLE void run(int command);
    QString title(Command command) const;
    // The keys of one action in this system's notation, all of them.
    QString keysOf(int command) const;
    // Another language: every word is asked for again.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void newItemAsked();
    void newListAsked();
    void quickAddAsked();
    void paletteAsked();
    void printAsked();
    void pdfAsked();
    void exportAsked(int scope); // ExportViewModel::Scope
    void quitAsked();

private:
    // Tells of those whose answer to can(), or whose title, is another than a moment ago.
    void look();

    AppViewModel &m_app;
    std::vector<bool> m_possible; // by row, as it was told last
    QStringList m_titles;
};

} // namespace larder::app
