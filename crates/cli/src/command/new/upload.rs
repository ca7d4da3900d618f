//! A list that somebody chose in the browser: read as one that lies on the disk, in a process of its own.

use std::path::Path;

use nianbao_disk::{reason, write_new};
use nianbao_workspace::new::{List, listed};

use super::table;
use crate::reading;

/// No ending of a file's name that tells its kind is longer.
const ENDING: usize = 5;

/// What the list in a file called `name` says, or why nothing, in words for whoever chose it.
pub(crate) fn read_list(name: &str, bytes: &[u8]) -> Result<List, String> {
    let room = tempfile::tempdir().map_err(|error| no_room(&error))?;
    let file = room.path().join("名单").with_extension(ending(name));
    write_new(&file, bytes).map_err(|error| no_room(&error))?;
    let document = reading::read(&file).map_err(|error| format!("读不了这个文件：{error:#}"))?;
    listed(&table::tables(&document)).map_err(|error| error.to_string())
}

/// What the name ends in, as far as it can tell a kind: nothing else of a name from elsewhere gets onto the disk.
fn ending(name: &str) -> String {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ending.chars().filter(char::is_ascii_alphanumeric).take(ENDING).collect::<String>().to_ascii_lowercase()
}

fn no_room(error: &std::io::Error) -> String {
    format!("没有地方放选中的文件：{}", reason(error))
}

#[cfg(test)]
mod tests {
    use super::ending;

    #[test]
    fn of_a_name_from_elsewhere_only_its_kind_is_taken() {
        for (name, kind) in
            [("名单.XLSX", "xlsx"), ("../../x.csv", "csv"), ("a.b/../c", ""), ("", ""), (".", ""), ("x.a/b", "")]
        {
            assert_eq!(ending(name), kind, "{name}");
        }
    }
}
