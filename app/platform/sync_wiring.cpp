#include "app/platform/sync_wiring.h"

#include "app/platform/reachability.h"
#include "app/platform/sync_thread.h"
#include "app/viewmodels/app_view_model.h"

namespace larder::app {

void connectSync(AppViewModel &app, SyncThread &thread)
{
    SyncViewModel &page = *app.sync();
    AccountViewModel &account = *app.account();
    QObject::connect(&thread.sync(), &sync::SyncClient::statusChanged, &page, &SyncViewModel::setStatus);
    QObject::connect(
        &thread.sync(), &sync::SyncClient::permanentlySignedOut, &page, &SyncViewModel::tellSessionEnded);
    QObject::connect(&thread.replica(), &replica::Replica::recovered, &page, &SyncViewModel::tellSetAside);
    QObject::connect(
        &page, &SyncViewModel::manualOfflineAsked, &thread.sync(), &sync::SyncClient::setManualOffline);
    QObject::connect(&page, &SyncViewModel::retryAsked, &thread.sync(), &sync::SyncClient::retryNow);
    QObject::connect(&account, &AccountViewModel::logInAsked, &thread.session(), &sync::Session::logIn);
    QObject::connect(
        &account, &AccountViewModel::registerAsked, &thread.session(), &sync::Session::registerAccount);
    QObject::connect(&account, &AccountViewModel::signOutAsked, &thread.sync(), &sync::SyncClient::signOut);
    QObject::connect(
        &thread.session(), &sync::Session::accountChanged, &account, &AccountViewModel::setAccount);
    QObject::connect(
        &thread.session(), &sync::Session::signInFailed, &account, &AccountViewModel::setSignInFailed);
    PhotoViewModel &photos = *app.photos();
    QObject::connect(&photos, &PhotoViewModel::fetchAsked, &thread.photos(), &PhotoTraffic::fetch);
    QObject::connect(&photos, &PhotoViewModel::sendAsked, &thread.photos(), &PhotoTraffic::work);
    QObject::connect(&thread.photos(), &PhotoTraffic::sent, &photos, &PhotoViewModel::noteSent);
    QObject::connect(&thread.photos(), &PhotoTraffic::refused, &photos, &PhotoViewModel::noteRefused);
    QObject::connect(&thread.photos(), &PhotoTraffic::fetched, &photos, &PhotoViewModel::noteFetched);
    page.tellSetAside(thread.replica().openReport());
}

void connectSync(Reachability &reachability, SyncThread &thread)
{
    QObject::connect(
        &reachability, &Reachability::cameBack, &thread.sync(), &sync::SyncClient::setNetworkReachable);
    QObject::connect(&reachability, &Reachability::woke, &thread.sync(), &sync::SyncClient::wakeUp);
    reachability.listen();
}

} // namespace larder::app
