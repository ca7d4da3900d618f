//! Which requests mean this server.

use std::net::IpAddr;

/// Whether a request with this `Host` header means us, who listen on `host`. A page of another site can lead a browser here
/// under a name of its own (DNS rebinding), and would then read drafts; so names are ours only if somebody chose them, numbers
/// always.
pub(crate) fn is_ours(header: &str, host: &str) -> bool {
    let name = match header.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => header,
    };
    let (name, host) = (without_brackets(name), without_brackets(host));
    name.parse::<IpAddr>().is_ok() || name.eq_ignore_ascii_case("localhost") || name.eq_ignore_ascii_case(host)
}

/// A host without the brackets of an address such as `[::1]`.
pub(crate) fn without_brackets(host: &str) -> &str {
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
