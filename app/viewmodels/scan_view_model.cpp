#include "app/viewmodels/scan_view_model.h"

#include "app/barcode/barcode_reader.h"
#include "core/grocery/barcode.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace larder::app {

ScanViewModel::ScanViewModel(QObject *parent)
    : QObject(parent)
{
    connect(&m_reading, &QFutureWatcher<Result<QString>>::finished, this, &ScanViewModel::takeRead);
}

ScanViewModel::~ScanViewModel()
{
    m_reading.waitForFinished();
}

QString ScanViewModel::refusal() const
{
    switch (m_refusal) {
    case Refusal::None:
        return {};
    case Refusal::NoDialog:
        return tr("This system has no window to choose a file with. Drop the picture here, or paste it.");
    case Refusal::NotHere:
        return tr("Only pictures on this device can be read. Save it here first.");
    case Refusal::NoPicture:
        return tr("There is no picture on the clipboard. Copy one somewhere else first.");
    case Refusal::NoFile:
        return tr("This file can't be opened.");
    case Refusal::NotRead:
        return tr("This is no picture that Larder can read.");
    case Refusal::TooLarge:
        return tr("This picture is too large. Take a smaller one.");
    case Refusal::NotFound:
        return tr(
            "No barcode can be made out. Take the picture closer, in more light, with the whole code in it.");
    case Refusal::NoCode:
        return tr("These digits are no barcode. Check them against the packet.");
    }
    return {};
}

void ScanViewModel::setStage(Stage stage, Refusal refusal)
{
    m_stage = stage;
    m_refusal = refusal;
    Q_EMIT changed();
}

void ScanViewModel::ask()
{
    setStage(Asking, Refusal::None);
}

void ScanViewModel::cancel()
{
    setStage(Closed, Refusal::None);
}

void ScanViewModel::choose()
{
    Q_EMIT fileAsked();
}

void ScanViewModel::tellNoDialog()
{
    setStage(Asking, Refusal::NoDialog);
}

void ScanViewModel::takeUrl(const QUrl &url)
{
    if (url.isLocalFile()) {
        takeFile(url.toLocalFile());
    } else {
        setStage(Asking, Refusal::NotHere);
    }
}

void ScanViewModel::takeFile(const QString &path)
{
    read([path] { return loadPicture(path); });
}

void ScanViewModel::paste()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    if (copied && copied->hasImage()) {
        read([image = qvariant_cast<QImage>(copied->imageData())] { return Result<QImage>(image); });
    } else if (copied && copied->hasUrls()) {
        takeUrl(copied->urls().front());
    } else {
        setStage(Asking, Refusal::NoPicture);
    }
}

void ScanViewModel::typed(const QString &digits)
{
    QString plain = digits;
    plain.remove(u' ').remove(u'-');
    if (const auto barcode = grocery::tradeBarcode(plain)) {
        setStage(Closed, Refusal::None);
        Q_EMIT taken(*barcode);
    } else {
        setStage(Asking, Refusal::NoCode);
    }
}

void ScanViewModel::read(std::function<Result<QImage>()> picture)
{
    setStage(Reading, Refusal::None);
    m_reading.setFuture(QtConcurrent::run([picture = std::move(picture)] {
        const Result<QImage> image = picture();
        return image ? readBarcode(*image, Effort::Thorough) : Result<QString>(Failure(image.error()));
    }));
}

void ScanViewModel::takeRead()
{
    if (m_stage != Reading) {
        return; // somebody thought better of it
    }
    const Result<QString> code = m_reading.result();
    if (code) {
        setStage(Closed, Refusal::None);
        Q_EMIT taken(*code);
        return;
    }
    switch (code.error().code) {
    case Code::NotFound:
        setStage(Asking, Refusal::NotFound);
        break;
    case Code::TooLarge:
        setStage(Asking, Refusal::TooLarge);
        break;
    case Code::Unavailable:
        setStage(Asking, Refusal::NoFile);
        break;
    default:
        setStage(Asking, Refusal::NotRead);
        break;
    }
}

} // namespace larder::app
