//! What ends reading altogether.

use std::io;

use crate::files::Reason;

/// Why a workspace cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// There is no content folder in the workspace of this name.
    #[error("“{0}”里没有 content 文件夹。请在工作区的文件夹里运行")]
    NoContent(String),
    /// The content folder cannot be listed.
    #[error("无法读取文件夹“{folder}”：{}", reason(cause))]
    Unreadable {
        /// The folder, with the workspace's name before it.
        folder: String,
        /// The error of the system.
        cause: io::Error,
    },
}

/// What an error of the system means, in Chinese.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "它不存在".to_owned(),
        io::ErrorKind::PermissionDenied => "没有权限".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "这个磁盘是只读的".to_owned(),
        io::ErrorKind::IsADirectory => "它是文件夹，不是文件".to_owned(),
        io::ErrorKind::NotADirectory => "它不是文件夹".to_owned(),
        _ => match error.raw_os_error() {
            Some(_) if nianbao_disk::known_reason(error).is_some() => nianbao_disk::reason(error),
            Some(number) => format!("系统拒绝（错误号 {number}）"),
            None => match error.get_ref().and_then(|told| told.downcast_ref::<Reason>()) {
                Some(reason) => reason.to_string(),
                None => "系统拒绝".to_owned(),
            },
        },
    }
}
