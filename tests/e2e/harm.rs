//! Kills and failing disks in the middle of whatever writes: the old or the new state is there whole, and the next run needs no help.
//!
//! A few of them run with all other tests. `./just harm COUNT` has so many kills, and has the disk fail at each write in turn.

#![cfg(unix)]

mod chance;
mod faults;
mod kills;
mod scenario;

/// How much is wanted beyond the few that run with all other tests.
fn wanted() -> Option<usize> {
    std::env::var("NIANBAO_HARM").ok()?.parse().ok()
}
