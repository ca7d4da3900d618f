//! The typed cells of the three tables, found along the form's keys.

mod cell;
pub(super) mod older;
mod stated;
pub(super) mod totals;
pub(super) mod undivided;
mod unverified;

use nianbao_model::form::{Content as CellKind, KeyNode};
use nianbao_model::{Diagnostic, Figures, Form};

use super::fields::Fields;
use crate::codes::figures as codes;
use crate::nearest::listed;
use crate::open_file::OpenFile;
use crate::session::Sink;
use crate::yaml::{Content, Entry};
use nianbao_model::number::{self, Manner};

/// Reads figures of one report.
pub(super) struct Reader<'r> {
    pub(super) file: &'r OpenFile,
    pub(super) sink: &'r mut Sink,
    pub(super) form: &'static Form,
}

impl Reader<'_> {
    /// What stands under the form's keys among the keys of report.yaml.
    pub(super) fn figures(&mut self, fields: &Fields<'_>) -> Figures {
        let mut figures = Figures::default();
        for key in &self.form.keys().children {
            if let Some(entry) = fields.filled(key) {
                self.entry(key, entry, &mut figures);
            }
        }
        figures.shrink_to_fit();
        self.tell_unverified(&figures);
        figures
    }

    fn entry(&mut self, key: &KeyNode, entry: &Entry, figures: &mut Figures) {
        match (&key.address, key.typed) {
            (Some(address), Some(_)) => figures.set(address, self.cell(address, entry)),
            _ if !key.has_typed() => {
                let finding = self.typed_total(key, entry);
                self.sink.report(finding);
            }
            _ => self.group(key, entry, figures),
        }
    }

    fn group(&mut self, key: &KeyNode, entry: &Entry, figures: &mut Figures) {
        if unverified::is_meant(&entry.value) {
            unverified::spread(key, entry.value.span, figures);
            return;
        }
        if let Content::Scalar(scalar) = &entry.value.content
            && let Ok(number) = number::read(if entry.value.is_null() { "" } else { &scalar.text }, CellKind::Amount)
        {
            let blank = number.manner == Manner::Blank;
            self.sink.report(if blank { blank_group(key, entry) } else { split(key, entry) });
            return;
        }
        let label = format!("“{}”", key.key);
        let Some(fields) = Fields::of_figures(self.file, self.sink, &entry.value, key, &label) else { return };
        for child in &key.children {
            if let Some(entry) = fields.filled(child) {
                self.entry(child, entry, figures);
            }
        }
    }

    fn typed_total(&self, key: &KeyNode, entry: &Entry) -> Diagnostic {
        let label = key.address.as_ref().map_or_else(|| format!("“{}”", key.key), |address| self.form.label(address));
        totals::typed(&label, entry.key.span)
    }
}

fn blank_group(key: &KeyNode, entry: &Entry) -> Diagnostic {
    Diagnostic::new(&codes::BLANK, format!("“{}”没有填，各项按 0 计", key.key))
        .at(entry.key.span, "")
        .help("都没有就写 {}，或删去这一项。")
}

fn split(key: &KeyNode, entry: &Entry) -> Diagnostic {
    let parts = key.children.iter().filter(|child| child.has_typed()).map(|child| child.key);
    Diagnostic::new(&codes::SPLIT, format!("“{}”应分项填写，这里只有一个数", key.key))
        .at(entry.value.span, "")
        .help(format!("分别填写{}。", listed(parts)))
}
