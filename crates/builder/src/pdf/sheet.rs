//! One report, ready to be printed.

use std::collections::BTreeMap;
use std::ops::Not;

use jiff::civil::Date;
use nianbao_cache::KeyMaker;
use nianbao_model::{Agency, Printing, Report};
use serde::Serialize;
use typst::foundations::Bytes;

use super::glyphs::characters;
use super::printable::Printable;
use super::template_data::{DateParts, sides};
use super::{FontLibrary, Role};
use crate::dates;
use crate::view::ReportView;

/// One report with its pictures.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    /// What is printed.
    pub(crate) view: ReportView,
    date: Date,
    ident: String,
    /// The pictures of the narrative, by the names that it gives them.
    images: BTreeMap<String, Bytes>,
    /// What is printed, with the roles that it is set in.
    characters: Vec<(Role, char)>,
    printing: Printing,
    proof: bool,
}

/// What the template reads as `/report.json`.
#[derive(Serialize)]
struct ReportJson<'a> {
    #[serde(flatten)]
    view: &'a ReportView,
    date: DateParts,
    /// Where each picture stands in the report's world, by the name that the narrative gives it.
    images: BTreeMap<&'a str, String>,
    sides: Option<&'static str>,
    /// The characters of bolder fallback fonts, by role.
    rare: BTreeMap<&'static str, String>,
    /// Whether each page says that it is a proof (草稿).
    #[serde(skip_serializing_if = "Not::not")]
    proof: bool,
}

impl Sheet {
    /// The report of `agency`; `epoch` dates one that says no date.
    pub(crate) fn new(agency: &Agency, report: &Report, epoch: Option<Date>) -> Self {
        let images = report.images.iter().map(|(name, image)| (name.clone(), Bytes::new(image.bytes.clone())));
        Self {
            view: ReportView::new(agency, report),
            date: dates::of_file(report, epoch),
            ident: format!("{}/{}/{}", agency.name_on(report).value, agency.id, report.year),
            images: images.collect(),
            characters: characters(agency, report),
            printing: Printing::default(),
            proof: false,
        }
    }

    /// The same for a printer: with one side of the paper, or both.
    #[must_use]
    pub(crate) fn for_printing(self, printing: Printing) -> Self {
        Self { printing, ..self }
    }

    /// The same for a proof (草稿), if it is one, which each page says.
    #[must_use]
    pub(crate) fn for_proof(self, proof: bool) -> Self {
        Self { proof, ..self }
    }

    /// `/report.json`, where `rare` are the characters of bolder fallback fonts.
    fn data(&self, rare: BTreeMap<&'static str, String>) -> serde_json::Result<Vec<u8>> {
        let images = self.images.keys().enumerate().map(|(at, name)| (name.as_str(), format!("/{}", image_path(at))));
        serde_json::to_vec(&ReportJson {
            view: &self.view,
            date: DateParts::from(self.date),
            images: images.collect(),
            sides: sides(self.printing),
            rare,
            proof: self.proof,
        })
    }
}

impl Printable for Sheet {
    const TEMPLATE: &'static str = "main.typ";

    fn date(&self) -> Date {
        self.date
    }

    fn ident(&self) -> &str {
        &self.ident
    }

    fn files(&self, fonts: &FontLibrary) -> serde_json::Result<BTreeMap<String, Bytes>> {
        let images = self.images.values().enumerate().map(|(at, bytes)| (image_path(at), bytes.clone()));
        let data = ("report.json".to_owned(), Bytes::new(self.data(fonts.rare(&self.characters))?));
        Ok(images.chain([data]).collect())
    }

    fn fingerprint(&self, maker: KeyMaker) -> serde_json::Result<KeyMaker> {
        let maker = maker.with(self.data(BTreeMap::new())?).with(codes(&self.characters));
        Ok(self.images.values().fold(maker, KeyMaker::with))
    }
}

/// Characters with their roles as bytes.
pub(crate) fn codes<'c>(characters: impl IntoIterator<Item = &'c (Role, char)>) -> Vec<u8> {
    let code = |(role, character): &(Role, char)| [*role as u32, u32::from(*character)];
    characters.into_iter().flat_map(code).flat_map(u32::to_le_bytes).collect()
}

/// The path of a picture in the report's world. They are numbered, so that all reports share the same few paths: Typst
/// never forgets a path, and knows 65,535 at most.
fn image_path(at: usize) -> String {
    format!("images/{}", at + 1)
}
