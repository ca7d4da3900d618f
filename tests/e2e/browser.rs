//! Pages in a real browser.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use headless_chrome::browser::tab::ModifierKey;
use headless_chrome::protocol::cdp::Emulation;
use headless_chrome::protocol::cdp::Page::CaptureScreenshotFormatOption;
use headless_chrome::protocol::cdp::types::{Event, Method};
use headless_chrome::types::PrintToPdfOptions;
use headless_chrome::{Browser as Chromium, LaunchOptions, Tab};
use nianbao_tests::fonts_conf;
use serde::Serialize;
use serde_json::Value;

/// A running browser, closed when dropped.
pub(crate) struct Browser(Chromium);

/// An open page.
pub(crate) struct Page {
    tab: Arc<Tab>,
    complaints: Arc<Mutex<Vec<String>>>,
}

impl Browser {
    pub(crate) fn start() -> Self {
        Self::start_with(None)
    }

    /// A browser that knows the fonts of `./just` beside the machine's own.
    pub(crate) fn with_fonts() -> Self {
        Self::start_with(Some([("FONTCONFIG_FILE".to_owned(), fonts_conf().display().to_string())].into()))
    }

    fn start_with(environment: Option<HashMap<String, String>>) -> Self {
        let arguments = [
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-gpu",
            "--disable-quic",
            "--disable-sync",
        ];
        let options = LaunchOptions::default_builder()
            .path(Some(chromium()))
            .sandbox(false)
            .idle_browser_timeout(Duration::from_mins(5))
            .process_envs(environment)
            .args(arguments.iter().map(OsStr::new).collect())
            .build()
            .unwrap();
        Self(Chromium::new(options).expect("the browser starts"))
    }

    /// Opens a tab that always has something to say. While the library waits for a message, up to a tenth of a second, nothing can be
    /// sent (its issue 446): a thousand keys and questions would each wait that long.
    pub(crate) fn keep_talking(&self) {
        let tab = self.0.new_tab().unwrap();
        tab.enable_runtime().unwrap();
        tab.evaluate("setInterval(() => console.debug(''), 3)", false).unwrap();
    }

    /// The page in `file`, in a window `width` pixels wide.
    pub(crate) fn open(&self, file: &Path, width: u32) -> Page {
        self.visit(&format!("file://{}", file.display()), width)
    }

    /// The page at `address`, in a window `width` pixels wide.
    pub(crate) fn visit(&self, address: &str, width: u32) -> Page {
        let page = Page { tab: self.0.new_tab().unwrap(), complaints: Arc::default() };
        page.listen();
        page.resize(width, 800);
        page.tab.navigate_to(address).unwrap();
        page.tab.wait_until_navigated().unwrap();
        page
    }
}

