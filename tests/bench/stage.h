// What the figures are measured on: a private PostgreSQL with fsync, databases with Larder's schema, lists in
// them.
#pragma once

#include "core/model/record.h"
#include "core/protocol/messages.h"
#include "tests/bench/report.h"
#include "tests/support/postgres.h"

#include <QtCore/QTemporaryDir>

namespace larder::bench {

class Stage {
public:
    Stage(Report &report, int runs)
        : m_report(report)
        , m_runs(runs)
    {
    }

    Report &report() { return m_report; }
    int runs() const { return m_runs; }
    const test::PostgresServer &postgres();
    // Empty, migrated, its own.
    storage::Options database();

private:
    Report &m_report;
    int m_runs;
    std::unique_ptr<test::PostgresServer> m_postgres;
    QString m_template;
};

// Deterministic, so that statements and clients can speak of the same rows.
model::Uuid uuid(quint32 space, quint32 number);
inline model::SpaceId listId(quint32 number)
{
    return { uuid(number, 0) };
}
inline model::UserId userId()
{
    return { uuid(0xFFFFFFFF, 1) };
}

// The list's space, its record, and its owner.
void addList(test::PostgresSession &psql, quint32 list, model::UserId owner = userId());
// `count` items of real-looking groceries, as a person's writes made them.
void addItems(test::PostgresSession &psql, quint32 list, int count);
qint64 versionOf(test::PostgresSession &psql, quint32 list);
// Everything about the list is held up to `version`.
protocol::Hello helloOf(quint32 device, quint32 list, qint64 version);
// SQL of one item of the list: INSERT INTO item (…) VALUES …
QString insertItem(quint32 list);
model::Record groceryItem(quint32 list, quint32 number, qint64 stamp);

// Measures that belong together, with the names of the figures they tell.
struct Measure {
    enum class Needs : quint8 { Nothing, Window };

    QList<QByteArray> figures;
    void (*run)(Stage &stage);
    Needs needs = Needs::Nothing;
};
std::vector<Measure> feedMeasures();
std::vector<Measure> gatewayMeasures();
std::vector<Measure> storeMeasures();
std::vector<Measure> clientMeasures();
std::vector<Measure> groceryMeasures();
std::vector<Measure> appMeasures(); // these two only where the client is built
std::vector<Measure> pageMeasures();

} // namespace larder::bench
