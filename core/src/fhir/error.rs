//! Why a FHIR resource could not be read. No error holds any of its text: errors reach logs.

use thiserror::Error;

/// Why a FHIR resource could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FhirError {
    /// Larger than [`super::MAX_BYTES`].
    #[error("the resource has {bytes} bytes, more than are read")]
    TooLarge {
        /// The size it came with.
        bytes: usize,
    },
    /// Nested deeper than [`super::MAX_DEPTH`].
    #[error("the resource is nested too deeply")]
    TooDeep,
    /// Not JSON in UTF-8.
    #[error("not JSON, at line {line}, column {column}")]
    NotJson {
        /// Line of the fault, from 1; 0 where it is not known.
        line: usize,
        /// Column of the fault, from 1; 0 where it is not known.
        column: usize,
    },
    /// A name is there twice in one object: two readers could take different ones for true.
    #[error("a name is there twice in one object")]
    Twice,
    /// JSON, but not a resource of type Observation.
    #[error("not an Observation")]
    NotAnObservation,
    /// JSON, but no Bundle that only tells something.
    #[error("not a Bundle to read")]
    NotABundle,
    /// JSON, but no resource: it does not say which type it is.
    #[error("not a resource")]
    NotAResource,
    /// The plan has no place for it, or the resource none for the field.
    #[error("the plan and the resource do not share this")]
    NotMapped,
    /// The resource is the practice's alone: Hearth reads it and never writes it.
    #[error("the resource is only ever read")]
    ReadOnly,
    /// An element has another shape than FHIR gives it, or is there twice.
    #[error("an element has an unexpected shape, at line {line}, column {column}")]
    Shape {
        /// Line of the fault, from 1.
        line: usize,
        /// Column of the fault, from 1.
        column: usize,
    },
    /// An element that FHIR requires is not there.
    #[error("{element} is missing")]
    Missing {
        /// The element's name.
        element: &'static str,
    },
    /// An element has a content that FHIR does not allow, and reading on would be guessing.
    #[error("{element} has a content that FHIR does not allow")]
    NotAllowed {
        /// The element's name.
        element: &'static str,
    },
    /// A list is longer than [`super::MAX_ITEMS`].
    #[error("{element} has too many items")]
    TooMany {
        /// The list's element.
        element: &'static str,
    },
    /// A text is longer than a field of the plan ([`crate::plan::MAX_TEXT`]). It is refused and never cut.
    #[error("{element} has a text that is too long")]
    TextTooLong {
        /// The text's element.
        element: &'static str,
    },
    /// The resource carries a modifier that Hearth does not know (`modifierExtension`,
    /// `implicitRules`): FHIR forbids to read it as if the modifier were not there
    /// (<https://hl7.org/fhir/R4/extensibility.html#modifierExtension>).
    #[error("a modifier that is not known may change the meaning")]
    UnknownModifier,
}

impl FhirError {
    /// The key of the sentence that tells a person (see `words`).
    pub fn key(&self) -> &'static str {
        match self {
            FhirError::TooLarge { .. } | FhirError::TooMany { .. } | FhirError::TextTooLong { .. } => {
                "error-fhir-too-large"
            }
            FhirError::NotAnObservation => "error-fhir-not-a-result",
            FhirError::UnknownModifier => "error-fhir-not-safe-to-show",
            FhirError::TooDeep
            | FhirError::Twice
            | FhirError::NotAResource
            | FhirError::NotABundle
            | FhirError::NotMapped
            | FhirError::ReadOnly
            | FhirError::NotJson { .. }
            | FhirError::Shape { .. }
            | FhirError::Missing { .. }
            | FhirError::NotAllowed { .. } => "error-fhir-unreadable",
        }
    }
}

/// Keeps only where the fault is: serde's own sentence may quote the resource.
impl From<serde_json::Error> for FhirError {
    fn from(fault: serde_json::Error) -> Self {
        let (line, column) = (fault.line(), fault.column());
        if fault.is_data() { FhirError::Shape { line, column } } else { FhirError::NotJson { line, column } }
    }
}
