//! `fhir`
