#include "server/accounts/account_table.h"

#include "server/accounts/statements.h"

namespace larder::server {

QString emailKey(const QString &email)
{
    return email.normalized(QString::NormalizationForm_C).toCaseFolded();
}

Result<void> insertAccount(Dialect &dialect, const Account &account, Micros now)
{
    bool inserted = false;
    const Call calls[] = {
        { .statement = &accounts_sql::kInsertPerson, .rows = { { account.id.value, account.name } } },
        { .statement = &accounts_sql::kInsertAccount,
            .rows = { { account.id.value, account.email, emailKey(account.email),
                QString::fromLatin1(account.passwordHash), qint64(now.count()) } },
            .each =
                [&inserted](const RowReader &) {
                    inserted = true;
                    return true;
                } },
    };
    if (auto done = dialect.run(calls); !done) {
        return done;
    }
    return inserted ? Result<void>() : Failure(Code::AlreadyExists);
}

static Result<Account> readAccount(Dialect &dialect, const Statement &statement, CellRow values)
{
    std::optional<Account> account;
    const auto read = dialect.run(statement, std::move(values), [&account](const RowReader &row) {
        account = Account { { row.id(0) }, row.text(1), row.text(2), row.text(3).toLatin1() };
        return true;
    });
    if (!read) {
        return Failure(read.error());
    }
    return account ? Result<Account>(*account) : Failure(Code::NotFound);
}

Result<Account> findAccount(Dialect &dialect, const QString &email)
{
    return readAccount(dialect, accounts_sql::kAccountByEmail, { emailKey(email) });
}

Result<Account> findAccount(Dialect &dialect, model::UserId id)
{
    return readAccount(dialect, accounts_sql::kAccountById, { id.value });
}

Result<qint64> countAccounts(Dialect &dialect)
{
    qint64 count = 0;
    const auto read = dialect.run(accounts_sql::kCountAccounts, {}, [&count](const RowReader &row) {
        count = row.integer(0);
        return true;
    });
    return read ? Result<qint64>(count) : Failure(read.error());
}

} // namespace larder::server
