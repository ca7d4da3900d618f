//! The preview on a bad day: crowds, clients who say nothing or nonsense, folders that go and come, PDFs that take long.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use nianbao_tests::{Preview, Workspace, binary};

const NARRATIVE: &str = "content/agencies/jyj/2024/narrative.md";
const PAGE: &str = "/jyj/2024/";

fn city() -> Workspace {
    Workspace::copy_of("tests/data/city")
}

/// Writes something into the narrative, which must be on the page soon.
fn assert_seen(workspace: &Workspace, preview: &Preview, said: &str) {
    let text = workspace.read(NARRATIVE);
    workspace.write(NARRATIVE, text.replacen("\n\n", &format!("\n\n{said}。"), 1));
    wait_for(said, || preview.get(PAGE).text().contains(said));
}

fn wait_for(what: &str, happened: impl Fn() -> bool) {
    let begun = Instant::now();
    while !happened() {
        assert!(begun.elapsed() < Duration::from_secs(30), "{what}: it does not happen");
        thread::sleep(Duration::from_millis(50));
    }
}

fn connect(preview: &Preview, said: &str) -> TcpStream {
    let mut stream = TcpStream::connect(&preview.host).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    // Whoever is asked to leave at once cannot say more.
    let _ = stream.write_all(said.as_bytes());
    stream
}

#[test]
fn a_crowd_that_says_nothing_keeps_nobody_out() {
    let workspace = city();
    // As few files as some systems give.
    let command = format!("ulimit -n 200; exec '{}' serve --port 0", binary().display());
    let preview = Preview::by(&workspace, "sh", &["-c", &command]);
    let mut events = preview.events();
    let first = events.next_version();
    let heads = ["", "GET / HTTP/1.1\r\nHost: loc", "GET /jyj/ HTTP/1.1\r\nHost: localhost\r\n\r\n"];
    let crowd: Vec<TcpStream> = heads.iter().cycle().take(500).map(|head| connect(&preview, head)).collect();
    assert_eq!(preview.get("/").status, 200);
    assert_seen(&workspace, &preview, "众人在时写的");
    // Whoever listens is not idle.
    assert_ne!(events.next_version(), first);
    drop(crowd);
    assert_seen(&workspace, &preview, "众人走后写的");
}

#[test]
fn a_head_without_end_and_a_rest_without_end_are_ended() {
    let workspace = city();
    let preview = Preview::of(&workspace, &[]);
    let silent = connect(&preview, "");
    let half = connect(&preview, "GET / HTTP/1.1\r\nHost: localhost\r\nX: ");
    let resting = connect(&preview, "GET /_preview/preview.js HTTP/1.1\r\nHost: localhost\r\n\r\n");
    let mut events = preview.events();
    events.next_version();
    for mut stream in [silent, half, resting] {
        let mut rest = Vec::new();
        stream.read_to_end(&mut rest).expect("the server ends it");
    }
    workspace.write(NARRATIVE, workspace.read(NARRATIVE) + "\n好。\n");
    events.next_version();
}

#[test]
fn folders_that_go_and_come_are_seen() {
    let workspace = city();
    let preview = Preview::of(&workspace, &[]);
    let (folder, content) = (workspace.path(), workspace.path().join("content"));
    let (kept, aside) = (tempfile(&workspace), folder.join("aside"));
    assert_seen(&workspace, &preview, "首次写的");

    fs::remove_dir_all(folder).unwrap();
    wait_for("gone", || preview.get("/").status == 500);
    copy(kept.path(), folder);
    wait_for("back", || preview.get("/").status == 200);
    assert_seen(&workspace, &preview, "再次写的");

    fs::remove_dir_all(folder).unwrap();
    copy(kept.path(), folder);
    wait_for("replaced", || !preview.get(PAGE).text().contains("再次写的"));
    assert_seen(&workspace, &preview, "重建后写的");

    copy(&kept.path().join("content"), &aside);
    fs::rename(&content, folder.join("old")).unwrap();
    fs::rename(&aside, &content).unwrap();
    wait_for("renamed", || !preview.get(PAGE).text().contains("重建后写的"));
    assert_seen(&workspace, &preview, "换名后写的");

    // The same folder, by another way.
    fs::rename(&content, folder.join("real")).unwrap();
    std::os::unix::fs::symlink("real", &content).unwrap();
    for said in ["链接后写的", "最后写的"] {
        assert_seen(&workspace, &preview, said);
    }
}

