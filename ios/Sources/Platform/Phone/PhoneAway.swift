// The phone's background work and its notifications. Written, never run.

#if canImport(BackgroundTasks) && os(iOS)
import BackgroundTasks
import Network

/// Asks for both sorts of work. Registered before the app has started: Apple ends an app that does it later.
@MainActor public final class PhoneBackground: BackgroundSync {
    public init() {}

    /// `run` does the work; a phone that takes its time back cancels it.
    public nonisolated static func register(_ run: @escaping @Sendable (AwayWork) async -> Void) {
        for work in AwayWork.allCases {
            // Apple calls this on a queue of its own: a closure of the main actor would end the app there.
            BGTaskScheduler.shared.register(forTaskWithIdentifier: work.rawValue, using: nil) { @Sendable task in
                // Apple gives the task to one queue, and it is ended once.
                nonisolated(unsafe) let task = task
                ask(for: work)
                let doing = Task {
                    await run(work)
                    task.setTaskCompleted(success: !Task.isCancelled)
                }
                task.expirationHandler = { doing.cancel() }
            }
        }
    }

    public func schedule() { AwayWork.allCases.forEach(Self.ask) }

    private nonisolated static func ask(for work: AwayWork) {
        let request: BGTaskRequest
        if work.isLong {
            let long = BGProcessingTaskRequest(identifier: work.rawValue)
            long.requiresNetworkConnectivity = work.needsNetwork
            long.requiresExternalPower = false
            request = long
        } else {
            request = BGAppRefreshTaskRequest(identifier: work.rawValue)
        }
        request.earliestBeginDate = work.earliest(after: Date())
        // Refused in a simulator, and where the person has switched it off: the app is in step when it is opened.
        try? BGTaskScheduler.shared.submit(request)
    }

    /// What the phone is on costs by what goes through it.
    public static func isCostly() async -> Bool {
        let monitor = NWPathMonitor()
        defer { monitor.cancel() }
        for await path in monitor { return path.isExpensive || path.isConstrained }
        return true
    }
}
#endif

#if canImport(UserNotifications)
import Foundation
import UserNotifications

/// Reminders: a title that is always the same, no body, nothing of the plan.
@MainActor public final class PhoneReminders: Reminders {
    private let title: () -> String

    public init(title: @escaping () -> String) { self.title = title }

    public func allow() async -> Bool {
        (try? await UNUserNotificationCenter.current().requestAuthorization(options: [.alert, .sound])) ?? false
    }

    public func schedule(_ dates: [Date]) async {
        let centre = UNUserNotificationCenter.current()
        let old = await centre.pendingNotificationRequests().map(\.identifier).filter { $0.hasPrefix("reminder-") }
        centre.removePendingNotificationRequests(withIdentifiers: old)
        for reminding in Reminding.on(dates, title: title(), now: Date()) { try? await centre.add(reminding.request) }
    }

    public func remindNow() async { try? await UNUserNotificationCenter.current().add(Reminding.now(title()).request) }
}

extension Reminding {
    fileprivate var request: UNNotificationRequest {
        let content = UNMutableNotificationContent()
        content.title = title
        content.sound = .default
        let trigger = at.map {
            UNCalendarNotificationTrigger(
                dateMatching: Calendar.current.dateComponents([.year, .month, .day, .hour, .minute], from: $0), repeats: false)
        }
        return UNNotificationRequest(identifier: name, content: content, trigger: trigger)
    }
}
#endif
