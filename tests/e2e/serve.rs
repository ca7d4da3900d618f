//! The preview: what it answers, and what happens when somebody saves a file.

use std::fs;
use std::net::TcpListener;
use std::time::{Duration, Instant};

use nianbao_tests::{Preview, Workspace, nianbao, pdf_text};

const REPORT: &str = "content/agencies/tcj/2024/report.yaml";
const NARRATIVE: &str = "content/agencies/tcj/2024/narrative.md";

/// How long nothing may happen before we believe that nothing happens.
const A_WHILE: Duration = Duration::from_millis(800);

#[test]
fn every_file_of_the_site_is_there_and_nothing_is_written() {
    let workspace = Workspace::real();
    let preview = Preview::of(&workspace, &[]);
    let built = Workspace::real();
    assert!(nianbao(built.path(), ["build"]).status().unwrap().success());
    for (path, bytes) in nianbao_tests::read_tree(&built.path().join("dist/site")) {
        let reply = preview.get(&format!("/{path}"));
        assert_eq!(reply.status, 200, "{path}");
        if path.ends_with(".html") {
            assert!(reply.text().contains("/_preview/preview.js"), "{path}");
        } else if !path.ends_with(".xlsx") {
            assert!(reply.body == bytes, "{path} is not what a build writes");
        }
    }
    assert!(!workspace.path().join("dist").exists());
}

#[test]
fn addresses_are_taken_as_people_type_them() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    workspace.write("content/agencies/jia/2024/附 图.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let narrative = workspace.read("content/agencies/jia/2024/narrative.md");
    workspace.write("content/agencies/jia/2024/narrative.md", format!("{narrative}\n![办理流程示意图](附 图.svg)\n"));
    workspace.replace("content/agencies/jia/2024/narrative.md", "(附 图.svg)", "(<附 图.svg>)");
    let preview = Preview::of(&workspace, &[]);
    for (path, status, part) in [
        ("/", 200, "甲市"),
        ("/jia/2024/", 200, "2024年"),
        ("/yi/jtj/2024/index.html?a=b", 200, "2024年"),
        ("/jia/2024/%E9%99%84%20%E5%9B%BE.svg", 200, "<svg"),
        ("/jia/2024/附%20图.svg", 200, "<svg"),
        ("/jia/2030/", 404, "/jia/index.html"),
        ("/jai/", 404, "/jia/index.html"),
        ("/%E5%B8%82%E7%94%B2%E5%B1%80", 404, "/jia/2024/index.html"),
        ("/%FF", 400, "不能识别"),
        ("/_preview/nothing.js", 404, "没有"),
        ("/yi/jtj/2024/", 200, "这份报告没有发现问题"),
        ("/_status/nothing", 404, "没有这个网页"),
    ] {
        let reply = preview.get(path);
        assert_eq!(reply.status, status, "{path}: {}", reply.text());
        assert!(reply.text().contains(part), "{path}: no {part} in {}", reply.text());
    }
    let moved = preview.get("/jia/2024");
    assert!(moved.status == 307 && moved.head.contains("location: /jia/2024/\r\n"), "{}", moved.head);
}

