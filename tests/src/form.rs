//! A form as its page talks to it.

use serde_json::{Value, json};

use crate::{Preview, Reply};

/// An open form of a report.
#[derive(Debug)]
pub struct Form<'p> {
    preview: &'p Preview,
    /// Its address, `/_form/tcj/2024/`.
    pub address: String,
    token: String,
}

impl<'p> Form<'p> {
    /// Opens the form at `report`, `tcj/2024`.
    pub fn open(preview: &'p Preview, report: &str) -> Self {
        Self::at(preview, format!("/_form/{report}/"))
    }

    /// Opens the list of all forms.
    pub fn all(preview: &'p Preview) -> Self {
        Self::at(preview, "/_form/".to_owned())
    }

    fn at(preview: &'p Preview, address: String) -> Self {
        let page = preview.page(&address);
        let token = page.split("nianbao-token\" content=\"").nth(1).and_then(|rest| rest.split('"').next());
        Self { preview, token: token.expect("a token").to_owned(), address }
    }

    /// What is on the disk.
    pub fn state(&self) -> Value {
        let page = self.preview.page(&format!("{}state", self.address));
        serde_json::from_str(&page).expect("JSON")
    }

    /// The headers that a page of the program sends.
    pub fn headers(&self) -> [(&'static str, String); 3] {
        [
            ("Content-Type", "application/json".to_owned()),
            ("Origin", format!("http://{}", self.preview.host)),
            ("X-Nianbao-Token", self.token.clone()),
        ]
    }

    /// What `body` sent to one of its addresses is answered with.
    pub fn send(&self, part: &str, body: &Value) -> Reply {
        self.preview.post(&format!("{}{part}", self.address), &self.headers(), body.to_string().as_bytes())
    }

    /// The state with `changes`, of which nothing is written.
    pub fn judge(&self, changes: &Value) -> Value {
        let reply = self.send("judge", &json!({ "changes": changes }));
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply.json()
    }

    /// Has something made, or told: the status, and what came of it.
    pub fn make(&self, what: &str, body: &Value) -> (u16, Value) {
        let reply = self.send(&format!("new/{what}"), body);
        let answer = if reply.head.contains("application/json") { reply.json() } else { Value::String(reply.text()) };
        (reply.status, answer)
    }

    /// Sends a list of agencies as a file.
    pub fn send_list(&self, name: &str, bytes: &[u8]) -> (u16, Value) {
        self.make("list", &json!({ "name": name, "content": base64(bytes) }))
    }

    /// Adds a picture: the status, and what came of it.
    pub fn send_picture(&self, name: &str, bytes: &[u8]) -> (u16, Value) {
        let reply = self.send("picture", &json!({ "name": name, "content": base64(bytes) }));
        let answer = if reply.head.contains("application/json") { reply.json() } else { Value::String(reply.text()) };
        (reply.status, answer)
    }

    /// Saves `changes` of the files that were shown as `base`: the status, and what came with it.
    pub fn save(&self, base: &Value, changes: &Value) -> (u16, Value) {
        let reply = self.send("save", &json!({ "base": base, "changes": changes }));
        let answer = if reply.head.contains("application/json") { reply.json() } else { Value::String(reply.text()) };
        (reply.status, answer)
    }
}

/// Bytes as browsers write them within JSON.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |three: &[u8]| {
        let bits = three.iter().chain([&0, &0]).take(3).fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        let digit = move |at: usize| char::from(DIGITS[bits >> (18 - 6 * at) & 63]);
        let length = three.len() + 1;
        (0..4).map(move |at| if at < length { digit(at) } else { '=' })
    };
    bytes.chunks(3).flat_map(group).collect()
}
