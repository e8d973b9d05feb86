// Short notices in a list: what the server refused, and what of mine lost to somebody's later change.
//
// A new list of them becomes the fewest insertions and removals, because a notice is never edited.
// Lives on the UI thread; owned by SyncViewModel.
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace larder::app {

struct Notice {
    qint64 id = 0;
    QString title;
    QString sentence;
    QString when;

    friend bool operator==(const Notice &, const Notice &) = default;
};

class NoticeRows final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to SyncViewModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { NoticeIdRole = Qt::UserRole + 1, TitleRole, SentenceRole, WhenRole };

    explicit NoticeRows(QObject *parent);

    void setNotices(const std::vector<Notice> &notices);
    int count() const { return int(m_notices.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    std::vector<Notice> m_notices;
};

} // namespace larder::app
