//! Where the server listens.

use std::io::{self, ErrorKind};
use std::net::{SocketAddr, TcpListener, ToSocketAddrs};

use crate::host::without_brackets;

/// The port where no other is asked for.
pub const DEFAULT_PORT: u16 = 8600;

/// The last port that is tried while others have those below it.
const LAST_PORT: u16 = DEFAULT_PORT + 20;

/// Why nothing can be served at an address.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    /// Nobody knows this host.
    #[error("不知道“{host}”是哪个地址。只在这台电脑上看，不用写 --host")]
    UnknownHost {
        /// The host, as typed.
        host: String,
        /// What the system says.
        source: io::Error,
    },
    /// The host is another computer.
    #[error("“{0}”不是这台电脑的地址。只在这台电脑上看，不用写 --host")]
    OtherHost(String),
    /// Another program has the port.
    #[error("端口 {0} 已经被别的程序占用。请换一个，或者不写 --port，自动找一个空着的")]
    Taken(u16),
    /// Other programs have all ports that are tried.
    #[error("端口 {DEFAULT_PORT} 到 {LAST_PORT} 都被占用了，请用 --port 指定一个")]
    AllTaken,
    /// The port is kept for administrators.
    #[error("端口 {0} 要管理员才能用，请换一个 1024 以上的")]
    Forbidden(u16),
    /// The system refuses it for another reason.
    #[error("不能在 {host} 的端口 {port} 上打开预览（{cause}）")]
    Refused {
        /// The host, as typed.
        host: String,
        /// The port.
        port: u16,
        /// What the system says.
        cause: io::Error,
    },
}

/// Listens on `host` at `port`; without one at the first free port from [`DEFAULT_PORT`] on.
///
/// # Errors
///
/// If `host` is no address of this computer, or the port or all ports that are tried are not to be had.
pub fn listen(host: &str, port: Option<u16>) -> Result<TcpListener, AddressError> {
    let ports = match port {
        Some(port) => port..=port,
        None => DEFAULT_PORT..=LAST_PORT,
    };
    for port in ports {
        match TcpListener::bind(addresses(host, port)?.as_slice()) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(refused(host, port, error)),
        }
    }
    Err(port.map_or(AddressError::AllTaken, AddressError::Taken))
}

fn addresses(host: &str, port: u16) -> Result<Vec<SocketAddr>, AddressError> {
    let found = (without_brackets(host), port).to_socket_addrs();
    Ok(found.map_err(|source| AddressError::UnknownHost { host: host.to_owned(), source })?.collect())
}

fn refused(host: &str, port: u16, cause: io::Error) -> AddressError {
    match cause.kind() {
        ErrorKind::AddrNotAvailable => AddressError::OtherHost(host.to_owned()),
        ErrorKind::PermissionDenied => AddressError::Forbidden(port),
        _ => AddressError::Refused { host: host.to_owned(), port, cause },
    }
}
