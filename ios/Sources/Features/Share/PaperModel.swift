// The plan on paper: which, how large, drawn by the core, given to the phone's printing or sharing.

import Bridge
import Foundation
import Observation
import Platform

@MainActor @Observable final class PaperModel: Drawing {
    enum Which: String, CaseIterable { case plan, card, visit, words }

    let here: Here
    /// The visit that it may be of.
    let visit: String?
    /// What it is for, in the person's words.
    var drawn: Result<String, Fault>?
    var which: Which { didSet { forget() } }
    var isLarge = false { didSet { forget() } }
    /// Only while this screen is there: it is kept nowhere.
    private(set) var made: PaperMade?
    private(set) var trouble: String?

    init(_ here: Here, _ about: [String]) {
        self.here = here
        which = about.first.flatMap(Which.init(rawValue:)) ?? .plan
        visit = about.first == Which.visit.rawValue && about.count > 1 ? about[1] : nil
    }

    func read(_ plan: any Plan) async throws -> String {
        guard let visit else { return "" }
        return try await plan.visit(id: visit).whatFor.inWords
    }

    var offered: [Which] { Which.allCases.filter { $0 != .visit || visit != nil } }
    var hasLock: Bool { here.session.lock.can }

    func title(_ which: Which) -> String {
        switch which {
        case .plan: here.texts(ShareText.paperPlan)
        case .card: here.said["print-card-title"]
        case .visit: here.said["print-visit-title"]
        case .words: here.said["print-words-title"]
        }
    }

    func forget() {
        made = nil
        trouble = nil
    }

    func draw() {
        trouble = nil
        let (which, isLarge) = (which, isLarge)
        here.act(fault: { [self] in trouble = $0.sentence }) { [self] plan in
            if which == .words, await !here.session.lock.knows(title(.words)) {
                trouble = here.texts(SafeText.notPassed)
                return
            }
            let paper = try await plan.paper(kind: kind(which), largePrint: isLarge, fonts: PaperFonts.all())
            // Something else was chosen meanwhile.
            if which == self.which, isLarge == self.isLarge { made = paper }
        }
    }

    private func kind(_ which: Which) -> PaperKind {
        switch which {
        case .plan: .plan
        case .card: .card
        case .visit: .visit(id: visit ?? "")
        case .words: .recoveryWords
        }
    }

    var printer: (any Platform.Printer)? { here.outside.printer }
    /// Recovery words are printed, and given to no other app.
    var sharer: (any Platform.Sharer)? { which == .words ? nil : here.outside.sharer }

    func print() {
        guard let printer, let made else { return }
        here.act { [self] _ in
            let isDone = await printer.pdf(made.pdf, title: title(which))
            trouble = isDone ? nil : here.texts(ShareText.noPrinter)
        }
    }

    func keep() {
        guard let sharer, let made else { return }
        let name = title(which) + ".pdf"
        here.session.act { await sharer.file(made.pdf, name: name, type: "application/pdf") }
    }

    /// The words lie in the file in clear.
    func leave() { if which == .words { forget() } }
}
