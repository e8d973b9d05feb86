#include "app/viewmodels/error_text.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::app;

class ErrorTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeIsASentenceForAPerson()
    {
        for (int number = 0; number <= int(Code::Internal); ++number) {
            const Code code { number };
            for (const QString &sentence :
                { errorSentence(code), startSentence(code), refusalSentence(code), syncReason(code) }) {
                QVERIFY2(sentence.endsWith(u'.') && sentence.size() > 15, qPrintable(sentence));
                QVERIFY2(!sentence.contains(wireName(code)) || !QString(wireName(code)).contains(u'_'),
                    qPrintable(sentence));
            }
        }
    }
};

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "error_text_test.moc"
