// Short notices in a list: what waits to be sent, what the server refused, and what of mine lost to
// somebody's later change.
//
// A new list of them becomes the fewest insertions and removals, because a notice is never edited. Of a long
// one the first kPage are rows, and more when somebody asks. Lives on the UI thread; owned by SyncViewModel.
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
    Q_PROPERTY(int hidden READ hidden NOTIFY countChanged)

public:
    static constexpr int kPage = 20;
    enum Role { NoticeIdRole = Qt::UserRole + 1, TitleRole, SentenceRole, WhenRole };

    explicit NoticeRows(QObject *parent);

    void setNotices(std::vector<Notice> notices);
    int count() const { return int(m_all.size()); }
    // Of these, that are no rows yet.
    int hidden() const { return int(m_all.size() - m_rows.size()); }
    Q_INVOKABLE void showMore();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    void show();

    std::vector<Notice> m_all;
    std::vector<Notice> m_rows;
    std::size_t m_most = kPage;
};

} // namespace larder::app
