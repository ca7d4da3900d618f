//! Who may enter a folder: its group and mode, which its successor keeps.

#[cfg(unix)]
pub use unix::Likeness;

#[cfg(not(unix))]
pub use windows::Likeness;

#[cfg(unix)]
mod unix {
    use std::fs::{self, Metadata, Permissions};
    use std::io;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, lchown};
    use std::path::Path;

    use crate::fault;

    /// The bit by which what is created in a folder gets the folder's group.
    const SETGID: u32 = 0o2000;

    /// The group and the mode of a folder that will be replaced.
    #[derive(Debug, Clone, Copy)]
    pub struct Likeness {
        group: u32,
        mode: u32,
    }

    impl Likeness {
        /// That of `folder`; nothing if it is not there.
        pub fn of(folder: &Path) -> Option<Self> {
            let found = fs::symlink_metadata(folder).ok().filter(Metadata::is_dir)?;
            Some(Self { group: found.gid(), mode: found.mode() & 0o7777 })
        }

        /// Gives it to a new folder, before anything is in it.
        ///
        /// # Errors
        ///
        /// A group or a mode that may not be given.
        pub fn give(self, folder: &Path) -> io::Result<()> {
            fault::reach("permit", folder)?;
            self.give_group(folder)?;
            if fs::symlink_metadata(folder)?.mode() & 0o7777 != self.mode {
                fs::set_permissions(folder, Permissions::from_mode(self.mode))?;
            }
            Ok(())
        }

        /// Gives the group to everything in a folder, where the system did not do so by itself.
        ///
        /// # Errors
        ///
        /// A group that may not be given.
        pub fn give_to_all_in(self, folder: &Path) -> io::Result<()> {
            if self.mode & SETGID != 0 {
                return Ok(());
            }
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                self.give_group(&entry.path())?;
                if entry.file_type()?.is_dir() {
                    self.give_to_all_in(&entry.path())?;
                }
            }
            Ok(())
        }

        fn give_group(self, path: &Path) -> io::Result<()> {
            if fs::symlink_metadata(path)?.gid() == self.group { Ok(()) } else { lchown(path, None, Some(self.group)) }
        }
    }
}

#[cfg(not(unix))]
mod windows {
    use std::io;
    use std::path::Path;

    /// A folder has nothing to hand on: the one that it stands in says who may enter.
    #[derive(Debug, Clone, Copy)]
    pub struct Likeness;

    impl Likeness {
        /// There is none.
        pub fn of(_: &Path) -> Option<Self> {
            None
        }

        /// Nothing is given.
        ///
        /// # Errors
        ///
        /// None.
        pub fn give(self, _: &Path) -> io::Result<()> {
            Ok(())
        }

        /// Nothing is given.
        ///
        /// # Errors
        ///
        /// None.
        pub fn give_to_all_in(self, _: &Path) -> io::Result<()> {
            Ok(())
        }
    }
}
