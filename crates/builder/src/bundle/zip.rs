//! A year's bundle as one zip, to be handed over.
//!
//! The same files give the same bytes: every entry has the same date, rights and system, and stands as it is — PDFs
//! are compressed already.

use std::io::{self, Write};

use nianbao_disk::NewFile;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::publish::reason;

/// An archive that could not be written.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The archive is too large, or a name too long for it.
    #[error("压缩包没有生成：{0}")]
    Zip(ZipError),
    /// The disk refused to take it.
    #[error("压缩包没有生成：{}", reason(.0))]
    Io(#[from] io::Error),
}

impl From<ZipError> for BundleError {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::Io(error) => Self::Io(error),
            error => Self::Zip(error),
        }
    }
}

/// An archive in the making.
pub(crate) struct Archive(ZipWriter<NewFile>);

impl Archive {
    /// An archive that is written to `file`.
    pub(crate) fn new(file: NewFile) -> Self {
        Self(ZipWriter::new(file))
    }

    /// Adds a file called `name` within the archive.
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), BundleError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            .system(System::Unix);
        self.0.start_file(name, options)?;
        Ok(self.0.write_all(bytes)?)
    }

    /// Writes what an archive ends with.
    pub(crate) fn finish(self) -> Result<NewFile, BundleError> {
        Ok(self.0.finish()?)
    }
}