#[test]
fn what_the_pages_of_the_preview_need_is_there() {
    let workspace = Workspace::real();
    let preview = Preview::of(&workspace, &[]);
    for page in ["/tcj/2024/", "/_status/", "/nothing/"] {
        let text = preview.get(page).text();
        let needed: Vec<&str> = text.split("=\"/_preview/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(needed.contains(&"preview.css") && needed.contains(&"preview.js"), "{page}: {needed:?}");
        for file in needed {
            assert_eq!(preview.get(&format!("/_preview/{file}")).status, 200, "{page} needs {file}");
        }
    }
}

#[test]
fn a_head_request_gets_the_head_alone() {
    let workspace = Workspace::real();
    let preview = Preview::of(&workspace, &[]);
    let [head, whole] = ["HEAD", "GET"].map(|method| preview.ask(method, "/tcj/2024/index.html", &preview.host));
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert!(head.head.contains(&format!("content-length: {}\r\n", whole.body.len())), "{}", head.head);
}

#[test]
fn nothing_outside_the_site_can_be_read() {
    let workspace = Workspace::real();
    workspace.write("secret.txt", "机密");
    let preview = Preview::of(&workspace, &[]);
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/tcj/2024/../../../secret.txt",
        "/pagefind/../../secret.txt",
        "/_preview/../../secret.txt",
        "/_preview/%2e%2e/html/base.html",
        "//etc/passwd",
        "/content/site.yaml",
        "/secret.txt",
    ] {
        let reply = preview.get(path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(!reply.text().contains("机密") && !reply.text().contains("root:"), "{path}");
    }
}

#[test]
fn only_whoever_means_us_is_answered_and_only_reading() {
    let workspace = Workspace::real();
    let preview = Preview::of(&workspace, &[]);
    let port = preview.host.rsplit(':').next().unwrap();
    for host in [format!("localhost:{port}"), format!("[::1]:{port}"), format!("127.0.0.1:{port}")] {
        assert_eq!(preview.ask("GET", "/", &host).status, 200, "{host}");
    }
    for host in [format!("evil.example:{port}"), "127.0.0.1.evil.example".to_owned(), String::new()] {
        for path in ["/", "/_preview/events", "/_status/"] {
            let reply = preview.ask("GET", path, &host);
            assert_eq!(reply.status, 403, "{host}{path}");
            assert!(!reply.text().contains("投资促进局"));
        }
    }
    for method in ["POST", "PUT", "DELETE"] {
        assert_eq!(preview.ask(method, "/", &preview.host).status, 405, "{method}");
    }
    assert!(preview.get("/").head.contains("content-security-policy: frame-ancestors 'self'"));
    let head = preview.get("/tcj/2024/report.json").head;
    for header in
        ["cross-origin-resource-policy: same-origin", "content-security-policy: default-src 'self'", "no-store"]
    {
        assert!(head.contains(header), "{head}");
    }
}

#[test]
fn what_is_saved_is_seen_with_what_is_wrong_in_it() {
    let workspace = Workspace::real();
    let preview = Preview::of(&workspace, &[]);
    let mut events = preview.events();
    let first = events.next_version();
    assert!(preview.page("/tcj/2024/").contains(&format!("data-version=\"{first}\"")));
    assert!(preview.page("/tcj/2024/").contains("这份报告是已公开的记录，问题只记录，不拦截"));

    workspace.replace(REPORT, "状态: 已公开", "状态: 拟公开");
    workspace.replace(REPORT, "行政许可: 0", "行政许可: <b>三</b>件");
    let second = events.next_version();
    assert_ne!(first, second);
    let page = preview.page("/tcj/2024/");
    for part in [
        &format!("data-version=\"{second}\""),
        "<details class=\"panel\" open>\n<summary>这份报告：<span class=\"count error\">错误 2</span>",
        "aria-label=\"V001的说明\">V001</a>",
        "<span class=\"file\">content/<wbr>agencies/<wbr>tcj/<wbr>2024/<wbr>report.yaml:",
        "<mark>&lt;b&gt;三&lt;/b&gt;件</mark>",
        "怎样改：",
    ] {
        assert!(page.contains(part), "no {part} in {page}");
    }
    assert!(!page.contains("<b>三</b>"), "{page}");
    let home = preview.page("/");
    assert!(
        home.contains("全部：<span class=\"count error\">错误 2</span>") && !home.contains("class=\"findings\""),
        "{home}"
    );
    assert!(preview.page("/tcj/").contains("这个机关：<span class=\"count error\">错误 2</span>"));
}

#[test]
fn a_burst_of_saves_is_told_in_few_words_and_none_where_nothing_changed() {
    let workspace = Workspace::real();
    let preview = Preview::of(&workspace, &[]);
    let mut events = preview.events();
    events.next_version();
    let text = workspace.read(NARRATIVE);
    for saved in 0..40 {
        workspace.write(NARRATIVE, format!("{text}\n第{saved}次保存。\n"));
        std::thread::sleep(Duration::from_millis(5));
    }
    events.next_version();
    // No second time, but on a busy machine the burst itself may falter.
    let again = std::iter::from_fn(|| events.wait(A_WHILE)).count();
    assert!(again < 10, "40 saves are told {} times", again + 1);
    assert!(preview.page("/tcj/2024/").contains("第39次保存"));
    workspace.write(NARRATIVE, workspace.read(NARRATIVE));
    workspace.write("content/agencies/tcj/2024/.report.yaml.swp", "an editor's own file");
    workspace.write("dist/site/index.html", "somebody else's");
    assert_eq!(events.wait(A_WHILE), None);
}

#[test]
fn whatever_happens_to_the_files_it_goes_on() {
    let workspace = Workspace::real();
    let content = workspace.path().join("content");
    let preview = Preview::of(&workspace, &[]);
    let mut events = preview.events();
    events.next_version();
    let whole = workspace.read(REPORT);

    // Half saved, and no YAML at all.
    workspace.write(REPORT, &whole.as_bytes()[..whole.len() / 3]);
    events.next_version();
    workspace.write(REPORT, "年度：[\n\t\u{0}");
    events.next_version();
    let broken = preview.get("/tcj/2024/");
    assert!(broken.text().contains("report.yaml"), "{}", broken.text());

    // A folder, then all of it.
    fs::remove_dir_all(content.join("agencies/tcj/2024")).unwrap();
    events.next_version();
    assert_eq!(preview.get("/tcj/2024/").status, 404);
    fs::rename(&content, workspace.path().join("away")).unwrap();
    events.next_version();
    let gone = preview.get("/tcj/2024/");
    assert!(gone.status == 500 && gone.text().contains("content 文件夹"), "{}", gone.text());
    assert_eq!(preview.get("/_status/").status, 500);
    assert_eq!(preview.get("/_preview/preview.js").status, 200);

    // And back; what is saved in it then is seen, too.
    fs::rename(workspace.path().join("away"), &content).unwrap();
    workspace.write(REPORT, &whole);
    workspace.write(NARRATIVE, "# 总体情况\n\n好。\n");
    wait_for(|| preview.get("/tcj/2024/").text().contains("好。"));
    workspace.write(NARRATIVE, "# 总体情况\n\n更好。\n");
    wait_for(|| preview.get("/tcj/2024/").text().contains("更好。"));
}

fn wait_for(happened: impl Fn() -> bool) {
    let begun = Instant::now();
    while !happened() {
        assert!(begun.elapsed() < Duration::from_mins(1), "it does not happen");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_report_that_cannot_be_read_shows_why() {
    let workspace = Workspace::real();
    workspace.replace(REPORT, "年度: 2024", "年度：2024");
    let preview = Preview::of(&workspace, &[]);
    let page = preview.get("/tcj/2024/").text();
    for part in ["S021", "report.yaml:9:3", "年度<mark>：</mark>2024", "年度<del>：</del><ins>: </ins>2024"] {
        assert!(page.contains(part), "no {part} in {page}");
    }
}

#[test]
fn a_page_stays_as_it_was_while_its_file_is_broken() {
    let workspace = Workspace::real();
    let preview = Preview::of(&workspace, &["--editor", "vscode"]);
    let whole = preview.page("/tcj/2024/");
    assert!(!whole.contains("改坏以前"));
    let mut events = preview.events();
    events.next_version();
    workspace.replace(REPORT, "年度: 2024", "年度：2024");
    events.next_version();
    let broken = preview.get("/tcj/2024/");
    assert_eq!(broken.status, 500);
    let broken = broken.text();
    let folder = workspace.path().display().to_string();
    let editor = format!("href=\"vscode://file{folder}/content/agencies/tcj/2024/report.yaml:9:3\"");
    for part in ["改坏以前", "S021", "总体情况", &editor] {
        assert!(broken.contains(part), "no {part} in {broken}");
    }
    workspace.replace(REPORT, "年度：2024", "年度: 2024");
    events.next_version();
    assert!(!preview.page("/tcj/2024/").contains("改坏以前"));
}

#[test]
fn tables_without_a_text_that_can_be_read_are_no_report() {
    let workspace = Workspace::real();
    workspace.write(NARRATIVE, "# 总体情况\u{0}");
    let preview = Preview::of(&workspace, &[]);
    for path in ["/tcj/2024/", "/tcj/2024/report.pdf"] {
        let reply = preview.get(path);
        assert_eq!(reply.status, 500, "{path}");
        for part in ["这一页暂时显示不了", "S002", "narrative.md"] {
            assert!(reply.text().contains(part), "{path}: no {part} in {}", reply.text());
        }
    }
}

#[test]
fn a_draft_says_that_it_is_one_and_what_is_to_be_looked_up() {
    let workspace = Workspace::real();
    workspace.replace(REPORT, "状态: 已公开", "状态: 起草");
    workspace.replace(REPORT, "行政许可: 0", "行政许可: 待核对");
    let preview = Preview::of(&workspace, &[]);
    assert!(preview.page("/tcj/2024/").contains(">待核对</td>"));
    workspace.write("draft.pdf", &preview.get("/tcj/2024/report.pdf").body);
    let printed = pdf_text(&workspace.path().join("draft.pdf"));
    assert!(printed.contains("草稿") && printed.contains("待核对"), "{printed}");
}

/// Only printing finds out which characters no font has.
#[test]
fn a_pdf_that_cannot_be_printed_shows_why() {
    let workspace = Workspace::real();
    let preview = Preview::of(&workspace, &[]);
    assert!(preview.get("/tcj/2024/report.pdf").body.starts_with(b"%PDF-"));
    let mut events = preview.events();
    events.next_version();
    workspace.replace(NARRATIVE, "信息公开", "信息\u{10fff0}公开");
    events.next_version();
    let reply = preview.get("/tcj/2024/report.pdf");
    assert_eq!(reply.status, 500);
    assert!(reply.text().contains("的说明\">U00"), "{}", reply.text());
}

#[test]
fn a_broken_template_is_shown_at_its_place_until_it_is_mended() {
    let workspace = Workspace::real();
    workspace.write("templates/html/report.html", "<p>年报{{ title | <b>upp }}</p>");
    let preview = Preview::of(&workspace, &[]);
    let mut events = preview.events();
    events.next_version();
    let page = preview.get("/tcj/2024/");
    assert_eq!(page.status, 500);
    for part in
        ["这一页暂时显示不了", "templates/<wbr>html/<wbr>report.html:1:", "年报{{ title | <mark>", "upp }}&lt;/p&gt;"]
    {
        assert!(page.text().contains(part), "no {part} in {}", page.text());
    }
    assert!(!page.text().contains("<b>upp"), "{}", page.text());
    assert!(preview.page("/_status/").contains("温州市投资促进局"));
    workspace.write("templates/html/report.html", "<p>自己的{{ title }}");
    events.next_version();
    let page = preview.page("/tcj/2024/");
    assert!(page.starts_with("<p>自己的温州市投资促进局") && page.contains("class=\"preview\""), "{page}");
}

#[test]
fn a_part_can_be_previewed_while_the_status_is_of_all() {
    let workspace = Workspace::copy_of("tests/data/city");
    let preview = Preview::of(&workspace, &["--only", "jyj", "--year", "2024"]);
    assert_eq!(preview.get("/jyj/2024/").status, 200);
    assert_eq!(preview.get("/jyj/2023/").status, 404);
    assert_eq!(preview.get("/czj/2024/").status, 404);
    assert!(preview.page("/_status/").contains("海州市财政局"));
    let refused = nianbao(workspace.path(), ["serve", "--only", "没有"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn a_port_that_is_taken_is_told() {
    let workspace = Workspace::real();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let refused = nianbao(workspace.path(), ["serve", "--port", &port]).output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
    let told = String::from_utf8(refused.stderr).unwrap();
    assert!(told.contains(&format!("端口 {port} 已经被别的程序占用")), "{told}");
    let refused = nianbao(workspace.path(), ["serve", "--host", "192.0.2.1", "--port", "0"]).output().unwrap();
    let told = String::from_utf8(refused.stderr).unwrap();
    assert!(told.contains("“192.0.2.1”不是这台电脑的地址"), "{told}");
}

#[test]
fn ctrl_c_ends_it_at_once() {
    let workspace = Workspace::real();
    let preview = Preview::of(&workspace, &[]);
    let mut events = preview.events();
    events.next_version();
    let begun = Instant::now();
    assert_eq!(preview.interrupt(), Some(0));
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    assert_eq!(events.wait(A_WHILE), None);
}

#[test]
fn what_it_tells_is_the_address() {
    let workspace = Workspace::real();
    let preview = Preview::of(&workspace, &[]);
    let told = preview.told.replace(&preview.host, "[地址]");
    snapbox::assert_data_eq!(told, snapbox::file!["snapshots/serve.txt"].raw());
}
