//! What a process that reads files from elsewhere may use.

/// How much memory, in bytes.
#[cfg(unix)]
const MEMORY: u64 = 1 << 30;

/// How much of a processor's time, in seconds: beyond the deadline of whoever asked, for when that one is gone.
#[cfg(unix)]
const PROCESSOR: u64 = 30;

/// Bounds this process: its memory and time; it leaves no core behind, writes no file, and ends with the one that started it.
/// Systems that know no such bounds have the deadline alone.
#[cfg(unix)]
pub(super) fn limit() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let bounds = [(Resource::As, MEMORY), (Resource::Cpu, PROCESSOR), (Resource::Core, 0), (Resource::Fsize, 0)];
    for (resource, most) in bounds {
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL));
}

/// There is nothing to bound it with.
#[cfg(not(unix))]
pub(super) fn limit() {}
