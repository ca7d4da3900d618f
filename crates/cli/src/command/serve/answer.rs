//! What is said to a request.

/// What files and the preview's own pages may do, also a drawing that is opened by itself: nothing but what comes from here, and
/// the WebAssembly of the search.
const STRICT: &str =
    "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'";

/// What pages of the site may do they say in their heads, as they will when published; but no other site may frame them.
const AS_PUBLISHED: &str = "frame-ancestors 'none'";

/// An answer, ready to be sent.
#[derive(Debug)]
pub(super) struct Answer {
    /// The status of HTTP.
    pub(super) status: u16,
    /// Content-Type.
    pub(super) kind: &'static str,
    /// Content-Security-Policy.
    pub(super) policy: &'static str,
    /// Where to look instead.
    pub(super) location: Option<String>,
    /// The content.
    pub(super) bytes: Vec<u8>,
}

impl Answer {
    /// The content of a file called `path`.
    pub(super) fn file(path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, kind: kind(path), policy: STRICT, location: None, bytes: bytes.into() }
    }

    /// A page of the site.
    pub(super) fn site_page(html: String) -> Self {
        Self { policy: AS_PUBLISHED, ..Self::page(200, html) }
    }

    /// A page of the preview's own with a status.
    pub(super) fn page(status: u16, html: String) -> Self {
        Self { status, ..Self::file(".html", html) }
    }

    /// A word on what cannot be shown at all.
    pub(super) fn text(status: u16, text: impl Into<String>) -> Self {
        Self { status, ..Self::file(".txt", text.into()) }
    }

    /// Another address.
    pub(super) fn elsewhere(location: String) -> Self {
        Self { location: Some(location), ..Self::text(307, "") }
    }
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("xml") => "application/xml",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("pdf") => "application/pdf",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("svg") => "image/svg+xml",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}
