#include "app/viewmodels/notice_rows.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace larder::app;
using namespace Qt::StringLiterals;

class NoticeRowsTest : public QObject {
    Q_OBJECT

    static Notice notice(qint64 id) { return { id, u"Milk"_s, u"Ana took it."_s, u"now"_s }; }
    static std::vector<Notice> notices(std::initializer_list<qint64> ids)
    {
        std::vector<Notice> list;
        for (const qint64 id : ids) {
            list.push_back(notice(id));
        }
        return list;
    }
    static std::vector<qint64> idsOf(const NoticeRows &rows)
    {
        std::vector<qint64> ids;
        for (int row = 0; row < rows.rowCount(); ++row) {
            ids.push_back(rows.data(rows.index(row), NoticeRows::NoticeIdRole).toLongLong());
        }
        return ids;
    }

private Q_SLOTS:
    void aNewListIsTheFewestInsertionsAndRemovals()
    {
        QObject owner;
        auto *rows = new NoticeRows(&owner);
        const QAbstractItemModelTester tester(rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
        rows->setNotices(notices({ 1, 2, 3, 4 }));
        QSignalSpy inserted(rows, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(rows, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(rows, &QAbstractItemModel::modelReset);
        rows->setNotices(notices({ 0, 1, 3, 4, 5 }));
        QCOMPARE(idsOf(*rows), (std::vector<qint64> { 0, 1, 3, 4, 5 }));
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(reset.count(), 0);
        rows->setNotices(notices({ 0, 1, 3, 4, 5 }));
        QCOMPARE(inserted.count() + removed.count(), 3);
        rows->setNotices({});
        QCOMPARE(rows->count(), 0);
    }

    void aNoticeIsShownInWords()
    {
        QObject owner;
        auto *rows = new NoticeRows(&owner);
        rows->setNotices(notices({ 1 }));
        const QModelIndex first = rows->index(0);
        QCOMPARE(rows->data(first, NoticeRows::TitleRole).toString(), u"Milk"_s);
        QCOMPARE(rows->data(first, NoticeRows::SentenceRole).toString(), u"Ana took it."_s);
        QCOMPARE(rows->data(first, NoticeRows::WhenRole).toString(), u"now"_s);
        QVERIFY(!rows->data(rows->index(1), NoticeRows::TitleRole).isValid());
    }
};

QTEST_GUILESS_MAIN(NoticeRowsTest)
#include "notice_rows_test.moc"
