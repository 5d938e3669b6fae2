// What is being said and heard while a plan is open.

import Bridge
import Observation
import Platform

/// The voice notes of one plan that is open.
@MainActor @Observable public final class Speaking {
    private struct Recording {
        let spot: Spot
        /// Where the person was when they began.
        let at: Where
    }

    @ObservationIgnored private unowned let here: Here
    private var recording: Recording?
    /// What went wrong, by its box.
    private var wrong: (box: String, sentence: String)?
    /// The voice note that is heard now.
    private(set) var heard: String?
    /// What stands beside the fields of an entry.
    private var known: [String: [Beside]] = [:]
    @ObservationIgnored private var read: [String: Int] = [:]

    init(_ here: Here) { self.here = here }

    private var recorder: (any Recorder)? { here.outside.recorder }
    var can: Bool { recorder != nil }

    /// The voice notes beside a field.
    func beside(_ spot: Spot) -> [Beside] {
        (known[Speaking.entry(spot)] ?? []).filter { $0.sound && ($0.field == spot.field || $0.field.hasSuffix("." + spot.field)) }
    }

    /// Reads what stands beside an entry: once for all its fields, and again after a change.
    func look(_ spot: Spot) async {
        let entry = Speaking.entry(spot)
        let version = here.version
        if read.updateValue(version, forKey: entry) == version { return }
        // What it stands beside may be gone: its own screen says so.
        guard case .success(let found)? = await here.read({ try await $0.beside(kind: spot.kind, id: spot.id) }) else { return }
        known[entry] = found
    }

    func isRecording(_ spot: Spot) -> Bool { recording?.spot == spot }
    func trouble(_ spot: Spot) -> String? { wrong.flatMap { $0.box == spot.box ? $0.sentence : nil } }

    func begin(_ spot: Spot) {
        guard let recorder else { return }
        // One after the other: what was said before is kept.
        keep()
        hush()
        let at = here.way.here
        here.act(once: "voice") { [self] _ in
            let begun = await recorder.begin { [weak self] in self?.over(spot) }
            wrong = begun ? nil : (spot.box, here.texts(VoiceText.notAllowed))
            recording = begun ? Recording(spot: spot, at: at) : nil
            // The phone asked whether it may, and the person went elsewhere meanwhile.
            if begun, here.way.here != at { leave() }
        }
    }

    /// It has ended by itself: what was said is kept, and that is said.
    private func over(_ spot: Spot) {
        if isRecording(spot) { keep(saying: here.texts(VoiceText.over)) }
    }

    /// Ends the recording and keeps it beside its field.
    func keep() { keep(saying: here.texts(CoreText.saved)) }

    private func keep(saying said: String) {
        guard let spot = recording?.spot else { return }
        recording = nil
        guard let sound = recorder?.end() else {
            wrong = (spot.box, here.texts(VoiceText.nothing))
            return
        }
        here.act(fault: { [self] in wrong = (spot.box, $0.sentence) }) { [here] plan in
            _ = try await plan.attach(kind: spot.kind, id: spot.id, field: spot.field, bytes: sound)
            here.happened = Happened(said)
        }
    }

    /// Ends the recording and keeps nothing of it.
    func leave() {
        if recording == nil { return }
        recording = nil
        _ = recorder?.end()
    }

    func hear(_ spot: Spot, _ note: Beside) {
        // Nothing is heard into what is being said.
        keep()
        here.act(once: "voice", fault: { [self] in wrong = (spot.box, $0.sentence) }) { [self] plan in
            let sound = try await plan.attachment(id: note.id)
            wrong = nil
            heard = note.id
            let plays = recorder?.play(sound) { [weak self] in if self?.heard == note.id { self?.heard = nil } }
            if plays != true {
                heard = nil
                wrong = (spot.box, here.texts(VoiceText.notHeard))
            }
        }
    }

    func hush() {
        recorder?.stop()
        heard = nil
    }

    func remove(_ note: Beside) {
        if heard == note.id { hush() }
        Pen(here).remove("attachment", note.id)
    }

    /// The person is somewhere else: what was said is kept, and what is heard ends.
    func moved() {
        if let recording, recording.at != here.way.here { keep() }
        if recording == nil, heard != nil { hush() }
    }

    /// The app is left.
    func left() {
        keep()
        if heard != nil { hush() }
    }

    private static func entry(_ spot: Spot) -> String { "\(spot.kind)/\(spot.id)" }
}
