//! New files with the folders that they need.

use std::fs;
use std::path::Path;

use super::super::{WriteError, create, take_away};

fn files(paths: &[&str]) -> Vec<(String, Vec<u8>)> {
    paths.iter().map(|path| ((*path).to_owned(), path.as_bytes().to_vec())).collect()
}

fn workspace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    fs::write(folder.path().join("content/agency.yaml"), "名称: 某市人民政府\n").unwrap();
    folder
}

fn is_there(folder: &Path, path: &str) -> bool {
    folder.join(path).symlink_metadata().is_ok()
}

#[test]
fn folders_are_made_as_deep_as_they_are_needed() {
    let folder = workspace();
    let paths = ["例子/report.yaml", "content/agencies/a/agency.yaml", "content/agencies/a/agencies/b/agency.yaml"];
    create(folder.path(), &files(&paths)).unwrap();
    for path in paths {
        assert_eq!(fs::read_to_string(folder.path().join(path)).unwrap(), path);
    }
}

#[test]
fn a_file_that_is_taken_away_is_handed_out() {
    let folder = workspace();
    create(folder.path(), &files(&["content/2025/a.png"])).unwrap();
    assert!(
        take_away(folder.path(), "content/2025/a.png", 3).is_err() && is_there(folder.path(), "content/2025/a.png")
    );
    assert_eq!(take_away(folder.path(), "content/2025/a.png", 99).unwrap(), b"content/2025/a.png");
    assert!(!is_there(folder.path(), "content/2025/a.png") && is_there(folder.path(), "content/2025"));
    assert!(take_away(folder.path(), "content/2025/a.png", 99).is_err());
    assert!(take_away(folder.path(), "content/2025", 99).is_err());
}

#[test]
fn nothing_is_left_of_what_cannot_be_written_whole() {
    let folder = workspace();
    let wanted = files(&["content/agencies/a/agencies/b/agency.yaml", "content/agency.yaml"]);
    assert!(matches!(create(folder.path(), &wanted), Err(WriteError::Exists(path)) if path == "content/agency.yaml"));
    assert!(!is_there(folder.path(), "content/agencies"));
    fs::write(folder.path().join("content/2025"), "").unwrap();
    let wanted = files(&["content/agencies/a/agency.yaml", "content/2025/report.yaml"]);
    assert!(
        matches!(create(folder.path(), &wanted), Err(WriteError::Io { path, .. }) if path == "content/2025/report.yaml")
    );
    assert!(!is_there(folder.path(), "content/agencies"));
}

#[cfg(unix)]
#[test]
fn whoever_may_read_the_superior_may_read_what_is_new() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = workspace();
    let mode = |path: &str| fs::metadata(folder.path().join(path)).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(folder.path().join("content/agency.yaml"), fs::Permissions::from_mode(0o640)).unwrap();
    create(folder.path(), &files(&["content/agencies/a/agency.yaml", "例子/report.yaml"])).unwrap();
    assert_eq!(mode("content/agencies/a/agency.yaml"), 0o640);
    fs::write(folder.path().join("as usual"), "").unwrap();
    assert_eq!(mode("例子/report.yaml"), mode("as usual"));
}
