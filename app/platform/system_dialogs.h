// What the system asks the person for us: which printer, and where a file is to go.
//
// On Linux that is the desktop's portal, which draws its own dialogs in a process of its own; so nothing of
// them is loaded here. Where there is no portal, a PDF goes to the documents, and is printed from the program
// that shows it. Lives on the UI thread; an answer may come after minutes, or never.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

namespace larder::app {

class SystemDialogs final : public QObject {
    Q_OBJECT

public:
    explicit SystemDialogs(QObject *parent = nullptr);

    // The file has to stay until the program ends.
    void print(const QString &title, const QString &pdf);
    // Answered by placeChosen(), unless the person thinks better of it.
    void choosePlace(const QString &title, const QString &name);
    // Answered by fileChosen(), or by noDialog() where nothing can show one.
    void chooseFile(const QString &title);

Q_SIGNALS:
    void fileChosen(const QString &path);
    void noDialog();
    void placeChosen(const QString &path);

private:
    void showInViewer(const QString &pdf);
    void chooseDocuments(const QString &name);

    int m_asked = 0; // so that each question has a name of its own
};

} // namespace larder::app
