//! Pictures that are added to a report: each becomes a file beside its narrative, under a name of its own.

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use nianbao_loader::edit::{self, WriteError};
use nianbao_loader::{Files, added_picture, picture_names, report_folder};
use serde::{Deserialize, Serialize};

use super::subject::Subject;
use crate::response::Response;

/// A picture on its way.
#[derive(Deserialize, Serialize)]
struct SentPicture {
    /// What it is called.
    name: String,
    /// Its bytes in base64.
    content: String,
}

/// The name of the file that it became.
#[derive(Serialize)]
pub(super) struct PutPicture {
    file: String,
}

/// The request for a picture that is sound and safely called, made of one as it was sent.
pub(super) fn cleaned(body: &[u8]) -> Result<Vec<u8>, Response> {
    let (name, bytes) = read(body)?;
    let (name, bytes) = added_picture(&name, bytes).map_err(|why| Response::text(422, why))?;
    let clean = SentPicture { name, content: BASE64_STANDARD.encode(bytes) };
    serde_json::to_vec(&clean).map_err(|error| Response::text(500, error.to_string()))
}

/// Puts a clean picture into the folder of a report. It never takes the place of another; one that lies there already is used.
pub(super) fn put(workspace: &Path, files: &dyn Files, subject: &Subject, body: &[u8]) -> Result<PutPicture, Response> {
    let (name, bytes) = read(body)?;
    let length = bytes.len() as u64;
    for file in picture_names(&name) {
        let path = format!("{}/{file}", report_folder(&subject.agency, subject.year));
        if files.read(&path, length).is_ok_and(|known| known == bytes) {
            return Ok(PutPicture { file });
        }
        match edit::create(workspace, &[(path, bytes.clone())]) {
            Ok(()) => return Ok(PutPicture { file }),
            Err(WriteError::Exists(_)) => {}
            Err(error @ (WriteError::Link(_) | WriteError::Changed(_))) => {
                return Err(Response::text(409, format!("{error}。")));
            }
            Err(error @ WriteError::Io { .. }) => {
                return Err(Response::text(500, format!("图片没有放进来：{error}。")));
            }
        }
    }
    Err(Response::text(409, format!("叫“{name}”的图片太多，没有放进来。请给这张图片换个名称再放。")))
}

fn read(body: &[u8]) -> Result<(String, Vec<u8>), Response> {
    let incomplete = || Response::text(400, "发来的图片不完整，没有放进来。请刷新这一页再试。");
    let SentPicture { name, content } = serde_json::from_slice(body).map_err(|_| incomplete())?;
    let bytes = BASE64_STANDARD.decode(content).map_err(|_| incomplete())?;
    Ok((name, bytes))
}
