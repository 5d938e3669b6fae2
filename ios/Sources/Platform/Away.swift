// What goes on while nobody looks: mail, in step with the practice, the sealed backup, a reminder that says nothing.

import Bridge
import Foundation

/// The work that the phone is asked to begin. Its names stand in Info.plist too; a test compares them.
public enum AwayWork: String, Sendable, CaseIterable {
    case sync = "example.hearth.sync"
    case care = "example.hearth.care"

    /// When it is due again. The phone chooses the moment, and may choose none.
    public func earliest(after now: Date) -> Date {
        switch self {
        case .sync: now.addingTimeInterval(6 * 60 * 60)
        case .care: now.addingTimeInterval(24 * 60 * 60)
        }
    }

    /// Whole files are written: longer than the phone gives a short refresh.
    public var isLong: Bool { self == .care }
    public var needsNetwork: Bool { self == .sync }
}

/// What is done, over the one plan that this process holds.
public struct Away: Sendable {
    /// None: there is no plan, or it did not open.
    private let plan: @Sendable () async -> (any Plan)?
    private let backupFile: String
    /// Whether what the phone is on costs by what goes through it.
    private let isCostly: @Sendable () async -> Bool
    /// Hears what the mail brought, to say it when the app is opened.
    private let told: @Sendable ([String]) async -> Void

    public init(
        backupFile: String, isCostly: @escaping @Sendable () async -> Bool = { false },
        told: @escaping @Sendable ([String]) async -> Void = { _ in },
        plan: @escaping @Sendable () async -> (any Plan)?
    ) {
        self.plan = plan
        self.backupFile = backupFile
        self.isCostly = isCostly
        self.told = told
    }

    /// What was done, and whether there is something to remind of. A fault is said on its own screen, and the next time comes by
    /// itself. A cancelled task stops the core's work.
    @discardableResult public func run(_ work: AwayWork, wifiOnly: Bool, reminders: Bool) async -> Bool {
        guard let plan = await plan() else { return false }
        do {
            switch work {
            case .sync:
                if wifiOnly, await isCostly() { return false }
                await told(await Post.round(plan))
                guard try await plan.practice().standing == .linked else { return false }
                _ = try await underWay(reached: { _ in }) { try await plan.sync(work: $0) }
                return false
            case .care:
                try await plan.tidy()
                _ = try await underWay(reached: { _ in }) { try await plan.backUp(to: backupFile, work: $0) }
                let home = try await plan.home()
                return reminders && !(home.due.isEmpty && home.late.isEmpty)
            }
        } catch {
            return false
        }
    }
}

/// A reminder: always the same words, none of the plan's.
public struct Reminding: Sendable, Equatable {
    public let name: String
    public let title: String
    /// None: now.
    public let at: Date?

    /// More than the phone keeps are not asked for.
    static let most = 60

    /// The one that says that there is something to look at.
    public static func now(_ title: String) -> Reminding { Reminding(name: "reminder", title: title, at: nil) }

    /// One a day at most, in the order they come, none for a day that is over.
    public static func on(_ dates: [Date], title: String, now: Date, calendar: Calendar = .current) -> [Reminding] {
        var days = Set<Date>()
        let coming = dates.filter { $0 > now }.sorted().filter { days.insert(calendar.startOfDay(for: $0)).inserted }
        return coming.prefix(most).enumerated().map { Reminding(name: "reminder-\($0.offset)", title: title, at: $0.element) }
    }
}
