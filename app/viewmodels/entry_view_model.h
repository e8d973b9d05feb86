// The entry line: what is being written, what was understood of it, what could be meant, and adding it.
//
// The text is parsed at every key; the parser never fails, so whatever it can't read is the name. A part that
// was misunderstood can be taken back, and is then part of the name again. What is on the list already is
// raised rather than added, unless the person wants it apart. Lives on the UI thread; owned by
// AppViewModel.
#pragma once

#include "app/viewmodels/suggestion_rows.h"
#include "core/grocery/entry_parser.h"
#include "core/replica/replica_client.h"

#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

namespace larder::app {

class HouseholdMemory;
class ListViewModel;

class EntryViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(larder::app::SuggestionRows *suggestions READ suggestions CONSTANT)
    Q_PROPERTY(QStringList parts READ parts NOTIFY partsChanged)
    Q_PROPERTY(QStringList examples READ examples NOTIFY examplesChanged)
    Q_PROPERTY(QString shortcut READ shortcut NOTIFY textChanged)
    Q_PROPERTY(int maximumLength READ maximumLength CONSTANT)

public:
    EntryViewModel(ListViewModel &list, HouseholdMemory &memory, QObject *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    // The same text in another language, or list.
    void readAgain();
    SuggestionRows *suggestions() { return &m_suggestions; }
    // What was understood, in words; nothing while the text is only a name.
    QStringList parts() const;
    QStringList examples() const;
    QString shortcut() const;
    int maximumLength() const;

    Q_INVOKABLE bool isRemovable(int part) const;
    // One of the theme's twelve hues; -1 for none.
    Q_INVOKABLE int hueOf(int part) const;
    Q_INVOKABLE void takeBack(int part);
    // Somebody is about to write.
    Q_INVOKABLE void prepare();
    // Takes the suggestion that is chosen, or adds what is written, and empties the line; what can't be kept
    // stays in it.
    Q_INVOKABLE void submit();
    Q_INVOKABLE void take(int suggestion);
    Q_INVOKABLE void add(const QString &text);
    // A barcode was read: what this household calls the product is in the line, or the line asks for it, and
    // what is added next carries the code.
    void scan(const QString &barcode);
    // Whether the clipboard holds more than a line, which then leaves as manyPasted() instead of being cut to
    // one.
    Q_INVOKABLE bool pasteMany();

Q_SIGNALS:
    void textChanged();
    void partsChanged();
    void examplesChanged(); // with the language
    void manyPasted(const QString &text);
    // Beside what is on the list under the same name.
    void addedApart(const QString &itemId);

private:
    enum class PartKind : quint8 { Amount, Name, Category, Price, Note, Barcode };
    struct Part {
        PartKind kind = PartKind::Name;
        QString words;
    };

    struct Understood {
        grocery::Entry entry;
        bool categoryTyped = false; // else it is guessed
    };

    Understood parse(const QString &line) const;
    void takeBackIn(Understood &understood) const;
    void understand();
    void suggest();
    // What is on the list already and would become another amount; none when nothing is.
    std::optional<Offer> raised(const grocery::Entry &entry) const;
    bool saysMore(const Offer &again) const;
    // Null when it can't be kept.
    model::RecordId keep(const grocery::Entry &entry);
    bool raise(const Offer &offer, const grocery::Entry &entry);

    ListViewModel &m_list;
    HouseholdMemory &m_memory;
    SuggestionRows m_suggestions;
    QString m_text;
    QString m_barcode; // of what is being written
    bool m_categoryTyped = false;
    grocery::Entry m_entry; // of the text, without what was taken back
    std::vector<Part> m_parts;
    std::vector<PartKind> m_takenBack;
};

} // namespace larder::app
