//! A disk that fails on purpose: whatever is done to a disk is said here first, so that tests can have any of it fail, or the
//! program end there. Only where the program is compiled for development.
//!
//! `NIANBAO_FAULT=28@7` has the seventh thing that is done fail with the system's error 28, `28@7+` all from there on as well,
//! `kill@7` ends the program before it; `NIANBAO_FAULT_LOG=FILE` keeps a list of all that is done.

/// Says that `what` is about to be done to `path`.
#[cfg(not(debug_assertions))]
#[expect(clippy::unnecessary_wraps, reason = "development builds fail here")]
pub(crate) fn reach(_what: &str, _path: &std::path::Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(debug_assertions)]
pub(crate) use planned::reach;

#[cfg(debug_assertions)]
mod planned {
    use std::env;
    use std::fs::File;
    use std::io::{self, Write as _};
    use std::path::Path;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{LazyLock, Mutex, PoisonError};

    static PLAN: LazyLock<Option<Plan>> = LazyLock::new(Plan::of_environment);

    /// What is to happen.
    struct Plan {
        fault: Option<Fault>,
        log: Option<Mutex<File>>,
        reached: AtomicUsize,
    }

    /// What happens at the thing numbered `at`, counted from 1.
    #[derive(Debug, PartialEq, Eq)]
    struct Fault {
        at: usize,
        goes_on: bool,
        /// The system's number of the error; none ends the program.
        error: Option<i32>,
    }

    /// Says that `what` is about to be done to `path`.
    pub(crate) fn reach(what: &str, path: &Path) -> io::Result<()> {
        PLAN.as_ref().map_or(Ok(()), |plan| plan.reach(what, path))
    }

    impl Plan {
        fn of_environment() -> Option<Self> {
            let fault = env::var("NIANBAO_FAULT").ok().and_then(|text| Fault::parse(&text));
            let log = env::var_os("NIANBAO_FAULT_LOG");
            let log = log.and_then(|log| File::options().create(true).append(true).open(log).ok()).map(Mutex::new);
            let is_planned = fault.is_some() || log.is_some();
            is_planned.then_some(Self { fault, log, reached: AtomicUsize::new(0) })
        }

        fn reach(&self, what: &str, path: &Path) -> io::Result<()> {
            let at = self.reached.fetch_add(1, Ordering::Relaxed) + 1;
            if let Some(log) = &self.log {
                let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
                let _ = writeln!(log, "{what} {}", path.display());
            }
            match &self.fault {
                Some(fault) if fault.happens(at) => match fault.error {
                    Some(number) => Err(io::Error::from_raw_os_error(number)),
                    None => std::process::abort(),
                },
                _ => Ok(()),
            }
        }
    }

    impl Fault {
        fn parse(text: &str) -> Option<Self> {
            let (what, at) = text.split_once('@')?;
            let goes_on = at.ends_with('+');
            let at = at.trim_end_matches('+').parse().ok()?;
            let error = if what == "kill" { None } else { Some(what.parse().ok()?) };
            Some(Self { at, goes_on, error })
        }

        fn happens(&self, at: usize) -> bool {
            at == self.at || self.goes_on && at > self.at
        }
    }

    #[cfg(test)]
    mod tests {
        use super::Fault;

        #[test]
        fn a_fault_is_said_in_a_word() {
            let fault = |at, goes_on, error| Some(Fault { at, goes_on, error });
            assert_eq!(Fault::parse("28@7"), fault(7, false, Some(28)));
            assert_eq!(Fault::parse("5@1+"), fault(1, true, Some(5)));
            assert_eq!(Fault::parse("kill@3"), fault(3, false, None));
            assert_eq!(Fault::parse("28"), None);
            assert!(!Fault::parse("5@2").unwrap().happens(3) && Fault::parse("5@2+").unwrap().happens(3));
        }
    }
}
