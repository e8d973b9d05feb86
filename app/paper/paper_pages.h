// Draws a list on pages: two columns under its title, a box to tick before every item, the number of the page
// at the foot. Light in ink, because it is thrown away after the shop.
#pragma once

#include "app/paper/list_paper.h"
#include "core/result.h"

class QPagedPaintDevice;

namespace larder::app {

// How many pages it took; 0 when the device can't be drawn on.
int drawPaper(const ListPaper &paper, QPagedPaintDevice &device);

// As a PDF of the locale's paper. Configuration when the file can't be written.
Result<void> writePdf(const ListPaper &paper, const QString &path);

} // namespace larder::app
