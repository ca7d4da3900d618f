//! The only place that writes to the standard streams.

use std::io::{self, IsTerminal, Write};

/// Writes a result to standard output.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Tells a person on standard error what went wrong. If even that fails, nobody is listening.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "错误：{text}");
}

/// Tells a person beside a result that a machine reads.
pub(crate) fn tell(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Whether colours may be used in results.
pub(crate) fn coloured() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Whether an error means only that the reader of our output has gone, as with `| head`.
pub(crate) fn is_closed(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
