//! The one table: how an entity and its fields are declared. From a declaration
//! come the typed struct, its reading from the record, and the [`Field`]s that
//! check, merge, history and exports go by.

use super::{Field, Kept, Sensitivity};
use crate::record::{Entity, EntityId, Policy, Slot};

/// Declares the kinds: `Name "name" = number only|many;`
macro_rules! kinds {
    ($( $(#[$doc:meta])* $name:ident $text:literal = $kind:literal $count:ident; )*) => {
        /// What kind of entity, by its stable number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum Kind { $( $(#[$doc])* $name = $kind, )* }

        impl Kind {
            /// Every kind, in the table's order.
            pub const ALL: &[Kind] = &[$( Kind::$name, )*];

            /// The kind's name in exports and keys of sentences.
            pub const fn name(self) -> &'static str {
                match self { $( Kind::$name => $text, )* }
            }

            /// Whether a plan has just one.
            pub fn is_only(self) -> bool {
                match self { $( Kind::$name => $crate::plan::table::only!($count), )* }
            }

            /// The kind with this number, if this app knows it.
            pub fn from_number(number: u16) -> Option<Kind> {
                match number { $( $kind => Some(Kind::$name), )* _ => None }
            }

            /// The fields of its own (not those every kind has).
            pub fn own_fields(self) -> &'static [super::Field] {
                match self { $( Kind::$name => super::rooms::$name::FIELDS, )* }
            }
        }
    };
}

/// Declares entities of kinds that are declared already:
///
/// `Name "name" { field CONST: Type = number, policy, sensitivity, "PRSB path" [, choices]; }`
macro_rules! rooms {
    ($(
        $(#[$doc:meta])*
        $name:ident $text:literal {
            $(
                $(#[$field_doc:meta])*
                $field:ident $constant:ident: $rust:ty = $number:literal,
                $policy:ident, $sensitivity:ident, $prsb:literal $(, $choices:expr)?;
            )*
        }
    )*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq)]
            pub struct $name {
                /// Its name in the record.
                pub id: EntityId,
                /// What every entity has.
                pub common: Common,
                $( $(#[$field_doc])* pub $field: Kept<$rust>, )*
            }

            impl $name {
                /// Its kind.
                pub const KIND: Kind = Kind::$name;

                $( $(#[$field_doc])* pub const $constant: Field = Field {
                    kind: Kind::$name as u16,
                    number: $number,
                    name: concat!($text, ".", stringify!($field)),
                    holds: <$rust as Holds>::TYPE,
                    policy: Policy::$policy,
                    sensitivity: Sensitivity::$sensitivity,
                    prsb: $prsb,
                    choices: $crate::plan::table::choices!($($choices)?),
                }; )*

                /// Every field of its own.
                pub const FIELDS: &'static [Field] = &[$( Self::$constant, )*];

                /// Reads it from the record.
                pub fn read(id: EntityId, entity: &Entity) -> Self {
                    Self {
                        id,
                        common: Common::read(entity),
                        $( $field: Kept::read(entity.field($number), Policy::$policy), )*
                    }
                }

                /// Every one that was written, by name, removed ones too; not one that is only offered.
                pub fn all(record: &Record) -> Vec<Self> {
                    let here = record.of_kind(Self::KIND.number()).filter(|(_, entity)| {
                        entity.is_written() && !$crate::plan::life::is_offered(entity)
                    });
                    here.map(|(id, entity)| Self::read(id, entity)).collect()
                }
            }
        )*
    };
}
macro_rules! only {
    (only) => {
        true
    };
    (many) => {
        false
    };
}
macro_rules! choices {
    () => {
        &[]
    };
    ($choices:expr) => {
        $choices
    };
}
pub(crate) use {choices, kinds, only, rooms};

use super::Kind;

impl Kind {
    /// The kind of that name in the table, if this app knows it.
    pub fn of_name(name: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// The field of that name in the table, `words` or with its kind
    /// (`goal.words`), if this kind has it.
    pub fn field_named(self, name: &str) -> Option<Field> {
        let prefix = name.strip_prefix(self.name()).and_then(|rest| rest.strip_prefix('.'));
        let own =
            |field: &Field| field.name.strip_prefix(self.name()).and_then(|rest| rest.strip_prefix('.'));
        let is_it = |field: &Field| match own(field) {
            Some(own) => own == prefix.unwrap_or(name),
            None => field.name == name,
        };
        fields(self).find(is_it)
    }

    /// Its stable number.
    pub fn number(self) -> u16 {
        self as u16
    }

    /// The slot of one field of the entity `id`.
    pub fn slot(self, id: EntityId, field: &Field) -> Slot {
        Slot { entity: id, kind: self.number(), field: field.number }
    }
}

/// What every entity has, whatever its kind.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Common {
    /// "Only me": never sent, shared, printed or shown to a carer.
    pub only_me: Kept<bool>,
    /// Its place in an ordinary list.
    pub position: Kept<String>,
    /// Whether the person switched it on for the emergency card.
    pub on_card: Kept<bool>,
}

impl Common {
    const fn field(number: u16, name: &'static str, policy: Policy, holds: super::Type) -> Field {
        let sensitivity = Sensitivity::Own;
        Field { kind: 0, number, name, holds, policy, sensitivity, prsb: "", choices: &[] }
    }

    /// "Only me" on any entry; written on one phone and not on another, on wins.
    pub const ONLY_ME: Field = Self::field(1, "only_me", Policy::OnWins, super::Type::Flag);
    /// See [`super::between`]. Free letters, so its type is words.
    pub const POSITION: Field = Self::field(2, "position", Policy::Last, super::Type::Words);
    /// A line of the card; written on one phone and not on another, off wins.
    pub const ON_CARD: Field = Self::field(3, "on_card", Policy::OffWins, super::Type::Flag);

    pub(super) fn read(entity: &Entity) -> Self {
        let position: Kept<super::Words> =
            Kept::read(entity.field(Self::POSITION.number), Self::POSITION.policy);
        let position = Kept {
            versions: position
                .versions
                .into_iter()
                .map(|version| super::Version {
                    value: match version.value {
                        super::Answer::Is(words) => super::Answer::Is(words.text),
                        super::Answer::NotAnswered => super::Answer::NotAnswered,
                    },
                    written: version.written,
                    erased: version.erased,
                })
                .collect(),
            offers: Vec::new(),
            newer: position.newer,
        };
        Self {
            only_me: Kept::read(entity.field(Self::ONLY_ME.number), Self::ONLY_ME.policy),
            position,
            on_card: Kept::read(entity.field(Self::ON_CARD.number), Self::ON_CARD.policy),
        }
    }

    /// Whether the entry is marked "only me".
    pub fn is_only_me(&self) -> bool {
        self.only_me.first() == Some(&true)
    }

    /// Whether the entry is switched on for the card.
    pub fn is_on_card(&self) -> bool {
        self.on_card.first() == Some(&true)
    }
}

/// The fields that every entity has.
pub const COMMON: &[Field] = &[Common::ONLY_ME, Common::POSITION, Common::ON_CARD];

/// Every field of a kind: its own, then those every kind has.
pub fn fields(kind: Kind) -> impl Iterator<Item = Field> {
    kind.own_fields()
        .iter()
        .copied()
        .chain(COMMON.iter().map(move |field| Field { kind: kind.number(), ..*field }))
}

/// The field a slot names, if this app knows it.
pub fn field_of(slot: Slot) -> Option<Field> {
    fields(Kind::from_number(slot.kind)?).find(|field| field.number == slot.field)
}
