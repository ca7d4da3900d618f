//! The only place that writes to the standard streams.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::thread;
use std::time::Duration;

use crate::visible;

/// How long we wait before writing again to somebody who takes nothing at the moment.
const PAUSE: Duration = Duration::from_millis(10);

/// Writes a result for people to standard output. Whoever shows names and texts in it made them visible; what slipped through
/// is shown here, all but line breaks, tabs and colours.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    write(&visible::coloured_lines(text))
}

/// Writes a result for people that is one line.
pub(crate) fn print_line(text: &str) -> anyhow::Result<()> {
    write(&(visible::line(text).into_owned() + "\n"))
}

/// Writes a document for other programs to standard output, byte for byte unless somebody looks at it.
pub(crate) fn hand_over(document: &str) -> anyhow::Result<()> {
    if io::stdout().is_terminal() { write(&visible::lines(document)) } else { write(document) }
}

/// Tells a person on standard error what went wrong, in one line. If even that fails, nobody is listening.
pub(crate) fn complain(text: &str) {
    tell(&format!("错误：{}\n", visible::line(text)));
}

/// Tells a person beside a result that a machine reads.
pub(crate) fn tell(text: &str) {
    let _ = io::stderr().write_all(visible::lines(text).as_bytes());
}

/// Whether colours may be used in results.
pub(crate) fn coloured() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// A reader who has gone, as with `| head`, changes nothing about how the command ends.
fn write(text: &str) -> anyhow::Result<()> {
    match write_all(&mut io::stdout().lock(), text.as_bytes()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        Ok(()) => Ok(()),
        Err(error) => anyhow::bail!("结果没有写全，写到的文件或磁盘可能满了：{}", nianbao_disk::reason(&error)),
    }
}

/// Writes all of `bytes`, also to a stream that another program made return at once where it is busy.
fn write_all(out: &mut impl Write, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match again(|| out.write(bytes))? {
            0 => return Err(ErrorKind::WriteZero.into()),
            written => bytes = bytes.get(written..).unwrap_or_default(),
        }
    }
    again(|| out.flush())
}

fn again<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match attempt() {
            Err(error) if error.kind() == ErrorKind::WouldBlock => thread::sleep(PAUSE),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            ended => return ended,
        }
    }
}
