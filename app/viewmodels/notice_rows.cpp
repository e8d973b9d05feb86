#include "app/viewmodels/notice_rows.h"

#include <algorithm>

namespace larder::app {

NoticeRows::NoticeRows(QObject *parent)
    : QAbstractListModel(parent)
{
}

void NoticeRows::setNotices(std::vector<Notice> notices)
{
    m_all = std::move(notices);
    show();
}

void NoticeRows::showMore()
{
    m_most += kPage;
    show();
}

void NoticeRows::show()
{
    const std::vector<Notice> wanted(
        m_all.begin(), m_all.begin() + qsizetype(std::min(m_most, m_all.size())));
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (std::ranges::find(wanted, m_rows[size_t(row)]) == wanted.end()) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    // What is left stands in the same order as in the new list.
    for (int row = 0; row < int(wanted.size()); ++row) {
        if (row >= int(m_rows.size()) || m_rows[size_t(row)] != wanted[size_t(row)]) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, wanted[size_t(row)]);
            endInsertRows();
        }
    }
    Q_EMIT countChanged();
}

int NoticeRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant NoticeRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Notice &notice = m_rows[size_t(index.row())];
    switch (role) {
    case NoticeIdRole:
        return notice.id;
    case Qt::DisplayRole:
    case TitleRole:
        return notice.title;
    case SentenceRole:
        return notice.sentence;
    case WhenRole:
        return notice.when;
    default:
        return {};
    }
}

QHash<int, QByteArray> NoticeRows::roleNames() const
{
    return { { NoticeIdRole, "noticeId" }, { TitleRole, "title" }, { SentenceRole, "sentence" },
        { WhenRole, "when" } };
}

} // namespace larder::app
