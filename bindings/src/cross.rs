//! How what the core gives becomes what a shell gets.

use hearth_core::plan::Kind;
use hearth_core::record::{DeviceId, EntityId, OpId};

/// Turns a value of the core's into its form at the boundary.
pub trait Cross<T> {
    /// The form at the boundary.
    fn cross(self) -> T;
}

macro_rules! as_it_is {
    ($($ty:ty),*) => { $( impl Cross<$ty> for $ty { fn cross(self) -> $ty { self } } )* };
}
as_it_is!(String, bool, u8, i64, f64, ());

impl Cross<String> for &'static str {
    fn cross(self) -> String {
        self.to_owned()
    }
}

/// A count: none of them comes near four thousand million.
impl Cross<u32> for usize {
    fn cross(self) -> u32 {
        u32::try_from(self).unwrap_or(u32::MAX)
    }
}

impl Cross<u32> for u64 {
    fn cross(self) -> u32 {
        u32::try_from(self).unwrap_or(u32::MAX)
    }
}

impl Cross<String> for EntityId {
    fn cross(self) -> String {
        self.hex()
    }
}

impl Cross<String> for OpId {
    fn cross(self) -> String {
        self.hex()
    }
}

impl Cross<String> for DeviceId {
    fn cross(self) -> String {
        self.hex()
    }
}

impl Cross<String> for Kind {
    fn cross(self) -> String {
        self.name().to_owned()
    }
}

impl<A: Cross<B>, B> Cross<Vec<B>> for Vec<A> {
    fn cross(self) -> Vec<B> {
        self.into_iter().map(Cross::cross).collect()
    }
}

impl<A: Cross<B>, B> Cross<Option<B>> for Option<A> {
    fn cross(self) -> Option<B> {
        self.map(Cross::cross)
    }
}

/// Declares records that are the core's views field by field. Each names every
/// field of its view: one that the core adds does not compile until it is here.
macro_rules! views {
    ($(
        $(#[$doc:meta])*
        $name:ident from $core:path {
            $( $(#[$field_doc:meta])* $field:ident: $ty:ty, )*
        }
    )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, uniffi::Record)]
        pub struct $name {
            $( $(#[$field_doc])* pub $field: $ty, )*
        }

        impl From<$core> for $name {
            fn from(view: $core) -> Self {
                let $core { $( $field, )* } = view;
                Self { $( $field: $crate::cross::Cross::cross($field), )* }
            }
        }

        impl $crate::cross::Cross<$name> for $core {
            fn cross(self) -> $name {
                self.into()
            }
        }
    )* };
}
pub(crate) use views;
