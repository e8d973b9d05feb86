// Reading a barcode from a picture: from a file, the clipboard or a drop, on another thread.
//
// What was read leaves as taken(), and closes the sheet. Lives on the UI thread; owned by AppViewModel.
#pragma once

#include "core/result.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>
#include <QtCore/QUrl>
#include <QtGui/QImage>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace larder::app {

class ScanViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(Stage stage READ stage NOTIFY changed)
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed)

public:
    enum Stage { Closed, Asking, Reading };
    Q_ENUM(Stage)

    explicit ScanViewModel(QObject *parent);
    ~ScanViewModel() override;

    Stage stage() const { return m_stage; }
    // Why there is nothing to take; empty when nothing went wrong.
    QString refusal() const;

    void ask();
    Q_INVOKABLE void choose();
    void takeFile(const QString &path);
    Q_INVOKABLE void takeUrl(const QUrl &url);
    Q_INVOKABLE void paste();
    // The digits, as somebody types them from the packet.
    Q_INVOKABLE void typed(const QString &digits);
    // What is being read is let go.
    Q_INVOKABLE void cancel();
    void tellNoDialog();

Q_SIGNALS:
    void changed();
    void fileAsked();
    void taken(const QString &barcode);

private:
    enum class Refusal : quint8 {
        None,
        NoDialog,
        NotHere,
        NoPicture,
        NoFile,
        NotRead,
        TooLarge,
        NotFound,
        NoCode
    };

    void read(std::function<Result<QImage>()> picture);
    void takeRead();
    void setStage(Stage stage, Refusal refusal);

    Stage m_stage = Closed;
    Refusal m_refusal = Refusal::None;
    QFutureWatcher<Result<QString>> m_reading;
};

} // namespace larder::app
