// Photos in the store, over both: who may, how many, and when they go.
#include "server/store/photos.h"

#include "tests/unit/server/store/store_fixture.h"

#include <QtSql/QSqlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace larder;
using namespace larder::test;
using model::PhotoHash;
using server::Photo;
using server::PhotoBounds;
using server::PhotoKey;

class PhotosTest : public StoreFixture {
    Q_OBJECT

    static Photo photo(const QByteArray &content) { return { "image/jpeg", "\xff\xd8\xff" + content }; }
    static PhotoKey keyOf(const Photo &photo, quint64 in = 1)
    {
        return { space(in), PhotoHash::of(photo.bytes) };
    }
    Result<void> keep(
        model::UserId author, const Photo &photo, quint64 in = 1, const PhotoBounds &bounds = {})
    {
        return server::keepPhoto(*m_store, author, keyOf(photo, in), photo, now(), bounds);
    }
    Code codeOf(const Result<void> &result) { return result ? Code::Internal : result.error().code; }
    bool has(const Photo &photo, quint64 in = 1, model::UserId reader = kAna)
    {
        const auto found = server::findPhoto(*m_store, reader, keyOf(photo, in));
        return found && *found == photo;
    }
    void show(quint64 item, const Photo &photo)
    {
        m_clock.advance(1s);
        push(kAna,
            { itemWrite(space(1), item, now(),
                { { model::item::kName, u"Milk"_s },
                    { model::item::kPhoto, keyOf(photo).hash.toText() } }) });
    }
    void remove(quint64 item)
    {
        m_clock.advance(1s);
        push(kAna, { itemWrite(space(1), item, now(), { { model::kDeleted, true } }) });
    }
    int purge()
    {
        int gone = 0;
        std::optional<PhotoKey> after = PhotoKey {};
        while (after) {
            const auto turn = server::purgePhotos(*m_store, now(), *after);
            if (!turn) {
                qFatal("the purge failed: %s", qPrintable(turn.error().detail));
            }
            gone += turn->gone;
            after = turn->next;
        }
        return gone;
    }
    int photosInTheTable()
    {
        QSqlQuery query(m_store->database().connection());
        return query.exec(u"SELECT count(*) FROM photo"_s) && query.next() ? query.value(0).toInt() : -1;
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aPhotoComesBackAsItWas()
    {
        QByteArray every;
        for (int i = 0; i < 256; ++i) {
            every.append(char(i));
        }
        const Photo kept = photo(every);
        QVERIFY(keep(kAna, kept));
        QVERIFY(has(kept));
        const Photo png { "image/png", every };
        QVERIFY(keep(kAna, png));
        QVERIFY(has(png));
        QVERIFY(!has(photo("another")));
    }

    void keepingItAgainChangesNothing()
    {
        const qint64 before = version();
        QVERIFY(keep(kAna, photo("milk")));
        QVERIFY(keep(kAna, photo("milk"), 1, { .count = 1, .bytes = 1 }));
        QCOMPARE(photosInTheTable(), 1);
        QCOMPARE(version(), before);
    }

    void whoWritesInAListKeepsPhotosThereAndItsMembersSeeThem()
    {
        QVERIFY(m_store->setMember(kAna, space(1), { kBen, model::Role::Viewer, u"Ben"_s }));
        QVERIFY(keep(kAna, photo("milk")));
        QVERIFY(has(photo("milk"), 1, kBen));
        QCOMPARE(codeOf(keep(kBen, photo("his"))), Code::ReadOnly);
        QVERIFY(m_store->setMember(kAna, space(1), { kBen, model::Role::Editor, u"Ben"_s }));
        QVERIFY(keep(kBen, photo("his")));
        QVERIFY(m_store->removeMember(kAna, space(1), kBen));
        QVERIFY(!has(photo("milk"), 1, kBen));
        QCOMPARE(codeOf(keep(kBen, photo("more"))), Code::NotAMember);
    }

    void aForeignListAndOneThatIsNotThereLookAlike()
    {
        QVERIFY(keep(kAna, photo("milk")));
        for (const quint64 in : { 1, 99 }) {
            QCOMPARE(codeOf(keep(kEve, photo("milk"), in)), Code::NotAMember);
            const auto found = server::findPhoto(*m_store, kEve, keyOf(photo("milk"), in));
            QVERIFY(!found && found.error().code == Code::NotFound);
        }
        QCOMPARE(photosInTheTable(), 1);
    }

    void whatAPhotoWasInOneListDoesNotShowInAnother()
    {
        makeList(*m_store, kEve, space(2), now());
        QVERIFY(keep(kAna, photo("milk")));
        QVERIFY(!has(photo("milk"), 2, kEve));
        QVERIFY(keep(kEve, photo("milk"), 2));
        QVERIFY(has(photo("milk"), 2, kEve));
        QVERIFY(m_store->deleteSpace(kEve, space(2)));
        QVERIFY(has(photo("milk")));
    }

    void aListHasSoManyPhotosAndBytes()
    {
        PhotoBounds two { .count = 2 };
        QVERIFY(keep(kAna, photo("1"), 1, two));
        QVERIFY(keep(kAna, photo("2"), 1, two));
        QCOMPARE(codeOf(keep(kAna, photo("3"), 1, two)), Code::SpaceFull);
        makeList(*m_store, kAna, space(2), now());
        const PhotoBounds bytes { .bytes = 2 * photo("1").bytes.size() };
        QVERIFY(keep(kAna, photo("1"), 2, bytes));
        QVERIFY(keep(kAna, photo("2"), 2, bytes));
        QCOMPARE(codeOf(keep(kAna, photo("3"), 2, bytes)), Code::SpaceFull);
        QCOMPARE(PhotoBounds().count, limits::kPhotosPerSpace);
        QCOMPARE(PhotoBounds().bytes, limits::kPhotoBytesPerSpace);
    }

    void photosGoWithTheirList()
    {
        makeList(*m_store, kAna, space(2), now());
        QVERIFY(keep(kAna, photo("1")));
        QVERIFY(keep(kAna, photo("2"), 2));
        QVERIFY(m_store->deleteSpace(kAna, space(2)));
        QCOMPARE(photosInTheTable(), 1);
        QVERIFY(has(photo("1")));
    }

    void whatNoItemShowsGoesAfterItsTime()
    {
        QVERIFY(keep(kAna, photo("shown")));
        QVERIFY(keep(kAna, photo("deleted")));
        QVERIFY(keep(kAna, photo("never")));
        show(1, photo("shown"));
        show(2, photo("deleted"));
        QCOMPARE(purge(), 0);
        remove(2);
        m_clock.advance(24h);
        QCOMPARE(purge(), 0);
        m_clock.advance(limits::kUnusedPhotoLife - 1h);
        QCOMPARE(purge(), 1);
        QVERIFY(!has(photo("never")));
        QVERIFY(has(photo("deleted")));
        m_clock.advance(2h);
        QCOMPARE(purge(), 1);
        QVERIFY(!has(photo("deleted")));
        QVERIFY(has(photo("shown")));
    }

    void whatIsShownOrBroughtAgainStays()
    {
        QVERIFY(keep(kAna, photo("undone")));
        QVERIFY(keep(kAna, photo("again")));
        QCOMPARE(purge(), 0);
        m_clock.advance(limits::kUnusedPhotoLife + 1h);
        show(1, photo("undone"));
        QVERIFY(keep(kAna, photo("again")));
        QCOMPARE(purge(), 0);
        remove(1);
        m_clock.advance(limits::kUnusedPhotoLife - 1h);
        QCOMPARE(purge(), 0);
        QCOMPARE(photosInTheTable(), 2);
    }

    void thePurgeGoesInTurns()
    {
        for (int i = 0; i < limits::kPurgeRows + 5; ++i) {
            QVERIFY(keep(kAna, photo(QByteArray::number(i))));
        }
        const auto first = server::purgePhotos(*m_store, now(), {});
        QVERIFY(first && first->next);
        QCOMPARE(purge(), 0);
        m_clock.advance(limits::kUnusedPhotoLife + 1h);
        QCOMPARE(purge(), limits::kPurgeRows + 5);
        QCOMPARE(photosInTheTable(), 0);
    }
};

QTEST_GUILESS_MAIN(PhotosTest)
#include "photos_test.moc"
