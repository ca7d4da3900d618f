//! The files of a form as they stand on the disk at one moment.

use std::collections::BTreeMap;
use std::io;

use nianbao_loader::{Files, Memory, ReadError, text_of};
use sha2::{Digest, Sha256};

use super::kind::FormFile;
use super::subject::Subject;
use super::token::hex;

/// No file of a report is longer, in bytes; longer ones are told by the check.
const LIMIT: u64 = 1 << 20;

/// One file.
#[derive(Debug, Clone)]
pub(super) struct FileText {
    /// Its path from the workspace.
    pub(super) path: String,
    /// What the system has of it; nothing where there is no such file.
    bytes: Option<Vec<u8>>,
    /// Its text, without a byte order mark.
    pub(super) text: String,
    /// Whether its bytes are those of its text.
    pub(super) is_utf8: bool,
    /// Why it cannot be read, if so.
    pub(super) fault: Option<String>,
}

/// All of them.
#[derive(Debug, Clone)]
pub(super) struct ReportFiles(BTreeMap<FormFile, FileText>);

impl FileText {
    fn read(files: &dyn Files, path: String) -> Self {
        let (bytes, fault) = match files.read(&path, LIMIT) {
            Ok(bytes) => (Some(bytes), None),
            Err(ReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound => (None, None),
            Err(error) => (None, Some(error.to_string())),
        };
        let decoded = bytes.as_deref().map(text_of);
        let fault = fault.or_else(|| matches!(decoded, Some(None)).then(|| "它不是文字".to_owned()));
        let (text, is_utf8) = decoded.flatten().unwrap_or((String::new(), true));
        Self { path, bytes, text, is_utf8, fault }
    }

    /// Whether there is such a file.
    pub(super) fn is_there(&self) -> bool {
        self.bytes.is_some() || self.fault.is_some()
    }

    /// The digest of its bytes.
    pub(super) fn digest(&self) -> Option<String> {
        self.bytes.as_deref().map(|bytes| hex(&Sha256::digest(bytes)))
    }
}

impl ReportFiles {
    /// Reads them.
    pub(super) fn read(files: &dyn Files, subject: &Subject) -> Self {
        Self(FormFile::ALL.map(|file| (file, FileText::read(files, subject.path(file)))).into())
    }

    /// One of them.
    pub(super) fn get(&self, file: FormFile) -> Option<&FileText> {
        self.0.get(&file)
    }

    /// Whether all of them can be read, or are not there.
    pub(super) fn are_sound(&self) -> bool {
        self.0.values().all(|file| file.fault.is_none())
    }

    /// The digests of all of them.
    pub(super) fn base(&self) -> BTreeMap<FormFile, Option<String>> {
        self.0.iter().map(|(file, text)| (*file, text.digest())).collect()
    }

    /// Those that are there, just as they were read, so that all that is said of them is of one moment.
    pub(super) fn memory(&self) -> Memory {
        let there = self.0.values().filter_map(|file| Some((file.path.clone(), file.bytes.clone()?)));
        there.collect()
    }
}