impl Page {
    /// Gives the page a window of this size.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.tab
            .call_method(Emulation::SetDeviceMetricsOverride {
                width,
                height,
                device_scale_factor: 1.0,
                mobile: width < 600,
                scale: None,
                screen_width: None,
                screen_height: None,
                position_x: None,
                position_y: None,
                dont_set_visible_size: None,
                screen_orientation: None,
                viewport: None,
                display_feature: None,
                device_posture: None,
            })
            .unwrap();
    }

    /// Shows the page as on a device that asks for dark pages.
    pub(crate) fn darken(&self) {
        self.prefer("prefers-color-scheme", "dark");
    }

    /// Shows the page as to a reader whose device asks for something of its own.
    pub(crate) fn prefer(&self, name: &str, value: &str) {
        let feature = Emulation::MediaFeature { name: name.to_owned(), value: value.to_owned() };
        self.tab.call_method(Emulation::SetEmulatedMedia { media: None, features: Some(vec![feature]) }).unwrap();
    }

    /// Prints the page on the paper that it asks for, as PDF.
    pub(crate) fn print(&self) -> Vec<u8> {
        let options = PrintToPdfOptions { prefer_css_page_size: Some(true), ..PrintToPdfOptions::default() };
        self.tab.print_to_pdf(Some(options)).unwrap()
    }

    /// What the window shows, as PNG.
    pub(crate) fn screenshot(&self) -> Vec<u8> {
        self.tab.capture_screenshot(CaptureScreenshotFormatOption::Png, None, None, true).unwrap()
    }

    /// Presses a key.
    pub(crate) fn press(&self, key: &str) {
        self.tab.press_key(key).unwrap();
    }

    /// Presses a key while others are held.
    pub(crate) fn press_with(&self, held: &[ModifierKey], key: &str) {
        self.tab.press_key_with_modifiers(key, Some(held)).unwrap();
    }

    /// Types a text where the cursor is.
    pub(crate) fn type_text(&self, text: &str) {
        self.tab.call_method(InsertText { text }).unwrap();
    }

    /// Pastes at the cursor what another program put on the clipboard: a text, and the same as HTML.
    pub(crate) fn paste(&self, text: &str, html: &str) {
        let script = format!(
            "(() => {{ const data = new DataTransfer();
                data.setData('text/plain', {});
                if ({html}) data.setData('text/html', {html});
                document.activeElement.dispatchEvent(
                    new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}));
            }})()",
            Value::from(text),
            html = Value::from(html),
        );
        self.run(&script);
    }

    /// Closes the tab, whatever the page may ask.
    pub(crate) fn close(self) {
        self.tab.close_target().unwrap();
    }

    /// Has the browser carry out a command of its menu, `paste`, where the cursor is.
    pub(crate) fn carry_out(&self, command: &str) {
        self.tab.call_method(KeyCommand { r#type: "keyDown", key: "Insert", commands: [command] }).unwrap();
    }

    /// Tells the page that its tab is behind others, or in front again: this browser has no windows that could cover one another.
    pub(crate) fn cover(&self, is_covered: bool) {
        let state = if is_covered { "hidden" } else { "visible" };
        self.run(&format!(
            "Object.defineProperty(document, 'hidden', {{ configurable: true, value: {is_covered} }});
            Object.defineProperty(document, 'visibilityState', {{ configurable: true, value: '{state}' }});
            document.dispatchEvent(new Event('visibilitychange'))"
        ));
    }

    /// Puts the tab in front of all others.
    pub(crate) fn show(&self) {
        self.tab.bring_to_front().unwrap();
    }

    /// Runs a script.
    pub(crate) fn run(&self, script: &str) {
        self.tab.evaluate(script, false).unwrap();
    }

    /// The value that a promise comes to, if the page is not just being replaced.
    pub(crate) fn try_ask(&self, promise: &str) -> Option<Value> {
        self.tab.evaluate(promise, true).ok()?.value
    }

    /// The value that a promise comes to.
    pub(crate) fn ask(&self, promise: &str) -> Value {
        self.tab.evaluate(promise, true).unwrap().value.unwrap_or_default()
    }

    /// The lines that a script which is a function of the page returns.
    pub(crate) fn list(&self, function: &str) -> Vec<String> {
        let lines = self.ask(&format!("Promise.resolve(({function})()).then(lines => lines.join('\\n'))"));
        lines.as_str().unwrap_or_default().lines().map(str::to_owned).collect()
    }

    /// What the browser has told its console so far: files that are missing, broken scripts, what a policy forbids.
    pub(crate) fn complaints(&self) -> Vec<String> {
        self.complaints.lock().unwrap().clone()
    }

    /// What the browser tells screen readers, as it says it.
    pub(crate) fn accessibility_tree(&self) -> Value {
        self.tab.call_method(FullTree {}).unwrap()
    }

    fn listen(&self) {
        let heard = Arc::clone(&self.complaints);
        let note = move |event: &Event| match event {
            Event::LogEntryAdded(entry) => heard.lock().unwrap().push(entry.params.entry.text.clone()),
            Event::RuntimeExceptionThrown(thrown) => {
                heard.lock().unwrap().push(format!("{:?}", thrown.params.exception_details));
            }
            _ => {}
        };
        self.tab.enable_log().unwrap();
        self.tab.enable_runtime().unwrap();
        self.tab.add_event_listener(Arc::new(note)).unwrap();
    }
}

/// The whole tree as plain JSON: browsers add properties faster than a typed protocol learns them.
#[derive(Debug, Serialize)]
struct FullTree {}

impl Method for FullTree {
    const NAME: &'static str = "Accessibility.getFullAXTree";
    type ReturnObject = Value;
}

/// A key that stands for a command of the browser's menu.
#[derive(Debug, Serialize)]
struct KeyCommand<'a> {
    r#type: &'static str,
    key: &'static str,
    commands: [&'a str; 1],
}

impl Method for KeyCommand<'_> {
    const NAME: &'static str = "Input.dispatchKeyEvent";
    type ReturnObject = Value;
}

/// A text that a keyboard or an input method puts in.
#[derive(Debug, Serialize)]
struct InsertText<'a> {
    text: &'a str,
}

impl Method for InsertText<'_> {
    const NAME: &'static str = "Input.insertText";
    type ReturnObject = Value;
}

/// The browser that `./just test` installs: Chromium without its windows and menus, which starts in half the time.
fn chromium() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join("chromium-headless-shell"))
        .find(|file| file.is_file())
        .expect("no chromium-headless-shell in PATH: run the tests with ./just test, which installs it")
}
