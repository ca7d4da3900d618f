//! A published folder on the web, as a city would serve it below its own address.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::thread;

/// Serves `folder` below `path`, which begins and ends with `/`, until the tests end. Says at which address.
pub fn serve(folder: &Path, path: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let folder = folder.to_owned();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            thread::spawn(move || answer(&stream, &folder, path));
        }
    });
    format!("http://{address}{path}")
}

/// Answers one request; a browser that goes away in between is nobody's fault.
fn answer(mut stream: &TcpStream, folder: &Path, path: &str) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(request) = lines.next() else { return };
    let _headers = lines.take_while(|line| !line.is_empty()).count();
    let asked = request.split([' ', '?']).nth(1).unwrap_or_default();
    let file = asked.strip_prefix(path).map(|below| folder.join(below));
    let (status, bytes) = match file.as_ref().and_then(|file| fs::read(file).ok()) {
        Some(bytes) => ("200 OK", bytes),
        None => ("404 Not Found", fs::read(folder.join("404.html")).unwrap_or_default()),
    };
    let kind = kind(&file.filter(|_| status == "200 OK").unwrap_or_else(|| "404.html".into()));
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        bytes.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&bytes));
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
