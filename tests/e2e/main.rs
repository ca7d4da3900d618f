//! The program from content to published folder, as people use it.

mod browser;
mod cli;
mod diagnostics;
mod golden;
mod one_typst;
mod pdf;
mod publishing;
mod reproducible;
mod rules;
mod seed;
mod texts;
mod tidy;
mod validators;
