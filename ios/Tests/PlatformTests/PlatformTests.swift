import Platform
import XCTest

final class PlatformTests: XCTestCase {
    @MainActor func testNothingIsSwitchedOnBeforeThePersonDoesIt() async {
        let choices = NotedChoices()
        XCTAssertFalse(choices.lock || choices.reminders || choices.wifiOnly || choices.widgetLines)
        XCTAssertNil(choices.language)
    }
}
