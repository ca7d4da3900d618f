//! An editor at the other end of stdin and stdout.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use lsp_server::Connection;

use crate::{Farewell, LspOptions, serve};

/// How long an editor may take to read our last words.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Helps the editor that started this program, over stdin and stdout, until it ends. Whatever is wrong with the
/// connection is the end, too.
pub fn over_stdio(options: LspOptions) -> Farewell {
    let (connection, threads) = Connection::stdio();
    let farewell = serve(&connection, options);
    drop(connection);
    if farewell != Farewell::Deaf {
        let (done, ended) = mpsc::channel();
        thread::spawn(move || {
            // What could not be read or written ends the same way.
            let _ = threads.join();
            let _ = done.send(());
        });
        let _ = ended.recv_timeout(LAST_WORDS);
    }
    farewell
}
