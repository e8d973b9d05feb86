// What this device remembers of its person's choices and its window, in one INI file. Nothing here is
// synchronised. What nobody has chosen is as the system has it. Lives on the UI thread.
#pragma once

#include "app/platform/system_look.h"

#include <QtCore/QObject>
#include <QtCore/QSettings>
#include <QtQml/qqmlregistration.h>

#include <array>

namespace larder::app {

class Preferences final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(int themeMode READ themeMode WRITE setThemeMode NOTIFY changed)
    Q_PROPERTY(int systemScheme READ systemScheme NOTIFY changed)
    Q_PROPERTY(int contrastMode READ contrastMode WRITE setContrastMode NOTIFY changed)
    Q_PROPERTY(int motionMode READ motionMode WRITE setMotionMode NOTIFY changed)
    Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY changed)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY changed)
    Q_PROPERTY(int textSize READ textSize WRITE setTextSize NOTIFY changed)
    Q_PROPERTY(qreal textScale READ textScale NOTIFY changed)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)
    Q_PROPERTY(int units READ units WRITE setUnits NOTIFY changed)
    Q_PROPERTY(bool tray READ hasTray WRITE setTray NOTIFY changed)
    Q_PROPERTY(bool closeToTray READ closesToTray WRITE setCloseToTray NOTIFY changed)
    Q_PROPERTY(int sidePane READ sidePane WRITE setSidePane NOTIFY changed)
    Q_PROPERTY(int detailPane READ detailPane WRITE setDetailPane NOTIFY changed)
    Q_PROPERTY(int windowWidth READ windowWidth WRITE setWindowWidth NOTIFY changed)
    Q_PROPERTY(int windowHeight READ windowHeight WRITE setWindowHeight NOTIFY changed)

public:
    explicit Preferences(const QString &path, QObject *parent = nullptr);

    // What is chosen of a thing that the system may have an opinion of.
    enum Choice { AsSystem, On, Off };

    int themeMode() const { return m_file.value(kThemeMode, 0).toInt(); }
    // 1 dark, 0 light, -1 when the system doesn't say.
    int systemScheme() const { return m_system.dark ? int(*m_system.dark) : -1; }
    int contrastMode() const { return choice(kHighContrast); }
    int motionMode() const { return choice(kReducedMotion); }
    bool highContrast() const { return holds(kHighContrast, m_system.highContrast); }
    bool reducedMotion() const { return holds(kReducedMotion, m_system.reducedMotion); }
    int textSize() const { return qBound(0, m_file.value(kTextSize, 0).toInt(), int(kScales.size()) - 1); }
    // The person's choice on top of the system's, as far as the pages can follow.
    qreal textScale() const
    {
        return qBound(0.8, kScales[textSize()] * m_system.textScale.value_or(1), kLargest);
    }
    int sidePane() const { return qBound(200, m_file.value(kSidePane, 272).toInt(), 420); }
    int detailPane() const { return qBound(280, m_file.value(kDetailPane, 340).toInt(), 560); }
    int windowWidth() const { return qMax(320, m_file.value(kWindowWidth, 1180).toInt()); }
    int windowHeight() const { return qMax(420, m_file.value(kWindowHeight, 800).toInt()); }
    bool hasTray() const { return m_file.value(kTray, true).toBool(); }
    bool closesToTray() const { return m_file.value(kCloseToTray, false).toBool(); }
    QString quickList() const { return m_file.value(kQuickList).toString(); }
    QString lastList() const { return m_file.value(kLastList).toString(); }

    // The ISO 639-1 code of what was chosen; empty: the system's.
    QString language() const { return m_file.value(kLanguage).toString(); }
    // In which amounts are shown: 0 as they were written, 1 metric, 2 imperial.
    int units() const { return qBound(0, m_file.value(kUnits, 0).toInt(), 2); }
    // Items that are not to be merged with others of their name.
    QStringList keptApart() const { return m_file.value(kKeptApart).toStringList(); }
    QString shopOf(const QString &listId) const { return m_file.value(kShops + listId).toString(); }
    int sort() const { return m_file.value(kSort, 0).toInt(); }
    QStringList filterNames() const { return m_file.value(kFilterNames).toStringList(); }
    QStringList filters() const { return m_file.value(kFilters).toStringList(); } // one of each name

    void setThemeMode(int mode) { set(kThemeMode, mode); }
    void setContrastMode(int choice) { choose(kHighContrast, choice); }
    void setMotionMode(int choice) { choose(kReducedMotion, choice); }
    void setHighContrast(bool on) { set(kHighContrast, on); }
    void setReducedMotion(bool on) { set(kReducedMotion, on); }
    void setTextSize(int size) { set(kTextSize, size); }
    void setSidePane(int width) { set(kSidePane, width); }
    void setDetailPane(int width) { set(kDetailPane, width); }
    void setWindowWidth(int width) { set(kWindowWidth, width); }
    void setWindowHeight(int height) { set(kWindowHeight, height); }
    void setTray(bool shown) { set(kTray, shown); }
    void setCloseToTray(bool on) { set(kCloseToTray, on); }
    void setSystemLook(const larder::app::SystemLook::Look &look);
    void setQuickList(const QString &listId) { set(kQuickList, listId); }
    void setLastList(const QString &listId) { set(kLastList, listId); }
    void setShopOf(const QString &listId, const QString &shopId) { set(kShops + listId, shopId); }
    void setLanguage(const QString &code) { set(kLanguage, code); }
    void setUnits(int units) { set(kUnits, units); }
    void setKeptApart(const QStringList &itemIds) { set(kKeptApart, itemIds); }
    void setSort(int sort) { set(kSort, sort); }
    void setFilters(const QStringList &names, const QStringList &filters)
    {
        set(kFilterNames, names);
        set(kFilters, filters);
    }

Q_SIGNALS:
    void changed();

private:
    static constexpr std::array<qreal, 4> kScales = { 1, 1.25, 1.5, 2 };
    static constexpr qreal kLargest = 2;
    static inline const QString kThemeMode = QStringLiteral("look/theme");
    static inline const QString kHighContrast = QStringLiteral("look/highContrast");
    static inline const QString kReducedMotion = QStringLiteral("look/reducedMotion");
    static inline const QString kTextSize = QStringLiteral("look/textSize");
    static inline const QString kLanguage = QStringLiteral("look/language");
    static inline const QString kSidePane = QStringLiteral("window/sidePane");
    static inline const QString kDetailPane = QStringLiteral("window/detailPane");
    static inline const QString kWindowWidth = QStringLiteral("window/width");
    static inline const QString kWindowHeight = QStringLiteral("window/height");
    static inline const QString kTray = QStringLiteral("desktop/tray");
    static inline const QString kCloseToTray = QStringLiteral("desktop/closeToTray");
    static inline const QString kLastList = QStringLiteral("lists/last");
    static inline const QString kQuickList = QStringLiteral("lists/quick");
    static inline const QString kSort = QStringLiteral("lists/sort");
    static inline const QString kFilterNames = QStringLiteral("lists/filterNames");
    static inline const QString kFilters = QStringLiteral("lists/filters");
    static inline const QString kUnits = QStringLiteral("lists/units");
    static inline const QString kKeptApart = QStringLiteral("lists/keptApart");
    static inline const QString kShops = QStringLiteral("shops/");

    void set(const QString &key, const QVariant &value);
    int choice(const QString &key) const;
    void choose(const QString &key, int choice);
    bool holds(const QString &key, const std::optional<bool> &system) const;

    SystemLook::Look m_system;
    QSettings m_file;
};

} // namespace larder::app
