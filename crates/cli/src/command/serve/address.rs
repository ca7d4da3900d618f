//! Where the preview is found, and under which names.

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, TcpListener, ToSocketAddrs};

use anyhow::Context;

use crate::args::ServeArgs;

/// The port where no other is asked for, and how many above it are tried while others have them.
const PORT: u16 = 8600;
const TRIES: u16 = 20;

/// Listens at the address asked for.
pub(super) fn listen(args: &ServeArgs) -> anyhow::Result<TcpListener> {
    let ports = match args.port {
        Some(port) => port..=port,
        None => PORT..=PORT + TRIES,
    };
    for port in ports {
        match bind(&args.host, port)? {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => anyhow::bail!(refused(&args.host, port, &error)),
        }
    }
    match args.port {
        Some(port) => anyhow::bail!("端口 {port} 已经被别的程序占用。请换一个，或者不写 --port，自动找一个空着的"),
        None => anyhow::bail!("端口 {PORT} 到 {} 都被占用了，请用 --port 指定一个", PORT + TRIES),
    }
}

fn bind(host: &str, port: u16) -> anyhow::Result<std::io::Result<TcpListener>> {
    let unknown = || format!("不知道“{host}”是哪个地址。只在这台电脑上看，不用写 --host");
    let addresses: Vec<SocketAddr> = (bare(host), port).to_socket_addrs().with_context(unknown)?.collect();
    Ok(TcpListener::bind(addresses.as_slice()))
}

fn refused(host: &str, port: u16, error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::AddrNotAvailable => format!("“{host}”不是这台电脑的地址。只在这台电脑上看，不用写 --host"),
        ErrorKind::PermissionDenied => format!("端口 {port} 要管理员才能用，请换一个 1024 以上的"),
        _ => format!("不能在 {host} 的端口 {port} 上打开预览（{error}）"),
    }
}

/// What the person is told: where to look, and who else can.
pub(super) fn told(listener: &TcpListener, args: &ServeArgs) -> anyhow::Result<String> {
    let address = listener.local_addr()?;
    let shown = match address.ip() {
        ip if ip.is_unspecified() => SocketAddr::new(IpAddr::from([127, 0, 0, 1]), address.port()),
        _ => address,
    };
    let moved = match args.port {
        None if address.port() != PORT => format!("端口 {PORT} 已经被占用，改用 {}。\n", address.port()),
        _ => String::new(),
    };
    let seen = if address.ip().is_loopback() {
        ""
    } else {
        "注意：网络里的其他人也能看到，包括还没有公开的报告。\n"
    };
    Ok(format!(
        "{moved}预览：http://{shown}/\n编报情况：http://{shown}/_status/\n{seen}保存了文件，打开的网页自动刷新。按 Ctrl+C 结束。\n"
    ))
}

/// Whether a request with this `Host` header means us. A page of another site can lead a browser here under a name of its own
/// (DNS rebinding), and would then read drafts; so names are ours only if somebody chose them, numbers always.
pub(super) fn is_ours(header: &str, host: &str) -> bool {
    let name = match header.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => header,
    };
    let name = bare(name);
    name.parse::<IpAddr>().is_ok() || name.eq_ignore_ascii_case("localhost") || name.eq_ignore_ascii_case(bare(host))
}

/// A host without the brackets of an address such as `[::1]`.
fn bare(host: &str) -> &str {
    host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_numbers_and_names_of_ours_are_taken() {
        for header in
            ["127.0.0.1:8600", "localhost:8600", "LOCALHOST", "[::1]:8600", "[::1]", "192.168.1.5:80", "pc.lan:8600"]
        {
            assert!(is_ours(header, "pc.lan"), "{header}");
        }
        for header in
            ["evil.example:8600", "127.0.0.1.evil.example", "localhost.evil.example", "", "other.lan", "::1.evil"]
        {
            assert!(!is_ours(header, "pc.lan"), "{header}");
        }
    }
}
