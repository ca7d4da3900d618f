//! Help in an editor, by a scripted one.

mod asked;
mod editor;
mod findings;
mod random;
mod saved;
mod seen;
mod talk;
