//! Between the visits: a choice to make, what Jo measures, support asked for,
//! looking ahead, and help for Sam.

use super::plan::{Goals, text};
use super::{StoryClock, StoryError, Teller, must};
use hearth_core::companion::{Asked, Companion, Decided, NewCopy, NewReading, NewReview, OverTime, Writer};
use hearth_core::plan::{Budget, Decision, Kind, Preference};
use hearth_core::record::Value;

const PERSON: &Writer = &Writer::Person;

/// Winter: a choice with what matters about each option, and readings.
pub fn winter(
    hearth: &Companion,
    goals: &Goals,
    clock: &StoryClock,
    teller: &mut Teller,
) -> Result<(), StoryError> {
    let t = teller.tongue();
    teller.chapter("Winter: a choice, and what Jo measures", "Gaeaf: dewis, a’r hyn mae Jo’n ei fesur");
    let choice = t.pick("A knee operation, or not yet", "Llawdriniaeth ar y pen-glin, neu ddim eto");
    let choice = hearth.add(Kind::Decision, &[(Decision::WHAT, text(choice))], PERSON)?;
    let operation = t.pick("Have the operation in spring", "Cael y llawdriniaeth yn y gwanwyn");
    let operation = hearth.add_option(choice, operation, Some("treatment"), PERSON)?;
    let wait = t.pick("Exercises, and look again in a year", "Ymarferion, ac edrych eto ymhen blwyddyn");
    let wait = hearth.add_option(choice, wait, Some("care"), PERSON)?;
    let garden = t.pick("I would miss planting time", "Byddwn yn colli’r amser plannu");
    hearth.weigh(operation, Some("against"), garden, PERSON)?;
    let nights = t.pick("I might sleep", "Efallai y byddwn yn cysgu");
    hearth.weigh(operation, Some("for"), nights, PERSON)?;
    let why = t.pick("My breathing comes first this year.", "Fy anadlu sy’n dod gyntaf eleni.");
    hearth.decide(choice, &Decided::Option(wait), Some(why), Some("Sam"), PERSON)?;
    let view = hearth.decision(choice)?;
    teller.screen(&format!("{}: {}", view.what.text(), view.state));
    for option in &view.options {
        let mark = if option.chosen { "=>" } else { "  " };
        teller.screen(&format!(" {mark} {}", option.words.text()));
        for matter in &option.matters {
            teller.screen(&format!("      {}: {}", matter.side.text(), matter.words.text()));
        }
    }
    for value in ["300", "320", "290"] {
        clock.days(6);
        let reading = NewReading {
            what: "peak_flow".to_owned(),
            value: Some(value.to_owned()),
            unit: Some("L/min".to_owned()),
            ..NewReading::default()
        };
        hearth.add_reading(&reading, PERSON)?;
    }
    clock.days(30);
    let late = NewReading {
        what: "peak_flow".to_owned(),
        value: Some("310".to_owned()),
        unit: Some("L/min".to_owned()),
        ..NewReading::default()
    };
    hearth.add_reading(&late, PERSON)?;
    let over_time = hearth.over_time(&OverTime::Readings("peak_flow".to_owned()))?;
    teller.screen(&over_time.sentence);
    let line = over_time.lines.first().ok_or_else(|| StoryError::Wrong("there is a line".into()))?;
    must(line.points.len() == 4 && !line.gaps.is_empty(), "a month with nothing is a gap and no line")?;
    teller.screen(&hearth.over_time(&OverTime::Confidence(goals.walk))?.sentence);
    teller.say(
        "Dots, and no line through weeks with nothing. No range, and no word of better or worse.",
        "Dotiau, a dim llinell drwy wythnosau gwag. Dim ystod, a dim gair am well neu waeth.",
    );
    Ok(())
}

/// Spring and summer: support, a budget, looking ahead, help for the carer.
pub fn spring(hearth: &Companion, clock: &StoryClock, teller: &mut Teller) -> Result<(), StoryError> {
    let t = teller.tongue();
    teller.chapter(
        "Spring: support, looking ahead, and help for Sam",
        "Gwanwyn: cymorth, edrych ymlaen, a help i Sam",
    );
    clock.days(68);
    let worker = t.pick("the link worker", "y gweithiwr cyswllt");
    let support = hearth.support();
    let item = support.menu.iter().flat_map(|group| &group.items).find(|item| item.id.contains("rehab"));
    let item = item.ok_or_else(|| StoryError::Wrong("rehabilitation is on the menu".into()))?.id;
    let asked = Asked { item: Some(item.to_owned()), of: Some(worker.to_owned()), ..Asked::default() };
    let request = hearth.ask_for(&asked, PERSON)?;
    hearth.promised(request, worker, Some("2027-06-01"), PERSON).map(drop)?;
    let budget = [
        (Budget::AMOUNT, text("£240")),
        (Budget::FOR_WHAT, text(t.pick("a better chair for the garden", "cadair well i’r ardd"))),
        (Budget::REVIEW, Value::Date("2027-09-01".to_owned())),
    ];
    hearth.add(Kind::Budget, &budget, PERSON)?;
    let support = hearth.support();
    for request in &support.asked_for {
        teller.screen(&format!("{} · {} · {}", request.what, request.asked, request.state.text()));
    }
    teller.screen(&support.not_sent);
    looking_ahead(hearth, teller)?;
    let sam = hearth.people().into_iter().find(|person| person.name.text() == "Sam").map(|person| person.id);
    let sam = sam.ok_or_else(|| StoryError::Wrong("Sam is in People".into()))?;
    hearth.add_carer_need(
        sam,
        t.pick("One evening a week off", "Un noson yr wythnos yn rhydd"),
        None,
        PERSON,
    )?;
    for carer in hearth.carers() {
        for need in &carer.needs {
            teller.screen(&format!("{}: {}", carer.heading, need.words.text()));
        }
    }
    let review = NewReview {
        sort: "medicines".to_owned(),
        next: Some("2027-05-10".to_owned()),
        who: Some(t.pick("the pharmacist", "y fferyllydd").to_owned()),
        ..NewReview::default()
    };
    hearth.add_review(&review, PERSON)?;
    clock.days(40);
    for due in &hearth.home().due {
        teller.screen(&format!("{}: {}", due.name, due.line));
    }
    Ok(())
}

fn looking_ahead(hearth: &Companion, teller: &mut Teller) -> Result<(), StoryError> {
    let t = teller.tongue();
    let wish = t.pick("At home as long as Sam can manage", "Gartref cyhyd ag y gall Sam ymdopi");
    let wish = [(Preference::WORDS, text(wish)), (Preference::DATED, Value::Date("2027-03-20".to_owned()))];
    hearth.add(Kind::Preference, &wish, PERSON)?;
    let copy = NewCopy {
        what: "ReSPECT".to_owned(),
        words: t.pick("(the words of the form, copied)", "(geiriau’r ffurflen, wedi’u copïo)").to_owned(),
        dated: Some("2026-06-03".to_owned()),
        source: Some(t.pick("the hospital doctor", "meddyg yr ysbyty").to_owned()),
        original: Some(t.pick("blue folder in the hall", "ffolder las yn y cyntedd").to_owned()),
        ..NewCopy::default()
    };
    hearth.keep_copy(&copy, PERSON)?;
    let ahead = hearth.ahead();
    teller.screen(&ahead.my_wish);
    for wish in &ahead.preferences {
        teller.screen(wish.words.text());
    }
    for copy in &ahead.copies {
        teller.screen(&format!("{} — {} · {} · {}", copy.what.text(), copy.mark, copy.dated, copy.original));
    }
    Ok(())
}
