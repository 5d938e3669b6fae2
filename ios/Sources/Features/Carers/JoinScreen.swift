// The person's other phone, on the new one: it shows its key, reads where to meet, compares six digits and gets the plan.

import Bridge
import Observation
import SwiftUI

/// One for as long as no plan is here: whoever goes back and comes again finds the same code.
@MainActor @Observable final class JoinModel {
    let session: Session
    /// What the old phone scans: a public key, and its squares.
    private(set) var shows: String?
    private(set) var code: Code?
    private(set) var digits: String?
    private(set) var trouble: String?
    /// That the digits differed, and what that came to.
    private(set) var note: String?
    /// What the old phone shows, as it was scanned or pasted.
    var typed = ""
    @ObservationIgnored private var joining: (any Joining)?

    init(_ session: Session) { self.session = session }

    var reading: Going { session.goings["join-read"] }
    var fetching: Going { session.goings["join"] }
    var hasScanner: Bool { session.outside.scanner != nil }

    /// Draws this phone's keys, once.
    func begin() {
        if joining != nil { return }
        session.act { [self] in
            do {
                let joining = try await session.doors.join()
                let shows = try await joining.shows()
                code = try await session.doors.textAsCode(shows)
                (self.joining, self.shows) = (joining, shows)
                trouble = nil
            } catch let gone as Fault {
                trouble = gone.sentence
            } catch {}
        }
    }

    func paste(_ text: String) {
        typed = text
        reading.read()
    }

    /// A public key: it opens nothing.
    func send(_ shows: String) {
        session.act { [session] in await session.outside.sharer?.text(shows, title: session.texts(CarersText.join)) }
    }

    func scan() {
        session.act { [self] in
            guard let text = await session.outside.scanner?.scan() else { return }
            paste(text)
            read()
        }
    }

    func read() {
        guard let joining else { return }
        let text = typed
        reading.begin({ _ in try await joining.scanned(text) }) { [self] digits in
            typed = ""
            note = nil
            self.digits = digits
        }
    }

    /// Nothing says yes from here: the old phone does. This one asks whether it has.
    func fetch() {
        guard let joining else { return }
        fetching.begin({ _ in try await joining.fetch() }) { [self] open in
            if let open {
                try await session.joined(open)
            } else {
                fetching.said = [session.texts(CarersText.joinNotYet)]
            }
        }
    }

    /// The digits differ: this phone draws other keys.
    func differ() {
        (joining, shows, code, digits) = (nil, nil, nil, nil)
        fetching.read()
        note = session.texts(CarersText.joinDiffered)
        begin()
    }
}

struct JoinScreen: View {
    @State var model: JoinModel

    var body: some View {
        let texts = model.session.texts
        Page(texts(CarersText.join), under: texts(CarersText.joinUnder)) {
            if let trouble = model.trouble ?? model.note { TroubleLine(trouble) }
            if let digits = model.digits {
                Words(texts(CarersText.joinThird))
                SixDigits(digits, texts)
                HostAsked(model.fetching, texts, doing: .joinFetching) {
                    ForEach(Array(model.fetching.said.enumerated()), id: \.offset) { Note($0.element) }
                    MainButton(texts(CarersText.joinFetch)) { model.fetch() }
                    OtherButton(texts(CarersText.differ)) { model.differ() }
                }
            } else {
                Words(texts(CarersText.joinFirst))
                if let code = model.code { CodeView(code, said: texts(CarersText.codeSaid)) }
                if let shows = model.shows, model.session.outside.sharer != nil {
                    OtherButton(texts(CarersText.joinSend)) { model.send(shows) }
                }
                Words(texts(CarersText.joinSecond))
                HostAsked(model.reading, texts) {
                    ScanOrPaste(
                        ask: texts(CarersText.joinBox), name: "join", button: texts(CarersText.joinScan),
                        hasScanner: model.hasScanner, scan: { model.scan() },
                        text: Binding(get: { model.typed }, set: { model.paste($0) })
                    )
                    OtherButton(texts(CarersText.goOn)) { model.read() }.disabled(model.typed.isBlank)
                }
            }
        }
        .onAppear { model.begin() }
    }
}
