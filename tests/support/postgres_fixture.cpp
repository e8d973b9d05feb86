// Starts and stops the server that all tests of one ctest run share: `larder_postgres_fixture start|stop
// <folder>`.
#include "tests/support/postgres.h"

#include <QtCore/QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 3) {
        qFatal("usage: larder_postgres_fixture start|stop <folder>");
    }
    if (arguments[1] == QLatin1StringView("start")) {
        larder::test::startPostgresFor(arguments[2]);
    } else {
        larder::test::stopPostgresOf(arguments[2]);
    }
    return 0;
}
