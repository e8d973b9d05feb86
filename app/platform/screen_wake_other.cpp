// The systems that are asked by one call: Windows, macOS, iOS and Android.
#include "app/platform/screen_wake.h"

#include <QtCore/QtGlobal>

#if defined(Q_OS_WIN)
#include <windows.h>
#elif defined(Q_OS_MACOS)
#include <IOKit/pwr_mgt/IOPMLib.h>
#elif defined(Q_OS_IOS)
#include <objc/message.h>
#include <objc/runtime.h>
#elif defined(Q_OS_ANDROID)
#include <QtCore/QCoreApplication>
#include <QtCore/QJniObject>
#endif

namespace larder::app {

class ScreenWake::System {
public:
    ~System() { want(false); }

    void want(bool awake)
    {
#if defined(Q_OS_WIN)
        SetThreadExecutionState(awake ? ES_CONTINUOUS | ES_DISPLAY_REQUIRED : ES_CONTINUOUS);
#elif defined(Q_OS_MACOS)
        if (awake && m_assertion == kIOPMNullAssertionID) {
            IOPMAssertionCreateWithName(kIOPMAssertionTypePreventUserIdleDisplaySleep, kIOPMAssertionLevelOn,
                CFSTR("A shopping list is in use"), &m_assertion);
        } else if (!awake && m_assertion != kIOPMNullAssertionID) {
            IOPMAssertionRelease(m_assertion);
            m_assertion = kIOPMNullAssertionID;
        }
#elif defined(Q_OS_IOS)
        const id application = reinterpret_cast<id (*)(Class, SEL)>(objc_msgSend)(
            objc_getClass("UIApplication"), sel_registerName("sharedApplication"));
        reinterpret_cast<void (*)(id, SEL, BOOL)>(objc_msgSend)(
            application, sel_registerName("setIdleTimerDisabled:"), awake ? YES : NO);
#elif defined(Q_OS_ANDROID)
        // A window's flags are the business of the thread that Android made it on.
        QNativeInterface::QAndroidApplication::runOnAndroidMainThread([awake] {
            constexpr jint kKeepScreenOn = 128; // WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON
            const QJniObject activity(QNativeInterface::QAndroidApplication::context());
            const QJniObject window = activity.callObjectMethod("getWindow", "()Landroid/view/Window;");
            if (window.isValid()) {
                window.callMethod<void>(awake ? "addFlags" : "clearFlags", "(I)V", kKeepScreenOn);
            }
        });
#else
        Q_UNUSED(awake);
#endif
    }

#if defined(Q_OS_MACOS)
private:
    IOPMAssertionID m_assertion = kIOPMNullAssertionID;
#endif
};

ScreenWake::ScreenWake(QObject *parent)
    : QObject(parent)
{
}

ScreenWake::~ScreenWake() = default;

void ScreenWake::setAwake(bool awake)
{
    if (awake == m_awake) {
        return;
    }
    m_awake = awake;
    if (!m_system) {
        m_system = std::make_unique<System>();
    }
    m_system->want(awake);
}

} // namespace larder::app
