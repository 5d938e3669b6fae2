//! The whole plan as one document: a Bundle with a Composition first, each section in the person's
//! words, and behind it the resources those words are also in
//! (<https://hl7.org/fhir/R4/documents.html>).
//!
//! It needs no server: it goes as a file, behind a link, on paper's way back. Its sections are those
//! of the International Patient Summary where it has one for them; it is no IPS, since nobody
//! clinical has coded or confirmed what stands in it, and it does not say that it is.

mod html;
mod lines;
mod part;
mod sections;

use hearth_sealed::Secret;
use html::Html;
use lines::{Lines, date_of};
use ring::hmac;

use super::map::{coding, date_time, reference};
use super::out::{Context, Outgoing, all_for_document, id_of, not_outgoing, said};
use super::own;
use super::write::Object;
use crate::plan::{self, Field, Kind, Me};
use crate::record::{EntityId, Value, When};
use crate::words::Arg;

/// The number that stands for the Patient of a document, which is no field.
const PATIENT: u16 = u16::MAX - 2;

/// The whole plan but for what is only the person's, as a Bundle of type `document`, made `now`.
/// Whose it is comes from the plan itself, so that it can be made with no practice linked
/// ([`Context::patient`] is not looked at).
pub fn document(cx: &Context<'_>, now: When) -> Vec<u8> {
    written(cx, now, None)
}

/// A part of the plan as a document.
pub struct Extract<'a> {
    /// The sections that are in it, by the keys of their titles (see [`section_titles`]).
    pub sections: &'a [&'static str],
    /// What is said in front: who made it, what is not in it.
    pub front: &'a [String],
    /// Tags on the Bundle: system and code.
    pub tags: &'a [(String, String)],
}

/// A part of the plan as a document: its sections and the resources of these. What of the plan is not
/// in a section is not looked at.
pub fn document_part(cx: &Context<'_>, now: When, part: &Extract<'_>) -> Vec<u8> {
    let record = part::of(cx.record, part.sections);
    written(&Context { record: &record, ..*cx }, now, Some(part))
}

/// The keys of the sections' titles, in order.
pub fn section_titles() -> impl Iterator<Item = &'static str> {
    sections::titles()
}

fn written(cx: &Context<'_>, now: When, part: Option<&Extract<'_>>) -> Vec<u8> {
    let me = EntityId::only(Kind::Me.number());
    let patient = own_patient(cx.secret);
    let reference_to_me = format!("Patient/{patient}");
    let cx = Context { patient: &reference_to_me, tasks: true, ..*cx };
    let resources = all_for_document(&cx);
    let composition = composition(&cx, now, &resources, part);
    let first = [
        entry("Composition", &id_of(cx.secret, Kind::Me, me, COMPOSITION), &composition),
        entry("Patient", &patient, &person(&cx, &patient)),
    ];
    let rest = resources.iter().map(|out| {
        let body = String::from_utf8_lossy(&out.body);
        entry(out.resource, &out.id, &body)
    });
    let name = Object::new().text("system", "urn:ietf:rfc:3986").text("value", &uuid(&cx, now));
    let tags = part.into_iter().flat_map(|part| part.tags);
    let tags = tags.map(|(system, code)| coding(system, code, "").done());
    let bundle = Object::resource("Bundle")
        .object("meta", Object::new().list("tag", tags))
        .object("identifier", name)
        .text("type", "document")
        .text("timestamp", &moment(now))
        .list("entry", first.into_iter().chain(rest));
    bundle.done().into_bytes()
}

/// The id that the person has in the documents of this plan, and in no others.
pub fn own_patient(secret: &Secret<32>) -> String {
    id_of(secret, Kind::Me, EntityId::only(Kind::Me.number()), PATIENT)
}

/// The number that stands for the Composition.
const COMPOSITION: u16 = u16::MAX - 3;

fn entry(resource: &str, id: &str, body: &str) -> String {
    let url = format!("{}/{resource}/{id}", own::BASE);
    Object::new().text("fullUrl", &url).json("resource", body).done()
}

fn moment(at: When) -> String {
    date_time(at.ms, at.offset).unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned())
}

