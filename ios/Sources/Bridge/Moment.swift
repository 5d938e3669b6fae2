// Moment.

import Foundation
import HearthCore

/// A moment: epoch milliseconds, and what the wall clock says.
public struct Moment: Sendable, Equatable, Hashable {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    public var ms: Int
    /// Minutes that the wall clock is ahead of UTC.
    public var offsetMinutes: Int

    public init(ms: Int, offsetMinutes: Int) {
        self.ms = ms
        self.offsetMinutes = offsetMinutes
    }
}

extension HearthCore.Moment: Crossing {
    func own() -> Moment {
        Moment(ms: ms.own(), offsetMinutes: offsetMinutes.own())
    }
}

extension Moment {
    func core() -> HearthCore.Moment {
        HearthCore.Moment(ms: Int64(clamping: ms), offsetMinutes: Int16(clamping: offsetMinutes))
    }
}
