//! About Me 2.01, element by element.

use super::parts::FREE;
use super::tree::Rule::{Each as EachOf, Only, Same};
use super::tree::{Each, Element, Mark, fixed, group, item};
use crate::plan::*;

/// A heading: its own code, the person's words, a picture or a recording beside them.
macro_rules! heading {
    ($name:literal, $code:literal, $field:expr) => {
        group(
            $name,
            "0..1 R",
            Same,
            &[
                fixed("Coded value", "0..1 R", $code),
                group(
                    "About Me response",
                    "0..1 R",
                    Same,
                    &[
                        item(FREE, "0..1 R text", &[$field]),
                        group(
                            "Multi-media",
                            "0..1 R",
                            EachOf(Each::of(Kind::Attachment).only_under(Attachment::OF).about(
                                &[Mark::FieldAbove(Attachment::FIELD, $field)],
                                Attachment::FIELD,
                                $field,
                            )),
                            MEDIA,
                        ),
                    ],
                ),
            ],
        )
    };
}

const MEDIA: &[Element] = &[
    item("Multi-media filename", "0..1 R string", &[Attachment::FILENAME]),
    item("Multi-media MIME type", "0..1 R blob", &[Attachment::MIME]),
    item("Multi-media file", "0..1 R string", &[Attachment::HASH]),
    item("Multi-media URL", "0..1 R string", &[Attachment::URL]),
];

/// Every element, in the order of the list.
pub(super) const ABOUT_ME: &[Element] = &[group(
    "About Me",
    "0..1 R",
    Same,
    &[group(
        "About Me record entry",
        "0..1 R",
        Only(Kind::AboutMe),
        &[
            heading!("What is most important to me", "1515861000000103", AboutMe::IMPORTANT),
            heading!("People who are important to me", "1515871000000105", AboutMe::PEOPLE),
            heading!(
                "How I communicate and how to communicate with me",
                "1515881000000107",
                AboutMe::COMMUNICATE
            ),
            heading!("My wellness", "1515891000000109", AboutMe::WELLNESS),
            heading!("Please do and please do not", "1515901000000105", AboutMe::PLEASE),
            heading!("How and when to support me", "1515911000000107", AboutMe::SUPPORT),
            heading!("Also worth knowing about me", "1515921000000101", AboutMe::ALSO),
            item("Supported to write this by", "0..1 R text(150)", &[AboutMe::HELPED_BY]),
            item("Date last updated", "0..1 R datetime", &[AboutMe::ON]),
        ],
    )],
)];
