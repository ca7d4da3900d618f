//! Why the system did not write, and what to do, in Chinese.

use std::io::{self, ErrorKind};

use crate::platform;

/// What an error of writing means and how to mend it, for people who know no programming.
pub fn reason(error: &io::Error) -> String {
    known(error).map_or_else(|| unknown(error), str::to_owned)
}

/// The same for what people can do something about; nothing for what only the system's number tells.
pub fn known(error: &io::Error) -> Option<&'static str> {
    if platform::is_in_use(error) {
        return Some("它正被别的程序占用，或者没有写权限；请关上打开它的程序（如 Word、WPS、资源管理器）再试");
    }
    if platform::is_of_the_disk(error) {
        return Some("磁盘出错了，请检查磁盘，或者换一个磁盘再试");
    }
    if platform::is_of_the_network(error) {
        return Some(NETWORK);
    }
    Some(match error.kind() {
        ErrorKind::StorageFull => "磁盘空间不足，请清理后再试",
        ErrorKind::QuotaExceeded => "分给您的磁盘空间用完了，请清理后再试，或者请管理员多分一些",
        ErrorKind::ReadOnlyFilesystem => "这个磁盘是只读的，请换一个能写的地方",
        ErrorKind::PermissionDenied => "没有写权限，请换一个文件夹或者联系管理员开通权限",
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::NotConnected
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::TimedOut => NETWORK,
        ErrorKind::ResourceBusy => "它正被别的程序占用，请关上那个程序再试",
        ErrorKind::FileTooLarge => "文件太大，这个磁盘放不下",
        ErrorKind::IsADirectory => "它是文件夹，不是文件",
        ErrorKind::NotADirectory => "上面有一层不是文件夹",
        ErrorKind::InvalidFilename => "名称太长，或者有系统不允许的字符",
        ErrorKind::NotFound => "它所在的文件夹不在了，请核对位置",
        ErrorKind::InvalidData => "它不是年报工坊写的，请把它移到别处再试",
        ErrorKind::AlreadyExists => "那里已经有别的内容，请换一个名称",
        _ => return None,
    })
}

const NETWORK: &str = "连不上它所在的网络磁盘，请接好网络、重新打开那个磁盘后再试";

/// Only the number is the same everywhere: the system's own words are English here, Chinese there.
fn unknown(error: &io::Error) -> String {
    match error.raw_os_error() {
        Some(number) => format!("系统不让写（错误号 {number}），请换一个地方再试，或者联系管理员"),
        None => "系统不让写，请换一个地方再试，或者联系管理员".to_owned(),
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    /// By its number, an error is said in Chinese alone, with what to do.
    #[test]
    fn every_error_is_said_in_chinese_with_what_to_do() {
        for number in 1..134 {
            let told = reason(&io::Error::from_raw_os_error(number));
            assert!(!told.bytes().any(|byte| byte.is_ascii_alphabetic()) || told.contains("Word"), "{number}: {told}");
        }
        for (number, told) in
            [(28, "空间不足"), (122, "用完了"), (30, "只读"), (5, "磁盘出错了"), (116, "网络磁盘"), (13, "没有写权限")]
        {
            assert!(reason(&io::Error::from_raw_os_error(number)).contains(told), "{number}");
        }
    }
}
