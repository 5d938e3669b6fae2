// How what the core gives becomes what the app owns.

import Foundation
import HearthCore

/// Something of the boundary that has a form of the app's own.
protocol Crossing {
    associatedtype Own
    func own() -> Own
}

extension Array: Crossing where Element: Crossing {
    func own() -> [Element.Own] { map { $0.own() } }
}

extension Optional: Crossing where Wrapped: Crossing {
    func own() -> Wrapped.Own? { map { $0.own() } }
}

extension Int64: Crossing { func own() -> Int { Int(clamping: self) } }
extension UInt64: Crossing { func own() -> Int { Int(clamping: self) } }
extension UInt32: Crossing { func own() -> Int { Int(clamping: self) } }
extension Int16: Crossing { func own() -> Int { Int(self) } }
extension UInt8: Crossing { func own() -> Int { Int(self) } }
