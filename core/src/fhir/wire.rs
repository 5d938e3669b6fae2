//! The shapes of FHIR JSON that are read, with FHIR's own names. Everything else is passed over.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::json::Few;

/// Only what a resource says it is.
#[derive(Deserialize)]
pub(super) struct Head {
    #[serde(rename = "resourceType")]
    pub(super) resource_type: Option<String>,
}

/// Gives a struct its own fields and the ones of everything that can be measured: `value[x]`, why
/// there is none, and the reference ranges. (serde's `flatten` cannot keep numbers as written.)
macro_rules! measured {
    (struct $name:ident<$a:lifetime> { $($field:ident: $type:ty,)* }) => {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub(super) struct $name<$a> {
            $(pub(super) $field: $type,)*
            #[serde(borrow)]
            value_quantity: Option<Quantity<$a>>,
            value_codeable_concept: Option<Concept>,
            value_string: Option<String>,
            value_boolean: Option<bool>,
            #[serde(borrow)]
            value_integer: Option<&$a RawValue>,
            value_date_time: Option<String>,
            value_range: Option<IgnoredAny>,
            value_ratio: Option<IgnoredAny>,
            value_sampled_data: Option<IgnoredAny>,
            value_time: Option<IgnoredAny>,
            value_period: Option<IgnoredAny>,
            data_absent_reason: Option<Concept>,
            #[serde(borrow)]
            reference_range: Option<Few<ReferenceRange<$a>>>,
        }

        impl<$a> $name<$a> {
            /// Takes out what was measured.
            pub(super) fn measured(&mut self) -> Measured<$a> {
                let not_read = [
                    ("valueRange", &self.value_range),
                    ("valueRatio", &self.value_ratio),
                    ("valueSampledData", &self.value_sampled_data),
                    ("valueTime", &self.value_time),
                    ("valuePeriod", &self.value_period),
                ];
                Measured {
                    not_read: not_read
                        .into_iter()
                        .filter_map(|(element, value)| value.as_ref().map(|_| element))
                        .collect(),
                    quantity: self.value_quantity.take(),
                    concept: self.value_codeable_concept.take(),
                    string: self.value_string.take(),
                    boolean: self.value_boolean.take(),
                    integer: self.value_integer.take(),
                    date_time: self.value_date_time.take(),
                    absent: self.data_absent_reason.take(),
                    ranges: self.reference_range.take(),
                }
            }
        }
    };
}

measured! {
    struct Observation<'a> {
        id: Option<String>,
        implicit_rules: Option<IgnoredAny>,
        modifier_extension: Option<Few<IgnoredAny>>,
        status: Option<String>,
        code: Option<Concept>,
        subject: Option<Reference>,
        performer: Option<Few<Reference>>,
        issued: Option<String>,
        effective_date_time: Option<String>,
        effective_instant: Option<String>,
        effective_period: Option<Period>,
        effective_timing: Option<IgnoredAny>,
        component: Option<Few<Component<'a>>>,
    }
}

measured! {
    struct Component<'a> {
        modifier_extension: Option<Few<IgnoredAny>>,
        code: Option<Concept>,
    }
}

/// What an observation or one of its components says was measured.
pub(super) struct Measured<'a> {
    pub(super) quantity: Option<Quantity<'a>>,
    pub(super) concept: Option<Concept>,
    pub(super) string: Option<String>,
    pub(super) boolean: Option<bool>,
    pub(super) integer: Option<&'a RawValue>,
    pub(super) date_time: Option<String>,
    /// Kinds of value that are there and are not read, by the name of their element.
    pub(super) not_read: Vec<&'static str>,
    pub(super) absent: Option<Concept>,
    pub(super) ranges: Option<Few<ReferenceRange<'a>>>,
}

#[derive(Deserialize)]
pub(super) struct Concept {
    pub(super) coding: Option<Few<Coding>>,
    pub(super) text: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Coding {
    pub(super) system: Option<String>,
    pub(super) code: Option<String>,
    pub(super) display: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Quantity<'a> {
    #[serde(borrow)]
    pub(super) value: Option<&'a RawValue>,
    pub(super) comparator: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) system: Option<String>,
    pub(super) code: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Reference {
    pub(super) reference: Option<String>,
    pub(super) display: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Period {
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ReferenceRange<'a> {
    pub(super) modifier_extension: Option<Few<IgnoredAny>>,
    #[serde(borrow)]
    pub(super) low: Option<Quantity<'a>>,
    #[serde(borrow)]
    pub(super) high: Option<Quantity<'a>>,
    #[serde(rename = "type")]
    pub(super) kind: Option<Concept>,
    pub(super) applies_to: Option<Few<Concept>>,
    #[serde(borrow)]
    pub(super) age: Option<Range<'a>>,
    pub(super) text: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Range<'a> {
    #[serde(borrow)]
    pub(super) low: Option<Quantity<'a>>,
    #[serde(borrow)]
    pub(super) high: Option<Quantity<'a>>,
}
