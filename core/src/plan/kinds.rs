//! Every kind of entry, with its stable number. A number is for ever.

use super::table::kinds;

kinds! {
    /// Who the plan is about. Only a name to call them is needed.
    Me "me" = 1 only;
    /// About me, in my words (PRSB About Me 2.01).
    AboutMe "about" = 2 only;
    /// Something I am good at or can count on.
    Strength "strength" = 3 many;
    /// A need, a concern or a problem: life as a whole, not only conditions.
    Need "need" = 4 many;
    /// A goal or a hope.
    Goal "goal" = 5 many;
    /// Exactly what am I going to do.
    Action "action" = 6 many;
    /// A manageable step on the way.
    Stage "stage" = 7 many;
    /// How it went, one time.
    CheckIn "checkin" = 8 many;
    /// When I'm unwell: what to do, for one concern.
    Unwell "unwell" = 9 many;
    /// An early warning sign.
    Sign "sign" = 10 many;
    /// A step: what to do.
    Step "step" = 11 many;
    /// A way of coping.
    Coping "coping" = 12 many;
    /// A medicine or a thing kept for when I'm unwell. Only words that the
    /// person and their clinician wrote: never a dose of Hearth's.
    KeptThing "kept" = 13 many;
    /// One time an unwell plan was used.
    Use "use" = 14 many;
    /// The emergency card: what of the plan is switched on for a stranger.
    Card "card" = 15 only;
    /// A condition I live with.
    Condition "condition" = 16 many;
    /// An allergy.
    Allergy "allergy" = 17 many;
    /// A key medicine, in the words the person keeps it by.
    Medicine "medicine" = 18 many;
    /// That a form exists, its date and where it is: never what it decides.
    Form "form" = 19 many;
    /// Somebody in my life or my care.
    Person "person" = 20 many;
    /// Who may write for me, and by what.
    Authority "authority" = 21 many;
    /// Something somebody said they would organise.
    Promise "promise" = 22 many;
    /// A result: a number or words, measured once, from one place.
    Outcome "result" = 23 many;
    /// That something was agreed as a whole, naming exactly what was seen.
    Agreement "agreement" = 24 many;
    /// One of the person's own phones.
    Device "device" = 25 many;
    /// A photo or a voice note beside some words.
    Attachment "attachment" = 26 many;
    /// A visit, from gathering for it to what came of it.
    Visit "visit" = 45 many;
    /// A sheet used in a visit.
    VisitSheet "visit_sheet" = 46 many;
    /// An answer to one question of a sheet.
    Reply "reply" = 47 many;
    /// How the person felt in the last month. Delicate.
    Mood "mood" = 48 many;
    /// A prompt of a sheet, circled.
    Circled "circled" = 49 many;
    /// A question, a thought or an idea for a visit.
    Thought "thought" = 50 many;
    /// That something on the agenda was talked about.
    Discussed "discussed" = 51 many;
    /// A clinician's own sheet.
    SheetFile "sheet_file" = 52 many;
    /// A choice to make, and what was decided.
    Decision "decision" = 60 many;
    /// One of the things a choice is between.
    ChoiceOption "option" = 61 many;
    /// What matters to me about an option.
    Consideration "consideration" = 62 many;
    /// Something I measured myself.
    Reading "reading" = 63 many;
    /// Looking ahead: what I would like, and not like. Never an order.
    Preference "preference" = 66 many;
    /// The copy of a clinical decision: its original is somewhere else, and is
    /// what counts.
    ClinicalCopy "copy" = 67 many;
    /// Support near me: from the practice, or typed.
    SupportEntry "support" = 68 many;
    /// Support that was asked for.
    Request "request" = 69 many;
    /// A personal health budget, noted.
    Budget "budget" = 70 many;
    /// When something is to be looked at again, and with whom.
    Review "review" = 71 many;
    /// What somebody who cares for me needs themselves.
    CarerNeed "carer_need" = 72 many;
}
