//! Why the system does not let a file be read, in Chinese.

use std::io::{self, ErrorKind};

use nianbao_disk::ReadError;

/// Why a file could not be read.
pub(crate) fn reason(error: &ReadError) -> String {
    match error {
        ReadError::Io(error) => system_reason(error),
        other => other.to_string(),
    }
}

/// What an error of the system means.
pub(crate) fn system_reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::InvalidData => "文件应为 UTF-8 编码".to_owned(),
        ErrorKind::PermissionDenied => "没有读取它的权限".to_owned(),
        ErrorKind::NotADirectory => "它应是文件夹".to_owned(),
        ErrorKind::NotFound => "没有找到它".to_owned(),
        _ => nianbao_disk::known_reason(error).unwrap_or("系统不让读").to_owned(),
    }
}
