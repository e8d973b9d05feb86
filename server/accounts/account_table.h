// Accounts as rows: what is asked and written in one go, on a thread of the store's pool.
//
// An e-mail address is compared case-folded, in C++, because the databases fold only ASCII or by their
// locale.
#pragma once

#include "core/clock.h"
#include "core/model/uuid.h"
#include "core/storage/database.h"

namespace larder::server {

struct Account {
    model::UserId id;
    QString email; // as it was typed
    QString name;
    QByteArray passwordHash;
};

QString emailKey(const QString &email);

// Ids are bound and read as each dialect has them.
QVariant boundId(const storage::Database &database, const model::Uuid &id);
Result<model::Uuid> readId(const storage::Database &database, const QVariant &value);

// AlreadyExists when somebody has the address. Within the caller's transaction.
Result<void> insertAccount(storage::Database &database, const Account &account, Micros now);
// NotFound when there is none.
Result<Account> findAccount(storage::Database &database, const QString &email);
Result<Account> findAccount(storage::Database &database, model::UserId id);
Result<qint64> countAccounts(storage::Database &database);

} // namespace larder::server
