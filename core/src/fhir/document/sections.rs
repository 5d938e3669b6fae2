//! The sections of a document, in the order in which a clinician in a hurry reads them.

use super::html::Html;
use super::lines::Lines;
use crate::fhir::map::{coding, reference};
use crate::fhir::out::{Outgoing, entities};
use crate::fhir::own;
use crate::fhir::write::Object;
use crate::plan::{AboutMe, Card, Field, Kind, Type};

/// One section: its name, its code, and what stands in it.
struct Section {
    /// The key of its title.
    title: &'static str,
    /// Its code system and code; none where nobody has one for it.
    code: Option<(&'static str, &'static str)>,
    /// The kinds of entries in it, each a list under a name of its own where there are several.
    kinds: &'static [Kind],
    /// It is there even where there is nothing in it, and says so: whoever looks for allergies must
    /// not take silence for "none" (IPS asks for these three).
    always: bool,
}

const fn section(
    title: &'static str,
    code: Option<(&'static str, &'static str)>,
    kinds: &'static [Kind],
) -> Section {
    Section { title, code, kinds, always: false }
}

/// LOINC codes as the International Patient Summary 2.0.0 has them, but for the care team's, which
/// is C-CDA's (<https://loinc.org/85847-2>), and SNOMED CT's of the National Record Locator.
static SECTIONS: &[Section] = &[
    section("fhir-section-alerts", Some((own::LOINC, "104605-1")), &[Kind::Card]),
    section("fhir-section-about", Some((own::LOINC, "81338-6")), &[Kind::AboutMe]),
    section(
        "fhir-section-plan",
        Some((own::LOINC, "18776-5")),
        &[
            Kind::Strength,
            Kind::Need,
            Kind::Goal,
            Kind::Action,
            Kind::Stage,
            Kind::CheckIn,
            Kind::Promise,
            Kind::Request,
        ],
    ),
    section("fhir-section-unwell", Some((own::SNOMED, own::CONTINGENCY)), &[Kind::Unwell, Kind::Use]),
    section(
        "fhir-section-ahead",
        Some((own::LOINC, "42348-3")),
        &[Kind::Preference, Kind::Statement, Kind::LastPlace, Kind::Form],
    ),
    Section {
        always: true,
        ..section("fhir-section-conditions", Some((own::LOINC, "11450-4")), &[Kind::Condition])
    },
    Section {
        always: true,
        ..section("fhir-section-allergies", Some((own::LOINC, "48765-2")), &[Kind::Allergy])
    },
    Section {
        always: true,
        ..section("fhir-section-medicines", Some((own::LOINC, "10160-0")), &[Kind::Medicine])
    },
    section("fhir-section-requirements", None, &[Kind::Requirement]),
    section("fhir-section-readings", None, &[Kind::Reading]),
    section("fhir-section-sheets", None, &[Kind::Reply]),
    section("fhir-section-people", Some((own::LOINC, "85847-2")), &[Kind::Person]),
];

/// The sections as JSON. Each of `all` is named by the section of its kind; what is said in another
/// entry's words (an action in its goal's) by that entry's section.
pub(super) fn sections(lines: &Lines<'_>, all: &[Outgoing], only: Option<&[&str]>) -> Vec<String> {
    let mut sections = Vec::new();
    let chosen = SECTIONS.iter().filter(|section| only.is_none_or(|only| only.contains(&section.title)));
    for section in chosen {
        let mut html = Html::new();
        for kind in section.kinds {
            entries(lines, &mut html, section, *kind);
        }
        let named = all.iter().filter(|out| section_of(out).is_some_and(|title| title == section.title));
        let named: Vec<String> =
            named.map(|out| reference(&format!("{}/{}", out.resource, out.id)).done()).collect();
        let nothing = html.is_empty();
        if nothing && named.is_empty() && !section.always {
            continue;
        }
        let words = lines.cx.words;
        if nothing {
            html.line("p", &words.safety_plain("card-nothing-written", &[]));
        }
        if section.kinds == [Kind::Medicine] {
            html.line("p", &words.safety_plain("fhir-medicines-note", &[]));
        }
        let title = words.plain(section.title, &[]);
        let code = section.code.map(|(system, code)| coding(system, code, "").done());
        let text = Object::new().text("status", "generated").text("div", &html.div(words.language().tag()));
        let empty = Object::new().list("coding", [coding(EMPTY, "unavailable", "Unavailable").done()]);
        let written = Object::new()
            .text("title", &title)
            .object("code", Object::new().list("coding", code).text("text", &title))
            .object("text", text);
        sections.push(match named.is_empty() && nothing {
            true => written.object("emptyReason", empty).done(),
            false => written.list("entry", named).done(),
        });
    }
    sections
}

/// The keys of the sections' titles, in order.
pub(super) fn titles() -> impl Iterator<Item = &'static str> {
    SECTIONS.iter().map(|section| section.title)
}

/// The kinds of entries that a section of this title is made of.
pub(super) fn kinds_of(title: &str) -> &'static [Kind] {
    SECTIONS.iter().find(|section| section.title == title).map_or(&[], |section| section.kinds)
}

/// What stands in About me without being a heading of it.
const LABELLED: [Field; 2] = [AboutMe::HELPED_BY, AboutMe::MEDIA_LOCATION];

/// <https://hl7.org/fhir/R4/valueset-list-empty-reason.html>. "Nil known" would be a claim.
const EMPTY: &str = "http://terminology.hl7.org/CodeSystem/list-empty-reason";

fn entries(lines: &Lines<'_>, html: &mut Html, section: &Section, kind: Kind) {
    let words = lines.cx.words;
    match kind {
        Kind::Card => {
            let heading = words.safety_plain("card-very-unwell", &[]);
            lines.heading(html, kind, &Card::VERY_UNWELL, &heading);
        }
        Kind::AboutMe => {
            for field in AboutMe::FIELDS {
                let name = field.name.replace(['.', '_'], "-");
                let heading = match field.holds {
                    Type::Words if !LABELLED.contains(field) => words.plain(&format!("heading-{name}"), &[]),
                    _ => words.plain(&format!("fhir-label-{name}"), &[]),
                };
                lines.heading(html, kind, field, &heading);
            }
        }
        kind => {
            let mut ids = entities(lines.cx.record, kind);
            // What is part of another entry is said there.
            ids.retain(|id| !lines.is_part(kind, *id));
            if ids.is_empty() {
                return;
            }
            let name = kind.name().replace('_', "-");
            match kind {
                Kind::Preference => html.line("h4", &words.safety_plain("ahead-my-wish", &[])),
                Kind::Form => {
                    html.line("h4", &words.safety_plain("card-forms", &[]));
                    html.line("p", &words.safety_plain("card-not-an-instruction", &[]));
                }
                _ if section.kinds.len() > 1 => {
                    html.line("h4", &words.plain(&format!("fhir-part-{name}"), &[]));
                }
                _ => {}
            }
            if kind == Kind::Medicine {
                lines.heading(
                    html,
                    Kind::Card,
                    &Card::MEDICINES_CHECKED,
                    &words.plain("fhir-medicines-checked", &[]),
                );
            }
            lines.list(html, kind, &ids);
        }
    }
}

/// The section in which a resource is named.
fn section_of(out: &Outgoing) -> Option<&'static str> {
    let kind = match (out.kind, out.resource) {
        (Kind::Unwell, "Flag") => return Some("fhir-section-alerts"),
        (Kind::Me | Kind::Agreement, _) => Kind::Goal,
        (kind, _) => kind,
    };
    SECTIONS.iter().find(|section| section.kinds.contains(&kind)).map(|section| section.title)
}
