//! What comes over the wire to `nianbao serve`.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::thread;
use std::time::Duration;

use jiff::civil::date;
use nianbao_builder::pdf::FontFolders;
use nianbao_server::{Preview, PreviewOptions, StopHandle, listen, stop};
use nianbao_workspace::Filter;
use tempfile::TempDir;

use super::content::texts;

/// Who sends half a request gets no answer; who sends a whole one has it by then, on a machine that does nothing else.
const SOON: Duration = Duration::from_millis(100);

thread_local! {
    /// It goes with its folder, which a static would leave behind.
    static SERVER: Server = Server::start();
}

/// A server of the city's workspace, for as long as the thread runs that asks it.
struct Server {
    address: SocketAddr,
    /// What pages of forms show when they write.
    token: String,
    _folder: TempDir,
    _running: StopHandle,
}

/// Sends `bytes`, in which `{host}` and `{token}` stand for the server's own, and reads the answer.
pub(super) fn run(bytes: &[u8]) {
    SERVER.with(|server| ask(server, bytes));
}

fn ask(server: &Server, bytes: &[u8]) {
    let host = server.address.to_string();
    let sent = replaced(&replaced(bytes, b"{host}", host.as_bytes()), b"{token}", server.token.as_bytes());
    let answer = answer(server.address, &sent, SOON);
    assert!(answer.is_empty() || answer.starts_with(b"HTTP/1."), "{}", String::from_utf8_lossy(&answer));
    assert!(!answer.starts_with(b"HTTP/1.1 500"), "{}", String::from_utf8_lossy(&answer));
}

impl Server {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for (path, text) in texts() {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, text).expect("a file");
        }
        let options = PreviewOptions {
            folder: folder.path().to_owned(),
            filter: Filter::default(),
            fonts: FontFolders::default(),
            source_date: None,
            today: || date(2025, 2, 10),
            editor: None,
            read_only: false,
            read_list: |_, _| Err("不是名单".to_owned()),
        };
        let host = Ipv4Addr::LOCALHOST.to_string();
        let listener = listen(&host, Some(0)).expect("a port");
        let address = listener.local_addr().expect("a port");
        let preview = Preview::open(options).expect("a preview");
        let (running, stopped) = stop();
        thread::spawn(move || preview.serve(listener, &host, stopped));
        let request = format!("GET /_form/ HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        let list = answer(address, request.as_bytes(), Duration::from_secs(20));
        let list = String::from_utf8_lossy(&list);
        let token = list
            .split_once("nianbao-token\" content=\"")
            .and_then(|(_, rest)| rest.split_once('"'))
            .expect("a token")
            .0;
        Self { address, token: token.to_owned(), _folder: folder, _running: running }
    }
}

/// What the server says, until it hangs up or has said nothing for as long as `patience`. It may hang up before it has heard all.
fn answer(address: SocketAddr, request: &[u8], patience: Duration) -> Vec<u8> {
    let mut connection = TcpStream::connect(address).expect("a server");
    connection.set_read_timeout(Some(patience)).expect("a timeout");
    let _ = connection.write_all(request);
    let mut answer = Vec::new();
    let _ = connection.read_to_end(&mut answer);
    answer
}

fn replaced(bytes: &[u8], word: &[u8], by: &[u8]) -> Vec<u8> {
    let mut replaced = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.windows(word.len()).position(|window| window == word) {
        replaced.extend_from_slice(&rest[..at]);
        replaced.extend_from_slice(by);
        rest = &rest[at + word.len()..];
    }
    replaced.extend_from_slice(rest);
    replaced
}
