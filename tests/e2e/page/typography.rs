//! Text that is read in Chinese: the measure, the ends of paragraphs, headings broken by meaning.

use super::Site;
use crate::browser::Browser;

#[test]
fn lines_of_text_are_neither_long_nor_tight() {
    let site = Site::suqian();
    let browser = Browser::start();
    for width in [320, 390, 768, 1024, 1280, 1920] {
        let page = browser.open(&site.file("government/2024/index.html"), width);
        let measured = page.ask(
            "Promise.resolve((() => {
                const paragraph = document.querySelector('.text section > p');
                const { fontSize, lineHeight, textIndent } = getComputedStyle(paragraph);
                const size = parseFloat(fontSize);
                return [paragraph.clientWidth / size, parseFloat(lineHeight) / size, parseFloat(textIndent) / size].map(one => one.toFixed(2)).join(' ');
            })())",
        );
        let measured: Vec<f64> = measured.as_str().unwrap().split(' ').map(|number| number.parse().unwrap()).collect();
        let [characters, height, indent] = measured[..] else { panic!("{measured:?}") };
        let least = if width < 600 { 16.0 } else { 34.0 };
        assert!((least..=40.0).contains(&characters), "{characters} characters a line at {width} px");
        assert!((1.7..=2.0).contains(&height), "lines {height} times as high as characters at {width} px");
        assert!((indent - 2.0).abs() < 0.01, "an indent of {indent} at {width} px");
    }
}

/// A paragraph does not end in a line of one character and a full stop.
#[test]
fn no_character_is_left_alone_at_the_end_of_a_paragraph() {
    let browser = Browser::start();
    for (site, path) in [(Site::of(""), "tcj/2024/index.html"), (Site::suqian(), "government/2024/index.html")] {
        for width in [320, 360, 390, 412, 768, 1280] {
            let page = browser.open(&site.file(path), width);
            let alone = page.list(
                "() => [...document.querySelectorAll('.text section > p')].filter(paragraph => {
                    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
                    const bottoms = [];
                    for (let text; (text = walker.nextNode());) {
                        for (let at = 0; at < text.length; at++) {
                            const range = document.createRange();
                            range.setStart(text, at);
                            range.setEnd(text, at + 1);
                            bottoms.push(range.getBoundingClientRect().bottom);
                        }
                    }
                    return bottoms.length > 20 && bottoms.filter(bottom => Math.abs(bottom - bottoms.at(-1)) < 5).length < 3;
                }).map(paragraph => paragraph.textContent.slice(-12))",
            );
            assert_eq!(alone, [""; 0], "{path} at {width} px");
        }
    }
}

#[test]
fn headings_are_broken_between_words_only() {
    let browser = Browser::start();
    for (site, path) in [(Site::of(""), "tcj/2024/index.html"), (Site::suqian(), "government/2024/index.html")] {
        for width in [320, 360, 390, 768] {
            let page = browser.open(&site.file(path), width);
            let torn = page.list(
                "() => [...document.querySelectorAll('h1, .text h2')].flatMap(heading => {
                    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
                    const torn = [];
                    for (let text; (text = walker.nextNode());) {
                        const range = document.createRange();
                        range.selectNodeContents(text);
                        if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) torn.push(text.data);
                    }
                    return torn;
                })",
            );
            assert_eq!(torn, [""; 0], "{path} at {width} px");
        }
    }
}
