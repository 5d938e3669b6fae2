import Bridge
import BridgeTesting
import XCTest

final class BridgeTests: XCTestCase {
    func testAPlanIsBegunClosedAndOpenedAgain() async throws {
        let real = try RealPlan()
        let begun = try await real.doors().begin(callMe: "Jo")
        XCTAssertEqual(begun.recoveryWords.count, 12)
        begun.plan.close()
        let open = try await real.doors().open(say: [Say(key: "scale-not-answered")])
        XCTAssertEqual(open.home.callMe, "Jo")
        XCTAssertEqual(open.sentences, ["not answered"])
        open.plan.close()
    }

    func testWhatGoesWrongIsAFaultWithASentenceAndAReason() async throws {
        let real = try RealPlan()
        do {
            _ = try await real.doors().open(say: [])
            XCTFail("there is no plan")
        } catch let fault as Fault {
            XCTAssertEqual(fault.remedy, .noPlan)
            XCTAssertFalse(fault.sentence.isEmpty)
            XCTAssertFalse(fault.reason.contains(" "), "a key, not a sentence: \(fault.reason)")
        }
    }

    func testEveryFaultOfAKeyStoreArrivesAsWhatAScreenDoes() async throws {
        for (fails, remedy) in [(KeyFault.locked, Remedy.locked), (.lost, .needsWords), (.changed, .needsWords)] {
            let real = try RealPlan()
            try await real.seed()
            real.keys.fails = fails
            do {
                _ = try await real.doors().open(say: [])
                XCTFail("it opened without a key")
            } catch let fault as Fault {
                XCTAssertEqual(fault.remedy, remedy, "\(fails)")
            }
        }
    }

    func testChangesAreToldEachOnceAndEndWithWhoeverListens() async throws {
        let real = try RealPlan()
        let plan = try await real.doors().begin(callMe: "Jo").plan
        defer { plan.close() }
        let told = plan.changes()
        let goal = try await plan.someGoal()
        var first: [Place] = []
        for await places in told {
            first = places
            break
        }
        XCTAssertEqual(first, [Place(kind: "goal", id: goal)])
    }

    func testACancelledTaskAsksNothing() async throws {
        let real = try RealPlan()
        let plan = try await real.doors().begin(callMe: "Jo").plan
        defer { plan.close() }
        let task = Task {
            try? await Task.sleep(for: .seconds(60))
            return try await plan.goals()
        }
        task.cancel()
        do {
            _ = try await task.value
            XCTFail("it asked all the same")
        } catch {
            XCTAssertTrue(error is CancellationError)
        }
    }

    func testACancelledBackupStopsAndLeavesNothing() async throws {
        let real = try RealPlan()
        let plan = try await real.doors().begin(callMe: "Jo").plan
        defer { plan.close() }
        try await plan.someGoal()
        let to = real.folder.appendingPathComponent("backup").path
        let stopped = Task {
            try await underWay(reached: { _ in }) { work in
                // What the person's tap does, before it is begun: the core is told, and answers so.
                while !Task.isCancelled { try? await Task.sleep(for: .milliseconds(1)) }
                return try await Task.detached { try await plan.backUp(to: to, work: work) }.value
            }
        }
        stopped.cancel()
        do {
            _ = try await stopped.value
            XCTFail("it went on")
        } catch let fault as Fault {
            XCTAssertEqual(fault.remedy, .stopped)
        }
        XCTAssertFalse(FileManager.default.fileExists(atPath: to))
    }

    func testACallAfterClosingIsAFaultAndNothingWorse() async throws {
        let real = try RealPlan()
        let plan = try await real.doors().begin(callMe: "Jo").plan
        plan.close()
        do {
            _ = try await plan.goals()
            XCTFail("it is closed")
        } catch let fault as Fault {
            XCTAssertEqual(fault.remedy, .tryAgain)
        }
    }

    func testTheCardOpensWithItsOwnKeyAlone() async throws {
        let real = try RealPlan()
        try await real.seed { try await $0.somePlan() }
        let before = real.keys.unwrapped.count
        let card = try await real.doors().card(now: morning)
        XCTAssertEqual(card.plans.map(\.name), ["When my breathing gets worse"])
        XCTAssertEqual(Set(real.keys.unwrapped.dropFirst(before)), [.card])
    }

    func testNoSecretIsWrittenInAKeyStoresFault() async {
        XCTAssertEqual("\(KeyFault.failed(3))", "failed(3)")
    }
}
