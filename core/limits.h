// The bound of every queue, buffer, retry, page and message, and the times that two of us have to agree on.
//
// A test passes each bound: by its name here where it is in reach, else through the option whose default it
// is, made small. The times that are no bound (kHeartbeat, kClockCheck, kFeedGather and the like) are only
// said here, so that docs/protocol.md and its test have one place to look.
#pragma once

#include <QtCore/qglobal.h>

#include <chrono>

namespace larder::limits {

using namespace std::chrono_literals;

// Data
inline constexpr int kRecordsPerSpace = 10'000; // live items of one list
inline constexpr int kRememberedPerSpace
    = 50'000; // items, shops and purchases of one list, with those that were deleted lately
inline constexpr int kSpacesPerUser = 1'000;
inline constexpr qint64 kClockToleranceMicros = 60'000'000; // a stamp further ahead of the server is clamped
inline constexpr qint64 kLatelyMicros
    = 3'600'000'000; // a stamp not older than that goes behind one that a wrong clock of the server's made

// The store
inline constexpr std::chrono::milliseconds kStoreSilence
    = 30s; // of PostgreSQL, which waits for a lock for 10 s
inline constexpr int kHighWaterBytes = 256; // that are read of what says how far an SQLite file had come
inline constexpr int kStoreAttempts = 10; // at a transaction that others make fail

// The socket
inline constexpr int kWritesPerPush = 500;
inline constexpr int kCorrectionsPerPush = 2 * kWritesPerPush; // a clamped stamp and a refusal of each
inline constexpr int kRegistersPerRecord = 64; // known and unknown fields together
inline constexpr int kUpMessageBytes = 1 << 20; // a larger message closes the connection with too_large
inline constexpr int kDownMessageBytes = 4 << 20; // what a client must be ready to take, after decompression
inline constexpr int kPageRows = 2'000; // rows in one `rows` message, whatever its kind
inline constexpr int kPageBytes = 512 << 10; // and its encoded size, where one row does not pass it alone
inline constexpr int kCompressAboveBytes = 1 << 10;
inline constexpr int kCborDepth = 8;
inline constexpr int kCursorsPerHello = 2 * kSpacesPerUser; // and spaces in a welcome
inline constexpr int kClientBacklogBytes = 256 << 10; // unsent bytes at which a reader is parked
inline constexpr int kMessagesPerSecond = 50; // sustained, of one client
inline constexpr int kMessagesBurst = 200;
inline constexpr int kPushesInFlight = 4; // unanswered pushes of one client
inline constexpr std::chrono::milliseconds kHelloTimeout = 10s;
inline constexpr std::chrono::milliseconds kHeartbeat = 20s; // a client's ping when nothing else was sent
inline constexpr std::chrono::milliseconds kHeartbeatTimeout
    = 60s; // silence after which either side hangs up

// The server's side of it
inline constexpr int kHelloBytes = 128 << 10; // a message before the welcome
inline constexpr int kSocketConnections = 20'000;
inline constexpr int kSocketConnectionsPerAddress = 256;
inline constexpr std::chrono::milliseconds kHandshakeTimeout = 10s; // of HTTP's upgrade to a WebSocket
inline constexpr std::chrono::milliseconds kClosingTimeout = 5s; // for a peer to take the close frame
inline constexpr int kClientCutOffBytes = 4 << 20; // unsent bytes at which a connection is cut
inline constexpr int kRecentBytes = 16 << 20; // recent changes that each worker keeps for those just behind
inline constexpr int kRecentChanges = 32'768; // of which it knows at least that they were
inline constexpr int kFanOutRows = 50'000; // rows that wait for busy workers; beyond, clients read the store
inline constexpr qint64 kFanOutBytes = 128 << 20; // and what they weigh; a feed that can pause does so before
inline constexpr int kMergedRows = 500; // changes of one space that waited together and go as one message
inline constexpr int kMergedBytes = 64 << 10;
inline constexpr int kUsersPerRead = 200; // whose spaces are read in one task

// The client
inline constexpr int kCommandBytes = 64 << 10; // one line of `larder headless`
inline constexpr int kCommandWords = 10'000; // of one `larder add`, with those that it reads from its input
inline constexpr int kCommandItems = 200; // that one `larder check` names
inline constexpr int kCommandInputBytes = 10 << 20; // a file to import, or the lines of `larder add -`
inline constexpr std::chrono::seconds kCommandWait = 24h; // that a person may ask for
inline constexpr std::chrono::milliseconds kCommandSaved = 60s; // for lists to load, and for the disk
inline constexpr std::chrono::milliseconds kOwnerWait
    = 10s; // for the process that has the file to take a command, or to let go of it
inline constexpr int kInstanceRequestBytes = 16 << 20; // one line to the window; an import in base64 fits
inline constexpr int kInstanceConnections = 32;
inline constexpr std::chrono::milliseconds kInstanceRequestTime = 10s; // for a request to arrive whole
inline constexpr std::chrono::milliseconds kInstanceAnswerTime = 60s; // for an answer to be read
inline constexpr int kInstanceAnswerBytes = 64 << 20; // one line back; 10,000 items of the longest fit
inline constexpr int kLinkChars = 4'096;
inline constexpr int kLinkTokenChars = 512;
inline constexpr int kCompletions = 200; // offered at once
inline constexpr int kUndoSteps = 10'000; // of a session; then the oldest can't be taken back
inline constexpr int kScanFileBytes = 32 << 20; // a picture with a barcode in it
inline constexpr int kScanPixels
    = 32'000'000; // of one that has to be decoded whole, which Qt does for 128 MiB at most
inline constexpr int kScanEdge = 2'400; // pixels of the longer side, at which it is read
inline constexpr int kSearchChars = 200; // of a search in a list
inline constexpr int kFiltersSaved = 20; // the oldest go
inline constexpr int kFilterNameChars = 60;
inline constexpr int kKeptApart = 500; // items that are not to be merged; the oldest may be offered again
inline constexpr int kPricesShown = 60; // of one thing, the newest
inline constexpr int kShopsShown = 200; // of one list; a person chooses among them
inline constexpr int kFailuresKept = 1'000; // refused writes in full; the oldest beyond are only counted
inline constexpr int kConflictsKept = 500; // the oldest go; a person reads a few
inline constexpr std::chrono::microseconds kClockJitter
    = 1s; // an offset that moved by less is still the same
inline constexpr std::chrono::milliseconds kBackoffFirst = 250ms;
inline constexpr std::chrono::milliseconds kBackoffMax = 60s;
inline constexpr std::chrono::milliseconds kAnswerTimeout = 30s; // a push or hello without answer
inline constexpr std::chrono::milliseconds kClockCheck = 5s; // how often the two clocks are compared
inline constexpr std::chrono::milliseconds kClockJump
    = 5s; // apart by more: the device slept, or its clock was set
inline constexpr std::chrono::milliseconds kRestTimeout = 15s; // of the client, without a byte of the answer
inline constexpr int kRestAnswerBytes = 64 << 10; // of accounts and info

// The catalogue of groceries
inline constexpr int kCatalogueEntries = 10'000; // in all categories
inline constexpr int kCatalogueCategories = 64;
inline constexpr int kCatalogueFileBytes = 4 << 20;
inline constexpr int kCatalogueNames = 32; // of one grocery in one language
inline constexpr int kCatalogueKeyBytes = 64;

// What is imported
inline constexpr int kImportBytes = kCommandInputBytes;
inline constexpr int kImportLists = 1'000; // of one file
inline constexpr int kImportItems = 50'000; // of one file; each list has its own bound besides
inline constexpr int kImportUnreadable = 1'000; // told one by one; the others are only counted
inline constexpr int kImportExcerptChars = 80;
inline constexpr int kImportJsonDepth = 64;
inline constexpr int kImportJsonValues = 2'000'000; // of one file; what comes after is lost, and told

// HTTP
inline constexpr int kHttpBodyBytes = 2 << 20; // a photo's
inline constexpr int kJsonBodyBytes = 1 << 20;
inline constexpr int kHttpHeaderBytes = 16 << 10;
inline constexpr std::chrono::milliseconds kHttpHeaderTimeout = 10s;
inline constexpr std::chrono::milliseconds kHttpBodyTimeout = 30s;
inline constexpr std::chrono::milliseconds kHttpIdleTimeout = 60s;
inline constexpr int kHttpConnectionsPerAddress = 256;
inline constexpr int kHttpConnections = 4'096;
inline constexpr int kHttpHeaderFields = 64;
inline constexpr int kHttpPipelinedBytes = 64 << 10; // read ahead while a request is being answered
inline constexpr qint64 kHttpBufferedBytes = 64 << 20; // of all requests that are still arriving, together
inline constexpr std::chrono::milliseconds kHttpLinger
    = 2s; // for the client to take a refusal, before we hang up
inline constexpr int kHttpRefusalsLingering = 64;
inline constexpr qint64 kListCacheBytes = 64 << 20; // encoded lists kept for repeated GETs

// Accounts
inline constexpr int kEmailChars = 254;
inline constexpr int kPasswordCharsMin = 8;
inline constexpr int kPasswordBytesMax = 72; // bcrypt ignores what comes after
inline constexpr int kPasswordQueue = 64; // waiting to be hashed; more are told to come again
inline constexpr int kDeviceNameChars = 120;
inline constexpr int kTokenBytes = 4 << 10;
inline constexpr int kTokenCacheEntries = 16'384; // access tokens whose signature was checked
inline constexpr int kSessionsPerUser = 100; // the longest unused go first
inline constexpr std::chrono::seconds kAccessTokenLife = 15min;
inline constexpr std::chrono::seconds kEndedSessionLife
    = kAccessTokenLife + 5min; // is remembered; nodes' clocks may differ
inline constexpr std::chrono::seconds kRefreshTokenLife = 7 * 24h;
inline constexpr int kRateLimitEntries = 65'536; // addresses and accounts watched at a time

// What was deleted
inline constexpr std::chrono::hours kGravestoneLife = 24h * 90; // kept, so that whoever was away hears of it
inline constexpr int kPurgeRows
    = 100; // gravestones looked at in one turn of the purge, so that writers get between

// Photos
inline constexpr int kPhotoBytes = 2 << 20; // of one, as the server takes it
inline constexpr int kPhotosPerSpace = 1'000;
inline constexpr qint64 kPhotoBytesPerSpace = 256 << 20;
inline constexpr std::chrono::hours kUnusedPhotoLife = 24h * 30; // kept when no item shows it any more
inline constexpr int kPhotoFileBytes = 64 << 20; // a picture that somebody chooses on the device
inline constexpr int kPhotoFilePixels = 120'000'000; // it decodes to
inline constexpr int kPhotoEdge = 1'600; // pixels of the longer side, as it is kept and sent
inline constexpr int kThumbnailEdge = 192; // as a list shows it
inline constexpr int kPhotoMemoryBytes = 32 << 20; // of decoded pictures that the window keeps
inline constexpr int kQueueShown
    = 200; // unsent writes on the offline page, the newest; the older are counted

// The feed
inline constexpr int kFeedPartRows = 500; // rows in one part of a change; a longer change has several
inline constexpr qint64 kFeedPartBytes = 256
    << 10; // and their size in memory, where one row does not pass it alone
inline constexpr qint64 kFeedHeldBytes = 32 << 20; // rows of one transaction that wait for its end
inline constexpr int kFeedSpacesPerTransaction = 100'000; // above, the feed says that it was interrupted
inline constexpr int kFeedMembershipMarks
    = 4'096; // transactions known to touch membership that have not ended
inline constexpr int kFeedGatherRows = 16; // of one push; the next ones the feed reads in larger pieces
inline constexpr std::chrono::microseconds kFeedGather = 200us; // between them
inline constexpr qint64 kFeedHandedBytes = 64
    << 20; // handed on and not yet let go; above, the feed stops reading
inline constexpr int kFeedMessageBytes = 64 << 10; // of an application's message through the log
inline constexpr std::chrono::milliseconds kFeedStatusInterval
    = 1s; // between reports of what need not be kept
inline constexpr std::chrono::milliseconds kFeedSilence
    = 15s; // without a word, though asked, the peer is dead
inline constexpr std::chrono::milliseconds kFeedConnectTimeout = 5s; // for one address
inline constexpr std::chrono::milliseconds kFeedBackoffFirst = 100ms;
inline constexpr std::chrono::milliseconds kFeedBackoffMax = 5s;

} // namespace larder::limits
