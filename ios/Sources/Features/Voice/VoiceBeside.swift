// The voice notes beside a field, and a way to say one.

import Bridge
import SwiftUI

/// `ask`: what the field asks, for who does not see it.
struct VoiceBeside: View {
    let ask: String
    let spot: Spot
    @Environment(Here.self) private var here

    init(_ ask: String, at spot: Spot) {
        self.ask = ask
        self.spot = spot
    }

    var body: some View {
        let speaking = here.speaking
        VStack(alignment: .leading, spacing: 6) {
            ForEach(speaking.beside(spot)) { note in
                Small(here.texts(VoiceText.note))
                WhoAndWhen(note.who)
                if speaking.heard == note.id {
                    named(.hush) { speaking.hush() }
                } else if speaking.can {
                    named(.hear) { speaking.hear(spot, note) }
                }
                named(.remove) { speaking.remove(note) }
            }
            if let trouble = speaking.trouble(spot) { TroubleLine(trouble) }
            if speaking.isRecording(spot) {
                let recording = here.texts(VoiceText.recording)
                Sheet(paper: \.sunk) {
                    Plain(recording)
                    MainButton(here.texts(VoiceText.keep)) { speaking.keep() }
                    QuietButton(here.texts(VoiceText.leave)) { speaking.leave() }
                }
                .onChange(of: recording, initial: true) { AccessibilityNotification.Announcement(recording).post() }
            } else if speaking.can {
                named(.begin) { speaking.begin(spot) }
            }
        }
        .task(id: here.version) { await speaking.look(spot) }
    }

    /// A button that says to whoever does not see it what it is about.
    private func named(_ text: VoiceText, _ act: @escaping @MainActor () -> Void) -> some View {
        let button = here.texts(text)
        return QuietButton(button, said: "\(button): \(ask)", act)
    }
}
