#include "tests/support/translation_file.h"

#include <QtCore/QFile>
#include <QtCore/QXmlStreamReader>

namespace larder::test {

using namespace Qt::StringLiterals;

Translations readTranslations(const QString &path)
{
    Translations texts;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no %s", qPrintable(path));
    }
    QXmlStreamReader xml(&file);
    QString context;
    QString comment;
    Translation text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == "message"_L1) {
            texts[context + u'|' + text.source + u'|' + comment] = text;
        }
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            text = { {}, xml.attributes().value("numerus"_L1) == "yes"_L1, false, {} };
            comment.clear();
        } else if (xml.name() == "source"_L1) {
            text.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            text.unfinished = xml.attributes().hasAttribute("type"_L1);
            if (!text.plural) {
                text.forms = { xml.readElementText() };
            }
        } else if (xml.name() == "numerusform"_L1) {
            text.forms.append(xml.readElementText());
        }
    }
    return texts;
}

} // namespace larder::test
