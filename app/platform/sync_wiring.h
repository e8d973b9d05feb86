// Ties the pages to the replica thread: what the sync client and the session tell becomes values for the view
// models, and what a person asks there becomes a call on that thread. Every connection is queued, because the
// ends live on two threads.
#pragma once

namespace larder::app {

class AppViewModel;
class Reachability;
class SyncThread;

// Once, on the UI thread, after the database is open and before SyncThread::start().
void connectSync(AppViewModel &app, SyncThread &thread);
void connectSync(Reachability &reachability, SyncThread &thread);

} // namespace larder::app
