// A file of texts in one language, as Qt Linguist keeps it, read back.
#pragma once

#include <QtCore/QStringList>

#include <map>

namespace larder::test {

struct Translation {
    QString source;
    bool plural = false;
    bool unfinished = false;
    QStringList forms; // one, or one for each of the language's numbers
};

// By what tells texts apart: the context, the source and the note on its meaning.
using Translations = std::map<QString, Translation>;

// Ends the test when there is no such file.
Translations readTranslations(const QString &path);

} // namespace larder::test
