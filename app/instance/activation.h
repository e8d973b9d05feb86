// What a second start of Larder asks of the window that is open: to come to the front, and perhaps to open a
// link or a file.
//
// A link comes from any page of the web and any mail, so it is read strictly: what is not exactly one of
// these forms is no link, and nothing that a link says is done before a person has seen it in the window.
//     larder://list/ID                     shows a list of one's own
//     larder://add?text=…[&list=ID]        puts the text into the entry line, for the person to add
//     larder://invite/TOKEN                hands on an invitation
// Values in, values out.
#pragma once

#include "core/model/uuid.h"
#include "core/result.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace larder::app {

struct Activation {
    enum class Kind : quint8 { Raise, OpenList, Prefill, Invite, OpenFile };

    Kind kind = Kind::Raise;
    model::SpaceId list; // OpenList; Prefill: null is the one that is shown
    QString text; // Prefill: one line; Invite: the token; OpenFile: an absolute path

    friend bool operator==(const Activation &, const Activation &) = default;

    // InvalidValue, with a sentence as detail.
    static Result<Activation> fromLink(const QString &link);
    // A positional argument: a link, or the path of a `.larder` file, which may be relative to this
    // process's folder.
    static Result<Activation> fromArgument(const QString &argument);

    // Between the two processes; read as strictly as a link.
    QJsonObject toJson() const;
    static Result<Activation> fromJson(const QJsonObject &json);
};

} // namespace larder::app
