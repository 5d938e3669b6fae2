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
    /// Another name I have, or had.
    OtherName "other_name" = 27 many;
    /// A number that a service knows me by, other than the NHS number.
    Identifier "identifier" = 28 many;
    /// Where I live, or stay.
    Address "address" = 29 many;
    /// A way to reach me: a telephone, an email, another.
    Reach "reach" = 30 many;
    /// A GP practice of mine.
    Practice "practice" = 31 many;
    /// How things came to be as they are, as somebody who works with me put it.
    Formulation "formulation" = 32 many;
    /// Who did or wrote down something, as its record names them.
    Recorder "recorder" = 33 many;
    /// One more thing that came of a goal, beside [`Goal::OUTCOME`](super::Goal::OUTCOME).
    FurtherOutcome "further_outcome" = 34 many;
    /// One more thing that sets an unwell plan off, beside
    /// [`Unwell::TRIGGER`](super::Unwell::TRIGGER).
    Trigger "trigger" = 35 many;
    /// An advance statement: my own wishes in my words, and where the document is.
    Statement "statement" = 36 many;
    /// Another plan that supports me.
    SupportPlan "support_plan" = 37 many;
    /// What a record says of the plan as a whole.
    PlanRecord "plan_record" = 38 only;
    /// A part of a file from outside that Hearth can't show: kept as it came,
    /// and passed on in the same place.
    Passed "passed" = 39 many;
    /// Something that I need others to know of or to do: an adjustment, an
    /// impairment, how I move, a support with money.
    Requirement "requirement" = 40 many;
    /// That a lasting power of attorney or a deputy exists, and where the document is.
    Lpa "lpa" = 41 many;
    /// Somebody who was named attorney or deputy.
    Attorney "attorney" = 42 many;
    /// Somebody who was part of planning ahead.
    Involved "involved" = 43 many;
    /// Where I would like to die.
    LastPlace "last_place" = 44 only;
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
    /// That a phone was linked with a practice. What opens the door is not here:
    /// that stays on the phone that has it.
    PracticeLink "practice_link" = 80 many;
    /// That something of the plan was shared by a link, and what it takes to end
    /// that. What opens it is not here.
    Share "share" = 81 many;
    /// The mailbox of the person's phones and carers at a host.
    Mailbox "mailbox" = 82 many;
    /// A carer whose phone is paired with the person's.
    Pairing "pairing" = 83 many;
}
