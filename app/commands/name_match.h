// Finding what a person means by what they typed: a list or an item by its name, by the beginning of it, by
// its number in what was shown, or by its id. Names are compared folded, as everywhere else. Pure functions.
#pragma once

#include <QtCore/QString>

#include <vector>

namespace larder::app {

struct Named {
    QString id;
    QString name;
    int number = 0; // in what was shown; 0: none
};

// Those that are meant, all equally: of the first way in which anything is meant (id, whole name, number,
// beginning of the name). Empty when nothing is.
std::vector<Named> findNamed(const std::vector<Named> &all, const QString &typed);

} // namespace larder::app
