// What this household buys, calls things, and files them under: learnt from the purchases and items of all
// its lists, with the catalogue behind it.
//
// Learning is done in slices while nobody waits, and finished at once when somebody asks; nothing is learnt
// before the first time that somebody is about to write. Whoever signs out takes the memory along. Lives on
// the UI thread.
#pragma once

#include "core/grocery/category_guess.h"
#include "core/grocery/suggestions.h"
#include "core/replica/replica_client.h"

#include <deque>
#include <memory>
#include <optional>
#include <unordered_set>

namespace larder::app {

class HouseholdMemory : public QObject {
    Q_OBJECT

public:
    HouseholdMemory(
        replica::ReplicaClient &replica, Timers &timers, const Clock &clock, QObject *parent = nullptr);
    ~HouseholdMemory() override;

    // Somebody is about to write: begins to learn.
    void prepare();
    // What was learnt, and the catalogue: both are read anew when somebody is about to write.
    void forget();
    std::vector<grocery::Suggestion> find(QStringView typed, int most);
    // Empty when nothing is known.
    QString categoryOf(QStringView name);
    // What the product is called that was last written with this barcode, of all lists that are loaded.
    std::optional<QString> productOf(const QString &barcode) const;
    const grocery::Catalogue &catalogue();
    // For work on another thread.
    std::shared_ptr<const grocery::Catalogue> sharedCatalogue();
    static grocery::Language language();

private:
    struct Known {
        explicit Known(grocery::Catalogue read);

        std::shared_ptr<const grocery::Catalogue> catalogue;
        grocery::Suggestions suggestions;
        grocery::CategoryGuess guess;
        std::unordered_set<model::RecordKey> learnt;
    };

    Known &known();
    void queue(model::SpaceId space);
    void queue(const model::RecordKey &key);
    void takeSlice();
    void take(std::size_t most);
    std::optional<grocery::Bought> learn(const model::Record &record);

    replica::ReplicaClient &m_replica;
    Timers &m_timers;
    const Clock &m_clock;
    std::optional<Known> m_known;
    std::deque<model::RecordKey> m_backlog;
    std::unordered_set<model::SpaceId> m_spaces; // whose records are learnt or queued
    Timers::Id m_slice = 0;
};

} // namespace larder::app
