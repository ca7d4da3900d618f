//! Reading a workspace's own templates.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use nianbao_disk::{ReadError, read_regular};
use nianbao_model::{Diagnostic, SourceMap, Span};

use super::codes::UNREADABLE;
use super::{BUILTIN, FOLDER, Template, Templates, is_text, unused};
use crate::read_error::{reason, system_reason};

/// The most bytes that a file beside the templates has.
const LIMIT: u64 = 64_000_000;

impl Templates {
    /// The templates of the workspace at `folder`: the built-in ones, each replaced by the file of the same path below
    /// `templates/`, and all other files there. What is wrong with them is told; files that can be pointed at are taken
    /// into `sources`.
    pub fn of_workspace(folder: &Path, sources: &mut SourceMap) -> (Self, Vec<Diagnostic>) {
        let mut reading = Reading { templates: Self::built_in(), findings: Vec::new(), sources };
        reading.folder(&folder.join(FOLDER), "");
        reading.drop_unused_originals();
        reading.name_built_in();
        let Reading { templates, mut findings, .. } = reading;
        findings.extend(unused::unused(&templates));
        (templates, findings)
    }
}

struct Reading<'a> {
    templates: Templates,
    findings: Vec<Diagnostic>,
    sources: &'a mut SourceMap,
}

impl Reading<'_> {
    /// Reads what lies below `folder`, whose path below `templates/` is `path`. Systems hide files of their own by a dot.
    /// Nothing is read through a link: it could lead to what is not meant to be published.
    fn folder(&mut self, folder: &Path, path: &str) {
        if folder.is_symlink() {
            return self.refuse(path, &reason(&ReadError::Link));
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound && path.is_empty() => return,
            Err(error) => return self.refuse(path, &system_reason(&error)),
        };
        let mut entries: Vec<_> = entries.flatten().map(|entry| (entry.file_name(), entry.path())).collect();
        entries.sort();
        for (name, entry) in entries {
            let name = name.to_string_lossy();
            if name.starts_with('.') {
                continue;
            }
            let path = if path.is_empty() { name.into_owned() } else { format!("{path}/{name}") };
            let is_folder = entry.is_dir() && !entry.is_symlink();
            if is_folder { self.folder(&entry, &path) } else { self.file(&entry, path) }
        }
    }

    fn file(&mut self, file: &Path, path: String) {
        let bytes = match read_regular(file, LIMIT) {
            Ok(bytes) => bytes,
            Err(error) => return self.refuse(&path, &reason(&error)),
        };
        let text = if is_text(&path) {
            match std::str::from_utf8(&bytes) {
                Ok(text) => Some(text),
                Err(_) => return self.refuse_encoding(&path),
            }
        } else {
            None
        };
        // One that is word for word the built-in one replaces nothing.
        if self.templates.bytes(&path) == Some(bytes.as_slice()) {
            return;
        }
        let id = self.sources.add(format!("{FOLDER}/{path}"), text.unwrap_or_default().into());
        if let Some(original) = self.templates.0.remove(&path)
            && let Some((folder, name)) = path.split_once('/')
        {
            self.templates.0.insert(format!("{folder}/{BUILTIN}/{name}"), original);
        }
        self.templates.0.insert(path, Template { bytes: bytes.into(), own: true, file: Some(id) });
    }

    /// A replaced template that nobody extends is in the way: its components would be defined twice.
    fn drop_unused_originals(&mut self) {
        let Templates(all) = &self.templates;
        let is_used = |path: &str| {
            let named = path.find(BUILTIN).map(|at| &path[at..]).unwrap_or_default();
            let own = all.values().filter(|template| template.own);
            own.filter_map(|template| std::str::from_utf8(&template.bytes).ok()).any(|text| text.contains(named))
        };
        let is_original = |path: &str| path.split('/').nth(1) == Some(BUILTIN);
        let unused: Vec<String> = all.keys().filter(|path| is_original(path) && !is_used(path)).cloned().collect();
        for path in unused {
            self.templates.0.remove(&path);
        }
    }

    /// The built-in ones can be pointed at as well, where there is another beside which they could fail.
    fn name_built_in(&mut self) {
        if !self.templates.has_own("") {
            return;
        }
        for (path, template) in self.templates.0.iter_mut().filter(|(_, template)| !template.own) {
            if let Ok(text) = std::str::from_utf8(&template.bytes) {
                template.file = Some(self.sources.add(format!("（自带的模板）/{path}"), text.into()));
            }
        }
    }

    fn refuse_encoding(&mut self, path: &str) {
        self.refuse_with(path, "它不是 UTF-8 编码的文本", "另存为 UTF-8 编码；不需要的删去。");
    }

    fn refuse(&mut self, path: &str, reason: &str) {
        self.refuse_with(path, reason, "换成读得了的普通文件；不需要的删去。");
    }

    fn refuse_with(&mut self, path: &str, reason: &str, help: &str) {
        let shown = format!("{FOLDER}/{path}").trim_end_matches('/').to_owned();
        let file = self.sources.add(shown.clone(), "".into());
        let finding = Diagnostic::new(&UNREADABLE, format!("读不了模板 {shown}：{reason}"));
        self.findings.push(finding.at(Span::new(file, 0, 0), "").help(help));
    }
}
