#include "app/viewmodels/notice_rows.h"

#include <algorithm>

namespace larder::app {

NoticeRows::NoticeRows(QObject *parent)
    : QAbstractListModel(parent)
{
}

void NoticeRows::setNotices(const std::vector<Notice> &notices)
{
    const auto among = [](const std::vector<Notice> &list, const Notice &notice) {
        return std::find(list.begin(), list.end(), notice) != list.end();
    };
    for (int row = int(m_notices.size()) - 1; row >= 0; --row) {
        if (!among(notices, m_notices[row])) {
            beginRemoveRows({}, row, row);
            m_notices.erase(m_notices.begin() + row);
            endRemoveRows();
        }
    }
    // What is left stands in the same order as in the new list.
    for (int row = 0; row < int(notices.size()); ++row) {
        if (row >= int(m_notices.size()) || m_notices[row] != notices[row]) {
            beginInsertRows({}, row, row);
            m_notices.insert(m_notices.begin() + row, notices[row]);
            endInsertRows();
        }
    }
    Q_EMIT countChanged();
}

int NoticeRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant NoticeRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Notice &notice = m_notices[index.row()];
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
