//! The forms as declared: against the official ones, and what is made of a declaration.

mod declared;
mod meaning;
