// A small world: some people's devices with real replicas and sync clients, one node over a real store, and
// bad weather in between. From one seed it plays a schedule of edits, losses, restarts, wrong clocks and
// changes of roles; then the weather clears, and everybody has to agree with the store, byte for byte.
//
// Everything is on one thread and on virtual time, so a seed repeats its run exactly.
#pragma once

#include "tests/support/world_device.h"
#include "tests/support/world_server.h"

#include <QtCore/QTemporaryDir>

namespace larder::test {

// LARDER_SEED, or one of the system's; printed before anything else.
quint64 seedOfThisRun();

// The folder for files that need to survive a killed process, but not the machine: in memory where the system
// has such a folder, because replicas and stores say fsync after each write.
QString quickFolder();

class World {
public:
    struct Options {
        int devices = 3;
        Weather weather;
        Micros clockSkew = std::chrono::hours(48); // at most, either way
        bool roleChanges = true; // and spaces deleted
        bool newEpochs = false; // the server claims to have been restored, and everybody heals
        bool forgetting = false; // what is deleted goes for good at once, instead of after 90 days
    };
    // What happened, so that a test can see that its schedules were not idle.
    struct Tally {
        int edits = 0;
        int refusals = 0;
        int restarts = 0;
        int crashes = 0;
        int breaks = 0;
        int clockJumps = 0;
        int roleChanges = 0;
        int spacesMade = 0;
        int spacesDeleted = 0;
        int longQueues = 0;
        int newEpochs = 0;
        int forgotten = 0;
        int lost = 0;
        int repeated = 0;
        int overtaken = 0;

        void add(const Tally &other);
    };

    // Makes the devices and a list that all of them share.
    World(quint64 seed, Options options, server::Store &store, const ManualClock &serverClock,
        VirtualTime &time);
    ~World();
    Q_DISABLE_COPY_MOVE(World)

    void play(int steps);
    // Clears the weather and waits until nothing moves any more. Why it did not come to rest, or nothing.
    QString heal();
    // Everything on which devices and store disagree; empty when all is well.
    QStringList disagreements();
    Tally tally() const;

    WorldServer &server() { return m_server; }
    // The devices, all of them running.
    std::vector<WorldDevice *> devices();
    // All that the store holds of the lists that were ever made here.
    std::vector<model::Record> storedRecords();
    model::RecordKey sharedList() const;

private:
    void playOne();
    void edit();
    void makeList(WorldDevice &device);
    void editList(WorldDevice &device, model::SpaceId space);
    void editItem(WorldDevice &device, model::SpaceId space);
    void makeItem(WorldDevice &device, model::SpaceId space);
    void writeLong(WorldDevice &device, model::SpaceId space);
    void buy(WorldDevice &device, const model::RecordKey &item);
    bool write(WorldDevice &device, const model::RecordKey &key, std::vector<model::Register> registers);
    void changeRoles();
    void changeServer();
    void shareFirstList();
    void disturb();
    bool isQuiet();
    QString whyNotQuiet();
    void checkDevice(WorldDevice &device, QStringList &wrong);
    void checkSpace(const QString &who, const protocol::SpaceGrant &grant, std::vector<model::Record> held,
        std::vector<model::Record> truth, QStringList &wrong) const;
    Result<std::vector<model::Record>> stored(model::UserId reader, model::SpaceId space);
    void countWeather(WorldDevice &device);

    template<typename T> const T &pick(const std::vector<T> &from)
    {
        return from[std::size_t(m_random.below(from.size()))];
    }

    const Options m_options;
    SeededRandom m_random;
    VirtualTime &m_time;
    Weather m_weather;
    WorldServer m_server;
    QTemporaryDir m_dir;
    std::vector<std::unique_ptr<WorldDevice>> m_devices;
    std::vector<model::UserId> m_users;
    std::vector<model::SpaceId> m_spaces; // all that were ever made
    std::vector<std::pair<WorldDevice *, model::RecordKey>> m_made; // records, and by whom
    Tally m_tally;
    int m_values = 0; // so that no two edits are alike
};

} // namespace larder::test
