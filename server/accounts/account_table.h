// Accounts as rows: what is asked and written in one go, on a thread of the store's pool.
//
// An e-mail address is compared case-folded, in C++, because the databases fold only ASCII or by their
// locale.
#pragma once

#include "core/clock.h"
#include "core/model/uuid.h"
#include "server/store/dialect.h"

namespace larder::server {

struct Account {
    model::UserId id;
    QString email; // as it was typed
    QString name;
    QByteArray passwordHash;
};

QString emailKey(const QString &email);

// AlreadyExists when somebody has the address. Within the caller's transaction.
Result<void> insertAccount(Dialect &dialect, const Account &account, Micros now);
// NotFound when there is none.
Result<Account> findAccount(Dialect &dialect, const QString &email);
Result<Account> findAccount(Dialect &dialect, model::UserId id);
Result<qint64> countAccounts(Dialect &dialect);

} // namespace larder::server