/// A name for this document that no other has: of the plan's secret and when it was made.
fn uuid(cx: &Context<'_>, now: When) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, cx.secret.expose());
    let tag = hmac::sign(&key, &[b"fhir document".as_slice(), &now.ms.to_be_bytes()].concat());
    let mut hex: Vec<char> = tag
        .as_ref()
        .iter()
        .take(16)
        .flat_map(|byte| format!("{byte:02x}").chars().collect::<Vec<_>>())
        .collect();
    // RFC 9562: version 8, made in a way of one's own.
    for (at, digit) in [(12, '8'), (16, '8')] {
        if let Some(place) = hex.get_mut(at) {
            *place = digit;
        }
    }
    let part = |from, to| hex.get(from..to).unwrap_or_default().iter().collect::<String>();
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

fn composition(cx: &Context<'_>, now: When, resources: &[Outgoing], part: Option<&Extract<'_>>) -> String {
    let words = cx.words;
    let language = words.language().tag();
    let title = words.plain("fhir-plan-title", &[]);
    let date = date_of(now).map(|date| words.date(date)).unwrap_or_default();
    let mut front = Html::new();
    front.line("p", &words.say("fhir-made", &[("date", Arg::Text(&date))]));
    front.line("p", &words.safety_plain("fhir-note", &[]));
    for line in part.into_iter().flat_map(|part| part.front) {
        front.line("p", line);
    }
    let left = not_outgoing(cx).len();
    if left > 0 {
        front.line("p", &words.plain("fhir-too-long", &[("n", Arg::Number(left as i64))]));
    }
    let me = EntityId::only(Kind::Me.number());
    let kinds = [(own::LOINC, "18776-5", ""), (own::SNOMED, "2181441000000107", "")];
    let kinds = kinds.map(|(system, code, display)| coding(system, code, display).done());
    Object::resource("Composition")
        .text("id", &id_of(cx.secret, Kind::Me, me, COMPOSITION))
        .object("text", Object::new().text("status", "generated").text("div", &front.div(language)))
        .text("status", "final")
        .object("type", Object::new().list("coding", kinds).text("text", &title))
        .object("subject", reference(cx.patient))
        .text("date", &moment(now))
        .list("author", [reference(cx.patient).done()])
        .text("title", &title)
        .list("section", sections::sections(&Lines { cx }, resources, part.map(|part| part.sections)))
        .done()
}

/// The person as the plan knows them, if they let it be seen.
fn person(cx: &Context<'_>, id: &str) -> String {
    let me = EntityId::only(Kind::Me.number());
    let shown = !plan::life::is_only_me(cx.record, Kind::Me, me);
    let said = |field: &Field| said(cx, Kind::Me, me, field).filter(|_| shown);
    let text = |field: &Field| said(field).and_then(|value| value.text().map(str::to_owned));
    let name = |usage: &str, field: &Field| {
        let text = text(field).filter(|text| !text.trim().is_empty())?;
        Some(Object::new().text("use", usage).text("text", &text).done())
    };
    let number = text(&Me::NHS_NUMBER).and_then(|typed| nhs_number(&typed));
    let number = number.map(|n| Object::new().text("system", own::NHS_NUMBER).text("value", &n).done());
    let born = match said(&Me::BORN) {
        Some(Value::Date(date)) => date,
        _ => String::new(),
    };
    let language = text(&Me::LANGUAGE).filter(|text| !text.trim().is_empty());
    let language =
        language.map(|said| Object::new().object("language", Object::new().text("text", &said)).done());
    Object::resource("Patient")
        .text("id", id)
        .list("identifier", number)
        .list("name", [name("official", &Me::NAME), name("nickname", &Me::CALL_ME)].into_iter().flatten())
        .text("birthDate", &born)
        .list("communication", language)
        .done()
}

/// The ten digits of an NHS number, if its check digit is right
/// (<https://www.datadictionary.nhs.uk/attributes/nhs_number.html>).
fn nhs_number(typed: &str) -> Option<String> {
    let digits: Vec<u32> =
        typed.chars().filter(|c| !matches!(c, ' ' | '-')).map(|c| c.to_digit(10)).collect::<Option<_>>()?;
    let (check, rest) = digits.split_last().filter(|(_, rest)| rest.len() == 9)?;
    let sum: u32 = rest.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let right = match 11 - sum % 11 {
        11 => 0,
        right => right,
    };
    (right == *check).then(|| digits.iter().map(u32::to_string).collect())
}

#[cfg(test)]
mod tests {
    use super::nhs_number;

    #[test]
    fn an_nhs_number_is_one_only_when_its_check_digit_is_right() {
        assert_eq!(nhs_number("943 476 5919").as_deref(), Some("9434765919"));
        assert_eq!(nhs_number("401-023-2137").as_deref(), Some("4010232137"));
        for wrong in ["943 476 5918", "9434765", "94347659190", "943476591x", "", "1234567880"] {
            assert_eq!(nhs_number(wrong), None, "{wrong}");
        }
    }
}
