//! The fonts that came with the program.

use std::env;
use std::path::{Path, PathBuf};

/// The folder of fonts that was unpacked or installed with the program, if there is one.
pub(crate) fn supplied_fonts() -> Option<PathBuf> {
    beside(&env::current_exe().ok()?)
}

/// The folder of fonts that belongs to `program`: beside it where it was unpacked, in `share/` where it was installed.
fn beside(program: &Path) -> Option<PathBuf> {
    let folder = program.parent()?;
    let unpacked = Some(folder.join("字体"));
    let installed = folder.parent().map(|prefix| prefix.join("share/nianbao/fonts"));
    [unpacked, installed].into_iter().flatten().find(|fonts| fonts.is_dir())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn fonts_are_found_beside_the_program_and_in_share() {
        let place = tempfile::tempdir().unwrap();
        let program = place.path().join("年报 工坊/bin/nianbao");
        assert_eq!(beside(&program), None);

        let installed = place.path().join("年报 工坊/share/nianbao/fonts");
        fs::create_dir_all(&installed).unwrap();
        assert_eq!(beside(&program), Some(installed));

        let unpacked = place.path().join("年报 工坊/bin/字体");
        fs::create_dir_all(&unpacked).unwrap();
        assert_eq!(beside(&program), Some(unpacked));
    }
}
