//! What a report costs to load: every byte uncompressed, without pictures and the search, which wait until they are wanted.

use nianbao_tests::serve;

use super::Site;
use crate::browser::Browser;

/// 60 KB. Servers that compress send about a quarter of it.
const LIMIT: u64 = 60_000;

#[test]
fn a_report_is_light_and_nothing_holds_it_up() {
    let browser = Browser::start();
    for (site, path) in [
        (Site::of(""), "tcj/2024/index.html"),
        (Site::suqian(), "government/2024/index.html"),
        (Site::of("tests/sites/everything"), "government/2024/index.html"),
        (Site::of("tests/sites/small-city"), "jyj/2024/index.html"),
    ] {
        let address = serve(&site.folder(), "/nb/");
        let page = browser.visit(&format!("{address}{path}"), 390);
        let loaded = page.list(
            "() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .filter(({ initiatorType, name }) => initiatorType !== 'img' && !name.startsWith('data:'))
                .map(({ encodedBodySize, name }) => `${encodedBodySize} ${new URL(name).pathname}`)",
        );
        let weight: u64 = loaded.iter().map(|line| line.split(' ').next().unwrap().parse::<u64>().unwrap()).sum();
        assert!(loaded.len() >= 4, "{loaded:?}");
        assert!(weight <= LIMIT, "{path} weighs {weight} bytes: {loaded:#?}");
        let blocking = page.list(
            "() => performance.getEntriesByType('resource')
                .filter(({ initiatorType, renderBlockingStatus }) => initiatorType === 'script' && renderBlockingStatus !== 'non-blocking')
                .map(({ name }) => name)",
        );
        assert_eq!(blocking, [""; 0], "{path} waits for scripts");
        assert_eq!(page.ask("Promise.resolve(document.fonts.size)"), 0, "{path} waits for fonts");
    }
}
