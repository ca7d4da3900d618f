//! Agencies and reports that are made by buttons. What is made stands in [`nianbao_workspace::new`]; here a request becomes a
//! call, and what came of it an answer. Nothing is written but what a page was shown before.

mod agencies;
mod asked;
mod outcome;
mod reports;

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use jiff::civil::Date;
use nianbao_loader::edit::{self, WriteError};
use nianbao_model::Municipality;
use nianbao_workspace::Checked;
use nianbao_workspace::new::{List, NewTexts};
use serde::de::DeserializeOwned;

use super::target::NewPart;
use crate::preview::ReadList;
use crate::response::Response;
use asked::{AgenciesAsked, ListFile};
use outcome::Outcome;

/// Where something is made.
pub(super) struct Room<'a> {
    /// The folder of the workspace.
    pub(super) folder: &'a Path,
    /// The workspace, checked.
    pub(super) checked: &'a Checked,
    /// What is in it.
    pub(super) municipality: &'a Municipality,
    /// What day it is.
    pub(super) today: Date,
}

impl Room<'_> {
    /// The year that reports are written for now.
    fn due(&self) -> i16 {
        self.today.year().saturating_sub(1)
    }
}

/// What becomes of a request to make something.
pub(super) fn answer(room: &Room, part: NewPart, body: &[u8]) -> Result<(u16, Outcome), Response> {
    match part {
        // Lists come here as rows.
        NewPart::List | NewPart::Agencies => agencies::make(room, sent(body)?),
        NewPart::Reports => reports::make(room, &sent(body)?),
    }
}

/// The rows of a list that was sent as a file, as a request for its agencies.
pub(super) fn rows_of_file(body: &[u8], read: ReadList) -> Result<Vec<u8>, Response> {
    let ListFile { name, content } = sent(body)?;
    let bytes = BASE64_STANDARD.decode(content).map_err(|_| incomplete())?;
    let List { rows, unused, others } = read(&name, &bytes).map_err(|why| Response::text(422, format!("{why}。")))?;
    let asked = AgenciesAsked { rows: rows.into_iter().map(Into::into).collect(), unused, others, plan: None };
    serde_json::to_vec(&asked).map_err(|error| Response::text(500, error.to_string()))
}

fn sent<T: DeserializeOwned>(body: &[u8]) -> Result<T, Response> {
    serde_json::from_slice(body).map_err(|_| incomplete())
}

fn incomplete() -> Response {
    Response::text(400, "发来的内容不完整，什么都没有建。请刷新这一页再试。")
}

/// Writes `texts`, which are `plan`, if that is what was `shown`; says whether it did.
fn carry_out(room: &Room, shown: Option<&String>, plan: Option<&String>, texts: NewTexts) -> Result<bool, Response> {
    if shown.is_none() || shown != plan {
        return Ok(false);
    }
    let files: Vec<(String, Vec<u8>)> = texts.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    match edit::create(room.folder, &files) {
        Ok(()) => Ok(true),
        Err(error @ WriteError::Exists(_)) => {
            Err(Response::text(409, format!("{error}：同时还有别的程序在建。再按一次，接着建剩下的。")))
        }
        Err(error @ (WriteError::Link(_) | WriteError::Changed(_))) => Err(Response::text(409, format!("{error}。"))),
        Err(error @ WriteError::Io { .. }) => {
            Err(Response::text(500, format!("{error}。腾出地方或者得到允许以后，再按一次，接着建。")))
        }
    }
}
