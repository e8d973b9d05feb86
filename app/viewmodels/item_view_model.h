// One item, to be looked at and changed: the detail pane of a wide window and the phone's detail page.
//
// A field is written when it is left, only when it changed, and what can't be kept stays in the field with a
// sentence beside it. What others change meanwhile shows at once.
// Lives on the UI thread; owned by AppViewModel.
#pragma once

#include "app/viewmodels/price_history.h"
#include "app/viewmodels/undo_stack.h"
#include "core/replica/replica_client.h"

#include <QtCore/QStringList>

namespace larder::app {

class ListViewModel;

class ItemViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(QString itemId READ itemId NOTIFY itemChanged)
    Q_PROPERTY(bool shown READ isShown NOTIFY itemChanged)
    Q_PROPERTY(bool editable READ isEditable NOTIFY changed)
    Q_PROPERTY(bool checked READ isChecked NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString quantity READ quantity NOTIFY changed)
    Q_PROPERTY(QString unit READ unit NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QString price READ price NOTIFY changed)
    Q_PROPERTY(QString currencySign READ currencySign NOTIFY changed)
    Q_PROPERTY(QStringList categories READ categories NOTIFY changed)
    Q_PROPERTY(int category READ category NOTIFY changed)
    Q_PROPERTY(QString typed READ typed NOTIFY changed)
    Q_PROPERTY(larder::app::PriceHistory *prices READ prices CONSTANT)
    Q_PROPERTY(QStringList people READ people NOTIFY changed)
    Q_PROPERTY(int person READ person NOTIFY changed)
    Q_PROPERTY(QString nameError READ nameError NOTIFY errorsChanged)
    Q_PROPERTY(QString quantityError READ quantityError NOTIFY errorsChanged)
    Q_PROPERTY(QString unitError READ unitError NOTIFY errorsChanged)
    Q_PROPERTY(QString priceError READ priceError NOTIFY errorsChanged)
    Q_PROPERTY(QString barcode READ barcode NOTIFY changed)
    Q_PROPERTY(QString barcodeError READ barcodeError NOTIFY errorsChanged)
    Q_PROPERTY(QString noteError READ noteError NOTIFY errorsChanged)

public:
    ItemViewModel(
        replica::ReplicaClient &replica, ListViewModel &list, UndoStack &undo, QObject *parent = nullptr);

    // An item of the list that is shown; empty for none.
    void show(const QString &itemId);
    // What is being written is to be kept now: the page goes away.
    void leave();

    QString itemId() const { return m_id.isNull() ? QString() : m_id.toString(); }
    bool isShown() const { return !m_id.isNull(); }
    model::RecordKey key() const; // of the one that is shown
    bool isEditable() const;
    bool isChecked() const;
    QString name() const;
    QString quantity() const;
    QString unit() const;
    QString note() const;
    QString price() const;
    QString currencySign() const;
    // Titles: the known ones, then the item's own when it is none of them.
    QStringList categories() const;
    int category() const; // among them; -1 for none
    QString typed() const;
    PriceHistory *prices() { return &m_prices; }
    // Those of the list, by name, to whom it can be given; and to whom it is, -1 for nobody.
    QStringList people() const;
    int person() const;
    // The chosen one again takes it back.
    Q_INVOKABLE void setPerson(int at);
    QString nameError() const { return m_nameError; }
    QString quantityError() const { return m_quantityError; }
    QString unitError() const { return m_unitError; }
    QString priceError() const { return m_priceError; }
    QString barcode() const;
    QString barcodeError() const { return m_barcodeError; }
    QString noteError() const { return m_noteError; }

    Q_INVOKABLE void setName(const QString &text);
    Q_INVOKABLE void setQuantity(const QString &text);
    Q_INVOKABLE void setUnit(const QString &text);
    Q_INVOKABLE void setNote(const QString &text);
    // Digits as they stand on a packet; empty takes the code away.
    Q_INVOKABLE void setBarcode(const QString &text);
    Q_INVOKABLE void setPrice(const QString &text);
    // The chosen one again takes it away.
    Q_INVOKABLE void setCategory(int index);
    Q_INVOKABLE int hueOfCategory(int index) const;
    // One sensible step up or down; below the first there is no quantity.
    Q_INVOKABLE void step(int direction);

Q_SIGNALS:
    void leaving();
    void itemChanged();
    void changed();
    void errorsChanged();

private:
    const model::Record *record() const;
    QString text(model::FieldNumber field) const;
    QString currency() const;
    QString categoryId(int index) const;
    std::vector<std::pair<QString, model::UserId>> members() const;
    void onRowsChanged(model::SpaceId space, const std::vector<model::RecordId> &ids);
    // What was refused; nothing when it is kept or was so already.
    std::optional<Code> write(model::FieldNumber field, const model::Value &value);
    void setError(QString &error, const QString &sentence);

    replica::ReplicaClient &m_replica;
    ListViewModel &m_list;
    UndoStack &m_undo;
    model::RecordId m_id;
    model::SpaceId m_space; // of the list that it is an item of
    PriceHistory m_prices;
    QString m_nameError;
    QString m_quantityError;
    QString m_unitError;
    QString m_priceError;
    QString m_noteError;
    QString m_barcodeError;
};

} // namespace larder::app
