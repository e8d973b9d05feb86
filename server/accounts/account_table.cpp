#include "server/accounts/account_table.h"

#include "server/accounts/statements.h"

#include <QtCore/QVariant>

namespace larder::server {

using storage::Database;
using storage::Dialect;

QString emailKey(const QString &email)
{
    return email.normalized(QString::NormalizationForm_C).toCaseFolded();
}

QVariant boundId(const Database &database, const model::Uuid &id)
{
    return database.dialect() == Dialect::Sqlite ? QVariant(id.toBytes()) : QVariant(id.toString());
}

Result<model::Uuid> readId(const Database &database, const QVariant &value)
{
    return database.dialect() == Dialect::Sqlite ? model::Uuid::fromBytes(value.toByteArray())
                                                 : model::Uuid::fromString(value.toString());
}

Result<void> insertAccount(Database &database, const Account &account, Micros now)
{
    auto person = database.cached(accounts_sql::kInsertPerson);
    if (!person) {
        return Failure(person.error());
    }
    (*person)->addBindValue(boundId(database, account.id.value));
    (*person)->addBindValue(account.name);
    if (auto done = storage::run(**person); !done) {
        return done;
    }
    auto query = database.cached(accounts_sql::kInsertAccount);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->addBindValue(boundId(database, account.id.value));
    (*query)->addBindValue(account.email);
    (*query)->addBindValue(emailKey(account.email));
    (*query)->addBindValue(QString::fromLatin1(account.passwordHash));
    (*query)->addBindValue(qint64(now.count()));
    if (auto done = storage::run(**query); !done) {
        return done;
    }
    if ((*query)->numRowsAffected() != 1) {
        return Failure(Code::AlreadyExists);
    }
    return {};
}

static Result<Account> readAccount(Database &database, Result<QSqlQuery *> query, const QVariant &bound)
{
    if (!query) {
        return Failure(query.error());
    }
    (*query)->addBindValue(bound);
    if (auto done = storage::run(**query); !done) {
        return Failure(done.error());
    }
    const auto there = storage::step(**query);
    if (!there || !*there) {
        (*query)->finish();
        return there ? Failure(Code::NotFound) : Failure(there.error());
    }
    const auto id = readId(database, (*query)->value(0));
    Account account { {}, (*query)->value(1).toString(), (*query)->value(2).toString(),
        (*query)->value(3).toString().toLatin1() };
    (*query)->finish();
    if (!id) {
        return Failure(id.error());
    }
    account.id = { *id };
    return account;
}

Result<Account> findAccount(Database &database, const QString &email)
{
    return readAccount(database, database.cached(accounts_sql::kAccountByEmail), emailKey(email));
}

Result<Account> findAccount(Database &database, model::UserId id)
{
    return readAccount(database, database.cached(accounts_sql::kAccountById), boundId(database, id.value));
}

Result<qint64> countAccounts(Database &database)
{
    const auto count = database.scalar(accounts_sql::kCountAccounts);
    if (!count) {
        return Failure(count.error());
    }
    return count->toLongLong();
}

} // namespace larder::server
