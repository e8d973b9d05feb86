// The program's icon in the size of a tray, with what is left to buy as a number in its corner.
#pragma once

#include <QtGui/QImage>

namespace larder::app {

// ARGB32, without premultiplication, as trays want it. No number for 0, "99+" for what is more.
QImage trayIcon(int side, int count);

} // namespace larder::app
