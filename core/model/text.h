// Which texts a register may hold: those that come back the same from every place where they are kept.
//
// Lone surrogates have no UTF-8, PostgreSQL takes no U+0000, SQLite makes U+FFFD of U+FFFE and U+FFFF, and a
// U+FEFF at the beginning is taken for a byte order mark and left away. One of them, kept here and changed
// there, and two devices never agree.
#pragma once

#include <QtCore/QString>

namespace larder::model {

bool isKeepable(QStringView text);
// What a person typed or pasted, with U+FFFD for what can't be kept and without byte order marks before it.
QString keepable(QString text);

} // namespace larder::model
