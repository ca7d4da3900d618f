//! Which requests may write: those that a page of this program sends.

use super::target::is_picture;
use super::token;
use crate::response::Response;

/// The longest body of a request, in bytes.
const LONGEST: usize = 2 << 20;

/// The longest one that sends a picture: 10 MB, a third more for base64.
const LONGEST_PICTURE: usize = 14 << 20;

/// How long the body of a request to `path` may be, in bytes.
pub(crate) fn longest(path: &str) -> usize {
    if is_picture(path) { LONGEST_PICTURE } else { LONGEST }
}

/// What the head of a request says of who sends it.
pub(crate) struct Sent<'r> {
    /// Host.
    pub(crate) host: &'r str,
    /// Origin.
    pub(crate) origin: Option<&'r str>,
    /// Sec-Fetch-Site.
    pub(crate) site: Option<&'r str>,
    /// Content-Type.
    pub(crate) kind: Option<&'r str>,
    /// X-Nianbao-Token.
    pub(crate) token: Option<&'r str>,
}

/// Why a request may not write, if so; `token` is this start's.
pub(crate) fn refusal(sent: &Sent<'_>, token: &str) -> Option<Response> {
    let is_json = sent
        .kind
        .is_some_and(|kind| kind.split(';').next().unwrap_or("").trim().eq_ignore_ascii_case("application/json"));
    if !is_json {
        return Some(Response::text(415, "只收填写页面发来的内容（application/json）。"));
    }
    if !is_from_here(sent) {
        return Some(Response::text(403, "这次保存不是从填写页面发出的，没有写入。请从年报工坊的网页里填写。"));
    }
    if !sent.token.is_some_and(|sent| token::is(sent, token)) {
        return Some(Response::text(403, "程序重新启动过，这一页已经过期，没有写入。请刷新这一页再保存。"));
    }
    None
}

/// What is said of a body that is too long.
pub(crate) fn too_long(path: &str) -> Response {
    if is_picture(path) {
        return Response::text(413, "这张图片超过 10 MB，没有放进来。请用看图软件缩小，另存一份再放。");
    }
    Response::text(413, "一次发来的内容超过 2 MB，没有写入。请分几次粘贴。")
}

/// Whether a page of ours sends it, as the browser says.
fn is_from_here(sent: &Sent<'_>) -> bool {
    match sent.origin {
        Some(origin) => {
            let host = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
            host.is_some_and(|host| !host.is_empty() && host.eq_ignore_ascii_case(sent.host))
        }
        None => sent.site == Some("same-origin"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Sent, refusal};

    fn sent() -> Sent<'static> {
        Sent {
            host: "127.0.0.1:8600",
            origin: Some("http://127.0.0.1:8600"),
            site: None,
            kind: Some("application/json"),
            token: Some("abc"),
        }
    }

    fn status(sent: &Sent<'_>) -> Option<u16> {
        refusal(sent, "abc").map(|response| response.status)
    }

    #[test]
    fn only_our_own_pages_write() {
        assert_eq!(status(&sent()), None);
        assert_eq!(status(&Sent { origin: None, site: Some("same-origin"), ..sent() }), None);
        assert_eq!(status(&Sent { kind: Some("Application/JSON; charset=utf-8"), ..sent() }), None);
        for origin in ["http://evil.example", "http://127.0.0.1:9999", "null", "http://", "127.0.0.1:8600"] {
            assert_eq!(status(&Sent { origin: Some(origin), ..sent() }), Some(403), "{origin}");
        }
        for site in [None, Some("cross-site"), Some("same-site"), Some("none")] {
            assert_eq!(status(&Sent { origin: None, site, ..sent() }), Some(403), "{site:?}");
        }
        assert_eq!(
            status(&Sent { origin: Some("http://evil.example"), site: Some("same-origin"), ..sent() }),
            Some(403)
        );
        for token in [None, Some(""), Some("abd"), Some("abcd")] {
            assert_eq!(status(&Sent { token, ..sent() }), Some(403), "{token:?}");
        }
        for kind in [None, Some("text/plain"), Some("application/x-www-form-urlencoded")] {
            assert_eq!(status(&Sent { kind, ..sent() }), Some(415), "{kind:?}");
        }
    }
}
