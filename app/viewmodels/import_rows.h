// The preview of an import, line by line: what can't be read and why, what would be raised, what is new.
//
// Each line that can be read may be left out. Lives on the UI thread; owned by ImportViewModel.
#pragma once

#include "app/lists/import_plan.h"

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace larder::app {

class ImportRows final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to an ImportViewModel")

public:
    enum Kind { Header, New, Raise, Again, Unreadable };
    Q_ENUM(Kind)
    enum Role { KindRole = Qt::UserRole + 1, NameRole, AmountRole, DetailRole, ChosenRole, SpokenRole };

    explicit ImportRows(QObject &owner);

    // Everything goes to one list, which has a currency, or each to a list of its own.
    void showInto(std::shared_ptr<const exchange::Import> import, ImportPlan plan, const QString &currency);
    void showApart(std::shared_ptr<const exchange::Import> import, ImportPlan plan);
    void clear();

    const ImportPlan &plan() const { return m_plan; }
    int chosenCount() const { return m_chosen; }
    int count(Kind kind) const;
    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE void chooseAll(bool chosen);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void chosenChanged();

private:
    struct Row {
        Kind kind = Header;
        std::size_t at = 0; // of the plan's items, or of what can't be read
        QString title; // of a header
    };

    void begin(std::shared_ptr<const exchange::Import> import, ImportPlan plan);
    void end();
    void addSection(const QString &title, PlannedItem::Kind kind);
    QString detailOf(const Row &row) const;
    QVariant itemData(const Row &row, int role) const;

    std::shared_ptr<const exchange::Import> m_import;
    ImportPlan m_plan;
    QString m_currency; // of prices without one
    std::vector<Row> m_rows;
    int m_chosen = 0;
};

} // namespace larder::app
