//! The frozen form.
