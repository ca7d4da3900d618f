//! The texts that are open in the editor, as they stand there.

use std::collections::BTreeMap;

use gen_lsp_types::TextDocumentContentChangeEvent;
use nianbao_loader::Memory;

use crate::text::{Encoding, Lines};

/// A text that is open.
#[derive(Debug)]
pub(crate) struct OpenText {
    /// Its address, as the editor writes it.
    pub(crate) uri: String,
    /// The version that the editor gave it last.
    pub(crate) version: i32,
    /// What stands there, saved or not.
    pub(crate) text: String,
}

/// The texts that are open, by their paths from the workspace.
#[derive(Debug, Default)]
pub(crate) struct Documents(BTreeMap<String, OpenText>);

impl Documents {
    pub(crate) fn get(&self, path: &str) -> Option<&OpenText> {
        self.0.get(path)
    }

    /// Their paths.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub(crate) fn open(&mut self, path: String, text: OpenText) {
        self.0.insert(path, text);
    }

    pub(crate) fn close(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// Puts changes into the text at `path`, one after the other. Whether it is open.
    pub(crate) fn change(
        &mut self,
        path: &str,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) -> bool {
        let Some(open) = self.0.get_mut(path) else { return false };
        open.version = version;
        for change in changes {
            apply(&mut open.text, change, encoding);
        }
        true
    }

    /// All of them, to be read over what is saved.
    pub(crate) fn unsaved(&self) -> Memory {
        self.0.iter().map(|(path, open)| (path.as_str(), open.text.as_str())).collect()
    }
}

fn apply(text: &mut String, change: TextDocumentContentChangeEvent, encoding: Encoding) {
    match change {
        TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
            let bytes = Lines::new(text, encoding).bytes(part.range);
            text.replace_range(bytes, &part.text);
        }
        TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => *text = whole.text,
    }
}