/// A copy of the workspace elsewhere.
fn tempfile(workspace: &Workspace) -> Workspace {
    let kept = Workspace::empty();
    copy(workspace.path(), kept.path());
    kept
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).unwrap();
    for (path, bytes) in nianbao_tests::read_tree(from) {
        let file = to.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

#[test]
fn pages_do_not_wait_for_pdfs() {
    let workspace = Workspace::real();
    let preview = Preview::of(&workspace, &[]);
    let printed = AtomicUsize::new(0);
    thread::scope(|scope| {
        let print = || {
            let pdf = preview.get("/tcj/2024/report.pdf");
            printed.fetch_add(1, Ordering::SeqCst);
            pdf.body
        };
        let pdfs: Vec<_> = (0..12).map(|_| scope.spawn(print)).collect();
        thread::sleep(Duration::from_millis(50));
        for page in ["/", "/tcj/2024/", "/pagefind/pagefind.js"] {
            assert_eq!(preview.get(page).status, 200);
        }
        assert!(printed.load(Ordering::SeqCst) < 12, "pages came after all PDFs");
        let pdfs: Vec<Vec<u8>> = pdfs.into_iter().map(|pdf| pdf.join().unwrap()).collect();
        assert!(pdfs[0].starts_with(b"%PDF-") && pdfs.windows(2).all(|pair| pair[0] == pair[1]));
    });
}

/// The status that a request gets, as it is sent.
fn status(preview: &Preview, request: &[u8]) -> Option<u16> {
    let mut stream = connect(preview, "");
    let _ = stream.write_all(request);
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).split(' ').nth(1)?.parse().ok()
}

#[test]
fn nonsense_gets_the_right_status_and_hurts_nobody() {
    let workspace = city();
    let preview = Preview::of(&workspace, &[]);
    let ask = |line: &str, more: &str| format!("{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{more}\r\n");
    let begun = Instant::now();
    for (request, expected) in [
        (ask(&format!("GET /{}", "a".repeat(60_000)), ""), 404),
        (ask(&format!("GET /{}", "a".repeat(100_000)), ""), 414),
        (ask("GET /", &format!("X: {}\r\n", "a".repeat(500_000))), 431),
        (ask("GET /", &"X: a\r\n".repeat(1000)), 431),
        (ask("GET /%00/..%2f%0d%0aX:1", ""), 404),
        (ask("GET /%ff%fe", ""), 400),
        (ask("GET /_status/?year=99999999&standing=%ff%00", ""), 200),
        (ask("GET /assets/style.css", "Range: bytes=99999999999999999999-\r\n"), 200),
        (ask("GET /", "Content-Length: -3\r\n"), 400),
        (ask("POST /", "Content-Length: 5000000\r\n"), 405),
        (ask("POST /", "Transfer-Encoding: chunked\r\n") + "zz\r\n", 405),
        (ask("TRACE /", ""), 405),
        ("GET /\r\n\r\n".to_owned(), 400),
        ("GET / HTTP/1.1\r\nConnection: close\r\n\r\n".to_owned(), 403),
        ("\u{16}\u{3}\u{1}\u{2}\0\u{1}".to_owned(), 400),
    ] {
        let shown: String = request.chars().take(60).collect();
        let got = status(&preview, request.as_bytes());
        // A client that half closes at once may be taken for gone.
        assert!(got.is_none_or(|got| got == expected), "{shown:?}: {got:?}");
    }
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    let base = ask("GET /jyj/2024/index.html", "Accept: */*\r\n").into_bytes();
    for number in 0..400_usize {
        let mut request = base.clone();
        let place = number * 7919 % request.len();
        request[place] = u8::try_from(number * 31 % 256).unwrap();
        if number % 3 == 0 {
            request.truncate(place);
        }
        assert_ne!(status(&preview, &request), Some(500));
    }
    assert_eq!(preview.get(PAGE).status, 200);
}
