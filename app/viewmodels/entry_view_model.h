// The entry line: what is being written, what was understood of it, and adding it.
//
// The text is parsed at every key; the parser never fails, so whatever it can't read is the name. A part that
// was misunderstood can be taken back, and is then part of the name again. Lives on the UI thread; owned by
// AppViewModel.
#pragma once

#include "core/grocery/entry_parser.h"
#include "core/replica/replica_client.h"

#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

namespace larder::app {

class ListViewModel;

class EntryViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(QStringList parts READ parts NOTIFY partsChanged)
    Q_PROPERTY(QStringList examples READ examples CONSTANT)
    Q_PROPERTY(QString shortcut READ shortcut CONSTANT)
    Q_PROPERTY(int maximumLength READ maximumLength CONSTANT)

public:
    explicit EntryViewModel(ListViewModel &list, QObject *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    // What was understood, in words; nothing while the text is only a name.
    QStringList parts() const;
    QStringList examples() const;
    QString shortcut() const;
    int maximumLength() const;

    Q_INVOKABLE bool isRemovable(int part) const;
    // One of the theme's twelve hues; -1 for none.
    Q_INVOKABLE int hueOf(int part) const;
    Q_INVOKABLE void takeBack(int part);
    // Adds what is written and empties the line; what can't be kept stays in it.
    Q_INVOKABLE void submit();
    Q_INVOKABLE void add(const QString &text);

Q_SIGNALS:
    void textChanged();
    void partsChanged();

private:
    enum class PartKind : quint8 { Amount, Name, Category, Price, Note };
    struct Part {
        PartKind kind = PartKind::Name;
        QString words;
    };

    grocery::Entry parse(const QString &line) const;
    void takeBackIn(grocery::Entry &entry) const;
    void understand();
    bool keep(const grocery::Entry &entry);

    ListViewModel &m_list;
    QString m_text;
    grocery::Entry m_entry; // of the text, without what was taken back
    std::vector<Part> m_parts;
    std::vector<PartKind> m_takenBack;
};

} // namespace larder::app
