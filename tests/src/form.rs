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
        let address = format!("/_form/{report}/");
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

    /// Saves `changes` of the files that were shown as `base`: the status, and what came with it.
    pub fn save(&self, base: &Value, changes: &Value) -> (u16, Value) {
        let reply = self.send("save", &json!({ "base": base, "changes": changes }));
        let answer = if reply.head.contains("application/json") { reply.json() } else { Value::String(reply.text()) };
        (reply.status, answer)
    }
}
