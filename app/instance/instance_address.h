// Where the process that has a database open is reached: a local socket whose name follows from the
// database's canonical path, so that two names of one file lead to the same process.
#pragma once

#include "core/result.h"

#include <QtCore/QStringList>

namespace larder::app {

// The database's one name, whether the file is there already or only its folder.
QString canonicalDatabase(const QString &path);

// The folders that the socket may be in, the best first: of the session, of the person, or one in /tmp. All
// are tried by whoever asks, because a terminal may lack the session that the window was started in.
QStringList instanceFolders();

// Where the owner of the database listens: in the first of these folders that is this person's alone, with
// room to spare in the 108 bytes of a socket's address. Makes the folder; Storage when there is none, or
// somebody else made it.
Result<QString> instanceSocket(
    const QString &canonicalDatabase, const QStringList &folders = instanceFolders());
// Where the owner may be listening, whoever it is.
QStringList instanceSockets(const QString &canonicalDatabase, const QStringList &folders = instanceFolders());

} // namespace larder::app
