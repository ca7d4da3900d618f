//! The response to a request, before it goes out by HTTP.

/// What files and the preview's own pages may do, also a drawing that is opened by itself: nothing but what comes from here, and
/// the WebAssembly of the search.
const STRICT: &str =
    "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'";

/// What a fragment may do that is opened by itself: show its own styles.
const FRAGMENT: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/// What pages of the site may do they say in their heads, as they will when published; but no other site may frame them. The
/// form shows them beside itself.
const AS_PUBLISHED: &str = "frame-ancestors 'self'";

/// A response, ready to be sent.
#[derive(Debug, Clone)]
pub(crate) struct Response {
    /// The status code.
    pub(crate) status: u16,
    /// Content-Type.
    pub(crate) content_type: &'static str,
    /// Content-Security-Policy.
    pub(crate) security_policy: &'static str,
    /// Location: where to look instead. `None` but for a redirection.
    pub(crate) location: Option<String>,
    /// The body.
    pub(crate) body: Vec<u8>,
}

impl Response {
    /// The content of a file called `path`.
    pub(crate) fn file(path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            content_type: content_type(path),
            security_policy: STRICT,
            location: None,
            body: bytes.into(),
        }
    }

    /// A page of the site.
    pub(crate) fn site_page(html: String) -> Self {
        Self { security_policy: AS_PUBLISHED, ..Self::page(200, html) }
    }

    /// A text to be pasted elsewhere.
    pub(crate) fn fragment(html: String) -> Self {
        Self { security_policy: FRAGMENT, ..Self::page(200, html) }
    }

    /// A page of the preview's own with a status.
    pub(crate) fn page(status: u16, html: String) -> Self {
        Self { status, ..Self::file(".html", html) }
    }

    /// A line of text, where no page can be shown.
    pub(crate) fn text(status: u16, text: impl Into<String>) -> Self {
        Self { status, ..Self::file(".txt", text.into()) }
    }

    /// A redirection to another address.
    pub(crate) fn redirection(location: String) -> Self {
        Self { location: Some(location), ..Self::text(307, "") }
    }
}

fn content_type(path: &str) -> &'static str {
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
