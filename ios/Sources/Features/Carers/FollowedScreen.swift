// Somebody's plan, as they shared it: what a carer reads at night with no signal.

import Bridge
import Observation
import SwiftUI

@MainActor @Observable final class FollowedModel: Drawing {
    struct Drawn: Sendable {
        let one: Followed
        /// None: no copy is kept any more.
        let card: FollowedCard?
        let entries: [FollowedEntry]
    }

    let here: Here
    let id: String
    var drawn: Result<Drawn, Fault>?
    /// Words of the copy stand there to suggest others for.
    var isSuggesting = false
    var isTakingAway = false
    /// So many of the words are drawn: a long copy is not drawn all at once.
    private(set) var most = 20
    init(_ here: Here, _ id: String) {
        self.here = here
        self.id = id
        isSuggesting = Pen(here).isOpen("suggest/\(id)/")
    }

    var looking: Going { here.session.goings["follow-look"] }
    var suggesting: Going { here.session.goings["suggest/\(id)"] }
    var taking: Going { here.session.goings["follow-forget"] }

    func read(_ plan: any Plan) async throws -> Drawn {
        guard let one = try await plan.following().followed.first(where: { $0.id == id }) else {
            throw Fault(.notThere, sentence: here.texts(CarersText.notKept), reason: "not-followed")
        }
        guard one.kept else { return Drawn(one: one, card: nil, entries: []) }
        return Drawn(
            one: one, card: try await plan.followed(id: id), entries: one.maySuggest ? try await plan.followedEntries(id: id) : []
        )
    }

    /// How old it is first, then all that stands in it.
    func readAloud(_ card: FollowedCard) {
        guard let voice = here.outside.voice else { return }
        let lines = [card.view.name, card.view.age, card.view.warning] + card.sections.flatMap { [$0.title] + $0.lines }
        if !voice.say(lines.filter { !$0.isEmpty }, language: here.texts.language) {
            here.happened = Happened(here.texts(UnwellText.noVoice))
        }
    }

    func look() {
        let plan = here.plan
        looking.begin({ _ in try await plan.refreshFollowing(now: true) }) { [self] _ in here.changed() }
    }

    func suggest(_ on: Bool) {
        isSuggesting = on
        // Half-typed words are found again by whoever comes back.
        here.drafts["suggest/\(id)/open"] = on ? "1" : ""
    }

    func more() { most += 20 }

    func form(_ entry: FollowedEntry) -> String { "suggest/\(id)/\(entry.entry)/\(entry.field)/" }

    func send(_ entry: FollowedEntry) {
        let form = form(entry)
        guard let words = Pen(here).text(form, "words") else { return }
        let (plan, id) = (here.plan, id)
        let suggested = Suggested(
            entry: entry.entry, kind: entry.kind, within: nil, fields: [SuggestedField(field: entry.field, words: words)]
        )
        suggesting.begin({ _ in try await plan.suggest(id: id, suggested: suggested) }) { [self] one in
            here.drafts.clear(form)
            here.happened = Happened(one.waiting > 0 ? here.texts(CarersText.waits) : here.texts(CarersText.suggested, one.name))
            here.changed()
        }
    }

    func takeAway() {
        isTakingAway = false
        let (plan, id) = (here.plan, id)
        taking.begin({ _ in try await plan.followForget(id: id) }) { [self] _ in
            here.drafts.clear("suggest/\(id)/")
            here.happened = Happened(here.texts(CarersText.takenAway))
            here.changed()
            if here.way.here.about.last == id { here.way.back() }
        }
    }
}

/// Its age first, then whom to call, then what to do, large.
struct FollowedScreen: View {
    @State var model: FollowedModel

    var body: some View {
        let here = model.here
        let texts = here.texts
        DrawnFrom(model) { drawn in
            Page(drawn.one.name) {
                if let card = drawn.card {
                    // Nothing between its age and the number: in large letters a line more is a screen more.
                    if !drawn.one.age.isEmpty { Words(drawn.one.age) }
                    Urgent(calls: card.calls)
                    StandingMore(one: drawn.one)
                    if here.outside.voice != nil { OtherButton(texts(UnwellText.readAloud)) { model.readAloud(card) } }
                    ForEach(Array(card.sections.enumerated()), id: \.offset) { SharedSectionView(section: $0.element, texts: texts) }
                    // Who made it, and what is not in it: at its foot, where it is read to.
                    Sheet {
                        Heading(texts(CarersText.followedAbout))
                        PlainLines(card.front)
                    }
                } else {
                    Standing(one: drawn.one)
                    Plain(texts(CarersText.notKept))
                }
                HostAsked(model.looking, texts, under: .keptMeanwhile) {
                    if drawn.one.kept { OtherButton(texts(CarersText.newerOne)) { model.look() } }
                }
                if drawn.one.maySuggest { Suggesting(model: model, drawn: drawn) }
                takeAway
            }
        }
    }

    @ViewBuilder private var takeAway: some View {
        let texts = model.here.texts
        if model.isTakingAway {
            Sure(
                ask: texts(CarersText.takeAwayAsk), yes: texts(CarersText.takeAwaySure), no: texts(SettingsText.notNow),
                act: { model.takeAway() }, leave: { model.isTakingAway = false }
            )
        } else {
            HostAsked(model.taking, texts) { QuietButton(texts(CarersText.takeAway)) { model.isTakingAway = true } }
        }
    }
}

/// Never hidden: the number for an emergency, and whom the copy says to call.
private struct Urgent: View {
    let calls: [FollowedCall]
    @Environment(Here.self) private var here

    var body: some View {
        if let safety = here.session.safety {
            CallButton(name: here.texts(CarersText.callEmergency), number: safety.emergencyNumber)
        }
        ForEach(Array(calls.enumerated()), id: \.offset) { _, one in
            let name = [one.name, one.relation].filter { !$0.isEmpty }.joined(separator: ", ")
            CallButton(name: name.isEmpty ? one.number : name, number: one.number)
        }
        if let safety = here.session.safety { SafetyLine(safety.lifeAtRisk) }
    }
}

/// Other words, for what stands in the copy: they go beside the person's own.
private struct Suggesting: View {
    let model: FollowedModel
    let drawn: FollowedModel.Drawn

    var body: some View {
        let texts = model.here.texts
        if model.isSuggesting {
            Heading(texts(CarersText.suggest))
            Small(texts(CarersText.suggestUnder))
            if drawn.entries.isEmpty { Plain(texts(CarersText.noEntries)) }
            ForEach(drawn.entries.prefix(model.most), id: \.self) { entry in
                let form = model.form(entry)
                Sheet {
                    Words(entry.words)
                    HostAsked(model.suggesting, texts) {
                        AddForm(
                            texts(CarersText.suggest), form: form, isReady: Pen(model.here).text(form, "words") != nil,
                            keep: texts(CarersText.sendWords, drawn.one.name), said: texts(CarersText.suggestOne, entry.words),
                            onKeep: { _ in model.send(entry) }
                        ) { FormBox(texts(CarersText.yourWords), box: form + "words", lines: 2) }
                    }
                }
            }
            if drawn.entries.count > model.most { OtherButton(texts(CarersText.followedMore)) { model.more() } }
            QuietButton(texts(CoreText.close)) { model.suggest(false) }
        } else {
            OtherButton(texts(CarersText.suggest)) { model.suggest(true) }
        }
    }
}
