#include "app/viewmodels/error_text.h"

#include <QtCore/QCoreApplication>

namespace larder::app {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString errorSentence(Code code)
{
    switch (code) {
    case Code::Network:
    case Code::Timeout:
        return ErrorText::tr(
            "The server can't be reached. Check the address and your connection, then try again.");
    case Code::Unavailable:
        return ErrorText::tr("The server is busy or being looked after. Try again in a minute.");
    case Code::RateLimited:
        return ErrorText::tr("Too many tries in a short time. Wait a minute, then try again.");
    case Code::InvalidCredentials:
        return ErrorText::tr("This e-mail and password don't belong together.");
    case Code::Unauthenticated:
    case Code::TokenExpired:
        return ErrorText::tr("Your session has ended. Sign in again; your changes are kept here.");
    case Code::AlreadyExists:
        return ErrorText::tr("There is already one with that name.");
    case Code::NotFound:
        return ErrorText::tr("It isn't there any more.");
    case Code::NotAMember:
    case Code::SpaceGone:
        return ErrorText::tr("You no longer have this list.");
    case Code::ReadOnly:
    case Code::ServerAuthored:
        return ErrorText::tr("You can look at this list, but not change it.");
    case Code::SpaceFull:
        return ErrorText::tr("This list is full: it holds 10,000 items. Clear some that are checked.");
    case Code::InvalidValue:
    case Code::Incomplete:
        return ErrorText::tr("That can't be kept as it is. Check what you wrote.");
    case Code::TooLarge:
        return ErrorText::tr("That is too long to be kept.");
    case Code::Storage:
        return ErrorText::tr(
            "This device's disk refused the change, so it was taken back. Free some space and try again.");
    case Code::Corrupt:
        return ErrorText::tr("The file with your lists is damaged.");
    case Code::SchemaTooNew:
        return ErrorText::tr("Your lists were written by a newer Larder. Update this one to open them.");
    case Code::UnsupportedVersion:
        return ErrorText::tr("The server speaks a newer language. Update Larder.");
    case Code::Configuration:
        return ErrorText::tr("This address can't be used.");
    case Code::Cancelled:
        return ErrorText::tr("It was stopped before it was done.");
    case Code::Malformed:
    case Code::UnknownKind:
    case Code::UnknownField:
    case Code::StampClamped:
    case Code::MethodNotAllowed:
    case Code::Internal:
        break;
    }
    return ErrorText::tr("Something went wrong that isn't your doing. Nothing you wrote was lost.");
}

QString unreadableSentence()
{
    return ErrorText::tr(
        "This device's disk can't be read just now. Open the list again; if that doesn't help, start "
        "Larder again.");
}

QString startSentence(Code code)
{
    switch (code) {
    case Code::Storage:
        return ErrorText::tr(
            "The file with your lists can't be opened. Check its folder, and the space on the disk.");
    case Code::Unavailable:
        return ErrorText::tr("The file with your lists is in use.");
    case Code::Configuration:
        return ErrorText::tr("Larder can't start with these options.");
    default:
        return errorSentence(code);
    }
}

QString refusalSentence(Code code)
{
    switch (code) {
    case Code::ReadOnly:
        return ErrorText::tr("You may look at this list, but no longer change it.");
    case Code::NotAMember:
        return ErrorText::tr("This list is no longer shared with you.");
    case Code::SpaceGone:
        return ErrorText::tr("This list was deleted.");
    case Code::SpaceFull:
        return ErrorText::tr("The list is full: it holds 10,000 items.");
    case Code::InvalidValue:
    case Code::Incomplete:
    case Code::TooLarge:
        return ErrorText::tr("The server could not keep it as it was written.");
    default:
        return ErrorText::tr("The server did not take it.");
    }
}

QString syncReason(Code code)
{
    switch (code) {
    case Code::Network:
        return ErrorText::tr("The server can't be reached right now.");
    case Code::Timeout:
        return ErrorText::tr("The server did not answer in time.");
    case Code::Unavailable:
        return ErrorText::tr("The server is busy or being looked after.");
    case Code::RateLimited:
        return ErrorText::tr("The server asked for a pause.");
    case Code::Unauthenticated:
    case Code::TokenExpired:
    case Code::InvalidCredentials:
        return ErrorText::tr("Your session has ended. Sign in again to go on.");
    case Code::UnsupportedVersion:
        return ErrorText::tr("The server speaks a newer language. Update Larder.");
    case Code::Storage:
    case Code::Corrupt:
        return ErrorText::tr("This device's disk refused to keep what came.");
    case Code::Configuration:
        return ErrorText::tr("The server's address can't be used.");
    default:
        return ErrorText::tr("The connection was given up after an error, and is tried again.");
    }
}

} // namespace larder::app
