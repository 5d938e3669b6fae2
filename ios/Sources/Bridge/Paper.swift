// The plan on paper: a tagged PDF, drawn with fonts that the app gives.

import Foundation
import HearthCore

/// A paper.
public enum PaperKind: Sendable, Equatable, Hashable {
    /// The plan, on one page where it fits.
    case plan
    /// The emergency card, to cut out and fold; in large print on pages.
    case card
    /// What to talk about at a visit, which `id` names.
    case visit(id: String)
    /// The recovery words, as words and as a code: only behind the phone's own lock.
    case recoveryWords
}

extension PaperKind {
    func core() -> HearthCore.PaperKind {
        switch self {
        case .plan: .plan
        case .card: .card
        case .visit(let id): .visit(id: id)
        case .recoveryWords: .recoveryWords
        }
    }
}

/// A paper, drawn.
public struct PaperMade: Sendable, Equatable, Hashable {
    /// The file: PDF/UA-1.
    public var pdf: Data
    /// How many pages it has.
    public var pages: Int
    /// How many things are left out or shortened; the paper says so.
    public var leftOut: Int
    /// How many signs no font had; a mark stands for each.
    public var notDrawn: Int
    /// Both in sentences, where there is anything to say: before it is printed.
    public var sentences: [String]

    public init(pdf: Data, pages: Int, leftOut: Int, notDrawn: Int, sentences: [String]) {
        self.pdf = pdf
        self.pages = pages
        self.leftOut = leftOut
        self.notDrawn = notDrawn
        self.sentences = sentences
    }
}

extension HearthCore.PaperMade: Crossing {
    func own() -> PaperMade {
        PaperMade(
            pdf: pdf, pages: pages.own(), leftOut: leftOut.own(), notDrawn: notDrawn.own(), sentences: sentences)
    }
}

/// The plan on paper: the call.
public protocol PaperCalls: Sendable {
    /// Draws a paper. `largePrint`: no letter below 18 points. `fonts`: whole files of fonts, the preferred first, which
    /// may be put into a file. It is a copy: what was given away can't be taken back.
    func paper(kind: PaperKind, largePrint: Bool, fonts: [Data]) async throws -> PaperMade
}

extension CorePlan: PaperCalls {
    func paper(kind: PaperKind, largePrint: Bool, fonts: [Data]) async throws -> PaperMade {
        try await far { try $0.paper(kind: kind.core(), largePrint: largePrint, fonts: fonts).own() }
    }
}
