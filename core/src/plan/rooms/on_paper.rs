//! Who I am on paper: other names, numbers, addresses, ways to reach me, my GP practice.

use super::*;

rooms! {
    /// Another name I have, or had.
    OtherName "other_name" {
        /// The name.
        name NAME: Words = 10, KeepBoth, Ordinary, "Person demographics > Person alias";
    }
    /// A number that a service knows me by, other than the NHS number.
    Identifier "identifier" {
        /// The number, as written.
        value VALUE: Words = 10, KeepBoth, Ordinary, "Person demographics > Other identifier";
    }
    /// Where I live, or stay.
    Address "address" {
        /// Its first line.
        line_1 LINE_1: Words = 10, KeepBoth, Ordinary, "Person demographics > Person's address > Address line 1";
        /// Its second line.
        line_2 LINE_2: Words = 11, KeepBoth, Ordinary, "Person demographics > Person's address > Address line 2";
        /// Its third line.
        line_3 LINE_3: Words = 12, KeepBoth, Ordinary, "Person demographics > Person's address > Address line 3";
        /// Its fourth line.
        line_4 LINE_4: Words = 13, KeepBoth, Ordinary, "Person demographics > Person's address > Address line 4";
        /// Its fifth line.
        line_5 LINE_5: Words = 14, KeepBoth, Ordinary, "Person demographics > Person's address > Address line 5";
        /// Its postcode.
        postcode POSTCODE: Words = 15, KeepBoth, Ordinary, "Person demographics > Person's address > Postcode";
        /// What sort of address it is.
        sort SORT: Words = 16, KeepBoth, Ordinary, "Person demographics > Person's address > Address type";
    }
    /// A way to reach me: a telephone, an email, another.
    Reach "reach" {
        /// Which way.
        way WAY: String = 10, KeepBoth, Ordinary, "", &["telephone", "email", "other"];
        /// The number, the address, or how.
        value VALUE: Words = 11, KeepBoth, Ordinary, "Person demographics > Person's contact details > Person's telephone number details > Person's telephone number";
        /// What sort of number or address it is.
        sort SORT: Words = 12, KeepBoth, Ordinary, "Person demographics > Person's contact details > Person's telephone number details > Person's telephone number type";
        /// How much I would rather be reached this way.
        preference PREFERENCE: Coded = 13, KeepBoth, Ordinary, "Person demographics > Person's contact details > Person's telephone number details > Preference of telephone number";
    }
    /// A GP practice of mine.
    Practice "practice" {
        /// My GP.
        gp GP: Words = 10, KeepBoth, Ordinary, "GP practice > GP practice record entry > GP name";
        /// The practice: its name, where it is.
        details DETAILS: Words = 11, KeepBoth, Ordinary, "GP practice > GP practice record entry > GP practice details";
        /// Its number (ODS code).
        identifier IDENTIFIER: Words = 12, KeepBoth, Ordinary, "GP practice > GP practice record entry > GP practice identifier";
    }
}
