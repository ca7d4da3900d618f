//! Pages as readers meet them: with a keyboard, a screen reader, large text, a small phone, a slow line.

mod checks;
mod colours;
mod keyboard;
mod outloud;
mod paper;
mod phone;
mod pictures;
mod policy;
mod quoting;
mod typography;
mod weight;
mod zoom;

use std::path::PathBuf;

use nianbao_tests::{Workspace, nianbao};

/// A page of each kind, below `dist/site` of the small city.
const KINDS: [&str; 7] = [
    "index.html",
    "2024/index.html",
    "jyj/index.html",
    "jyj/2024/index.html",
    "government/2024/index.html",
    "search/index.html",
    "404.html",
];

/// A published site, gone afterwards.
struct Site(Workspace);

impl Site {
    /// The site of the content below `folder`, a path from the repository's root.
    fn of(folder: &str) -> Self {
        Self::built(Workspace::copy_of(folder))
    }

    /// The small city, which believes that it stands where it is built, so that 404.html finds its stylesheet.
    fn small_city() -> Self {
        let workspace = Workspace::copy_of("tests/sites/small-city");
        let here = format!("https://xxgk.example.gov.cn{}", workspace.path().join("dist/site").display());
        workspace.replace("content/site.yaml", "https://xxgk.example.gov.cn/nb", &here);
        Self::built(workspace)
    }

    /// 宿迁市人民政府, 2023 and 2024: the longest of the real reports.
    fn suqian() -> Self {
        Self::of("tests/data/reports/suqian")
    }

    fn built(workspace: Workspace) -> Self {
        let built = nianbao(workspace.path(), ["build", "--no-pdf"]).output().unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
        Self(workspace)
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("dist/site")
    }

    fn file(&self, path: &str) -> PathBuf {
        self.folder().join(path)
    }
}
