#include "tests/support/postgres.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>
#include <QtCore/QThread>

#include <libpq-fe.h>

#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace larder::test {

using namespace Qt::StringLiterals;

static const QString kSuperuser = u"larder_test"_s;

static QString program(QLatin1StringView name)
{
    return QStringLiteral(LARDER_POSTGRES_BIN) + u'/' + name;
}

// PostgreSQL refuses to run as root, so root's tests run it as the user its package made.
static const passwd *postgresUser()
{
    static const passwd *const user = ::geteuid() == 0 ? ::getpwnam("postgres") : ::getpwuid(::geteuid());
    if (!user) {
        qFatal("no user postgres to run PostgreSQL as");
    }
    return user;
}

static void dropPrivileges()
{
    if (::geteuid() == 0) {
        const passwd *user = postgresUser();
        if (::setgroups(0, nullptr) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0) {
            ::_exit(126);
        }
    }
}

static void run(QLatin1StringView name, const QStringList &arguments)
{
    QProcess process;
    process.setProgram(program(name));
    process.setArguments(arguments);
    process.setChildProcessModifier(dropPrivileges);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0) {
        qFatal("%s failed: %s", qPrintable(process.program()), process.readAll().constData());
    }
}

static void handToPostgres(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    if (::geteuid() == 0 && ::chown(path.constData(), postgresUser()->pw_uid, postgresUser()->pw_gid) != 0) {
        qFatal("can't hand %s to PostgreSQL", path.constData());
    }
}

static void addSettings(const QString &folder, const QStringList &lines)
{
    QFile file(folder + u"/data/postgresql.conf"_s);
    if (!file.open(QIODevice::Append)) {
        qFatal("can't write %s", qPrintable(file.fileName()));
    }
    file.write(lines.join(u'\n').toUtf8() + '\n');
}

// In memory, where there is enough of it, making a database takes a quarter of the time.
static const QString kMemory = u"/dev/shm"_s;
static constexpr qint64 kMemoryNeeded = qint64(4) << 30;

static QString memoryFor(const QString &folder)
{
    return kMemory + u'/' + QFileInfo(folder).fileName();
}

static void forget(const QString &folder)
{
    QDir(memoryFor(folder)).removeRecursively();
    QDir(folder).removeRecursively();
}

// What test processes left that were killed.
static void sweepMemory()
{
    const QDateTime before = QDateTime::currentDateTime().addSecs(-3'600);
    for (const QFileInfo &left : QDir(kMemory).entryInfoList({ u"larder-pg-*"_s }, QDir::Dirs)) {
        if (left.lastModified() < before && !QFile::exists(left.filePath() + u"/postmaster.pid"_s)) {
            QDir(left.filePath()).removeRecursively();
        }
    }
}

static void initialise(
    const QString &folder, PostgresServer::Durability durability, const QStringList &settings)
{
    handToPostgres(folder);
    if (durability == PostgresServer::Durability::Fast
        && QStorageInfo(kMemory).bytesAvailable() > kMemoryNeeded) {
        sweepMemory();
        if (!QDir().mkpath(memoryFor(folder)) || !QFile::link(memoryFor(folder), folder + u"/data"_s)) {
            qFatal("can't use %s", qPrintable(memoryFor(folder)));
        }
        handToPostgres(memoryFor(folder));
    }
    run("initdb"_L1,
        { u"-D"_s, folder + u"/data"_s, u"-N"_s, u"-A"_s, u"trust"_s, u"-U"_s, kSuperuser, u"-E"_s, u"UTF8"_s,
            u"--locale=C.UTF-8"_s });
    QStringList lines = { u"listen_addresses = ''"_s, u"unix_socket_directories = '%1'"_s.arg(folder),
        u"max_connections = 200"_s, u"wal_level = logical"_s, u"max_slot_wal_keep_size = 64MB"_s,
        u"max_replication_slots = 50"_s, u"max_wal_senders = 50"_s, u"wal_sender_timeout = 5s"_s,
        u"shared_buffers = 128MB"_s, u"log_line_prefix = '%m %p %d '"_s, u"timezone = 'UTC'"_s,
        u"log_timezone = 'UTC'"_s };
    if (durability == PostgresServer::Durability::Fast) {
        lines << u"fsync = off"_s << u"full_page_writes = off"_s;
    }
    addSettings(folder, lines + settings);
}

// The postmaster's id, 0 when there is none.
static pid_t postmasterOf(const QString &folder)
{
    QFile file(folder + u"/data/postmaster.pid"_s);
    const pid_t pid = file.open(QIODevice::ReadOnly) ? pid_t(file.readLine().trimmed().toInt()) : 0;
    return pid > 0 && ::kill(pid, 0) == 0 ? pid : 0;
}

static storage::Options maintenanceOf(const QString &folder)
{
    storage::Options options;
    options.dialect = storage::Dialect::Postgres;
    options.name = u"postgres"_s;
    options.host = folder;
    options.user = kSuperuser;
    return options;
}

static bool takesConnections(const QString &folder)
{
    return PQping(conninfo(maintenanceOf(folder)).constData()) == PQPING_OK;
}

PostgresServer::PostgresServer(Durability durability, const QStringList &settings)
    : m_owned(std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/larder-pg-XXXXXX"_s))
    , m_folder(m_owned->path())
{
    initialise(m_folder, durability, settings);
    start();
}

PostgresServer::PostgresServer(const QString &runningIn)
    : m_folder(runningIn)
{
}

PostgresServer::PostgresServer(Following following)
    : m_owned(std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/larder-pg-XXXXXX"_s))
    , m_folder(m_owned->path())
{
    handToPostgres(m_folder);
    run("pg_basebackup"_L1,
        { u"-D"_s, m_folder + u"/data"_s, u"-h"_s, following.primary.m_folder, u"-U"_s, kSuperuser, u"-R"_s,
            u"--checkpoint=fast"_s });
    addSettings(m_folder, { u"unix_socket_directories = '%1'"_s.arg(m_folder) }); // the last line counts
    start();
}

std::unique_ptr<PostgresServer> PostgresServer::standbyOf(const PostgresServer &primary)
{
    return std::unique_ptr<PostgresServer>(new PostgresServer(Following { primary }));
}

void PostgresServer::promote()
{
    run("pg_ctl"_L1, { u"-D"_s, m_folder + u"/data"_s, u"-w"_s, u"promote"_s });
}

PostgresServer::~PostgresServer()
{
    if (m_owned && isRunning()) {
        m_process.kill();
        m_process.waitForFinished();
    }
    if (m_owned) {
        forget(m_folder);
    }
}

const PostgresServer &PostgresServer::shared()
{
    static const std::unique_ptr<PostgresServer> server = [] {
        const QString folder = qEnvironmentVariable("LARDER_TEST_POSTGRES");
        const bool runs = !folder.isEmpty() && takesConnections(folder);
        return std::unique_ptr<PostgresServer>(runs ? new PostgresServer(folder) : new PostgresServer);
    }();
    return *server;
}

void PostgresServer::start()
{
    m_process.setProgram(program("postgres"_L1));
    m_process.setArguments({ u"-D"_s, m_folder + u"/data"_s });
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_folder + u"/log"_s, QIODevice::Append);
    m_process.setChildProcessModifier([] {
        dropPrivileges();
        // After the change of user, which would clear it: an immediate shutdown when this process is gone.
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    });
    m_process.start();
    QDeadlineTimer patience(60'000);
    while (!takesConnections(m_folder)) {
        if (patience.hasExpired() || m_process.waitForFinished(20)) {
            QFile log(m_folder + u"/log"_s);
            const QByteArray text = log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
            qFatal("PostgreSQL does not start: %s", text.right(2'000).constData());
        }
    }
}

void PostgresServer::stop()
{
    ::kill(pid_t(m_process.processId()), SIGINT);
    if (!m_process.waitForFinished(60'000)) {
        qFatal("PostgreSQL does not stop");
    }
}

static bool hasEnded(pid_t pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return true;
    }
    const QByteArray stat = file.readAll();
    return stat.mid(stat.lastIndexOf(')') + 2, 1)
        == "Z"; // nobody may have reaped it yet, but it holds nothing
}

void PostgresServer::kill()
{
    const pid_t postmaster = pid_t(m_process.processId());
    ::kill(postmaster, SIGSTOP); // it must not fork while its children are counted
    QFile children(u"/proc/%1/task/%1/children"_s.arg(postmaster));
    if (!children.open(QIODevice::ReadOnly)) {
        qFatal("can't list the processes of PostgreSQL");
    }
    std::vector<pid_t> pids;
    for (const QByteArray &pid : children.readAll().simplified().split(' ')) {
        if (!pid.isEmpty()) {
            pids.push_back(pid_t(pid.toInt()));
        }
    }
    for (const pid_t pid : pids) {
        ::kill(pid, SIGKILL);
    }
    ::kill(postmaster, SIGKILL);
    m_process.waitForFinished();
    for (const pid_t pid : pids) {
        while (!hasEnded(pid)) {
            QThread::usleep(200);
        }
    }
}

bool PostgresServer::isRunning() const
{
    return m_owned ? m_process.state() == QProcess::Running : takesConnections(m_folder);
}

QString PostgresServer::superuser() const
{
    return kSuperuser;
}

storage::Options PostgresServer::createDatabase(const QString &templateName) const
{
    static int made = 0;
    storage::Options options = maintenanceOf(m_folder);
    options.name = u"t_%1_%2"_s.arg(QCoreApplication::applicationPid()).arg(++made);
    const QString original = templateName.isEmpty() ? u"template0"_s : templateName;
    PostgresSession(maintenanceOf(m_folder))
        .run(u"CREATE DATABASE %1 TEMPLATE %2 STRATEGY %3"_s.arg(
            options.name, original, templateName.isEmpty() ? u"wal_log"_s : u"file_copy"_s));
    return options;
}

QByteArray conninfo(const storage::Options &options)
{
    QString text = u"dbname='%1' host='%2' user='%3'"_s.arg(options.name, options.host, options.user);
    if (options.port != 0) {
        text += u" port=%1"_s.arg(options.port);
    }
    return text.toUtf8();
}

PostgresSession::PostgresSession(const storage::Options &options)
    : m_connection(PQconnectdb(conninfo(options).constData()))
{
    if (PQstatus(m_connection) != CONNECTION_OK) {
        qFatal("can't connect: %s", PQerrorMessage(m_connection));
    }
    PQsetNoticeProcessor(
        m_connection, [](void *, const char *) {}, nullptr);
}

PostgresSession::~PostgresSession()
{
    PQfinish(m_connection);
}

static QString stateOf(const PGresult *result)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    switch (PQresultStatus(result)) {
    case PGRES_FATAL_ERROR:
    case PGRES_BAD_RESPONSE:
    case PGRES_NONFATAL_ERROR:
        return state ? QString::fromLatin1(state) : u"08006"_s; // the connection went
    default:
        return {};
    }
}

PostgresSession::Rows PostgresSession::run(const QString &sql)
{
    PGresult *result = PQexec(m_connection, sql.toUtf8().constData());
    if (const QString state = stateOf(result); !state.isEmpty()) {
        qFatal("%s\nfailed: %s", qPrintable(sql), PQerrorMessage(m_connection));
    }
    Rows rows;
    for (int row = 0; row < PQntuples(result); ++row) {
        QStringList fields;
        for (int field = 0; field < PQnfields(result); ++field) {
            fields << QString::fromUtf8(PQgetvalue(result, row, field));
        }
        rows.push_back(fields);
    }
    PQclear(result);
    return rows;
}

QString PostgresSession::value(const QString &sql)
{
    const auto rows = run(sql);
    return rows.empty() ? QString() : rows.front().value(0);
}

QString PostgresSession::errorOf(const QString &sql)
{
    send(sql);
    return finish();
}

void PostgresSession::send(const QString &sql)
{
    if (PQsendQuery(m_connection, sql.toUtf8().constData()) != 1) {
        qFatal("can't send: %s", PQerrorMessage(m_connection));
    }
}

bool PostgresSession::isBusy()
{
    return PQconsumeInput(m_connection) == 1 && PQisBusy(m_connection) == 1;
}

QString PostgresSession::finish()
{
    QString state;
    while (PGresult *result = PQgetResult(m_connection)) {
        if (state.isEmpty()) {
            state = stateOf(result);
        }
        PQclear(result);
    }
    return state;
}

int PostgresSession::backendPid() const
{
    return PQbackendPID(m_connection);
}

void startPostgresFor(const QString &folder)
{
    stopPostgresOf(folder); // left by a run that was cut off
    if (!QDir().mkpath(folder)) {
        qFatal("can't make %s", qPrintable(folder));
    }
    initialise(folder, PostgresServer::Durability::Fast, {});
    run("pg_ctl"_L1, { u"-D"_s, folder + u"/data"_s, u"-l"_s, folder + u"/log"_s, u"-w"_s, u"start"_s });
}

void stopPostgresOf(const QString &folder)
{
    if (postmasterOf(folder) != 0 && takesConnections(folder)) {
        run("pg_ctl"_L1, { u"-D"_s, folder + u"/data"_s, u"-m"_s, u"immediate"_s, u"-w"_s, u"stop"_s });
    }
    forget(folder);
}

} // namespace larder::test
