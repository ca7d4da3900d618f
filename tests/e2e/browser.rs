//! Pages in a real browser.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use headless_chrome::protocol::cdp::Emulation;
use headless_chrome::{Browser as Chromium, LaunchOptions, Tab};
use serde_json::Value;

/// A running browser, closed when dropped.
pub(crate) struct Browser(Chromium);

/// An open page.
pub(crate) struct Page(Arc<Tab>);

impl Browser {
    pub(crate) fn start() -> Self {
        let arguments =
            ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];
        let options = LaunchOptions::default_builder()
            .path(Some(chromium()))
            .sandbox(false)
            .idle_browser_timeout(Duration::from_mins(5))
            .args(arguments.iter().map(OsStr::new).collect())
            .build()
            .unwrap();
        Self(Chromium::new(options).expect("the browser starts"))
    }

    /// The page in `file`, in a window `width` pixels wide.
    pub(crate) fn open(&self, file: &Path, width: u32) -> Page {
        self.visit(&format!("file://{}", file.display()), width)
    }

    /// The page at `address`, in a window `width` pixels wide.
    pub(crate) fn visit(&self, address: &str, width: u32) -> Page {
        let tab = self.0.new_tab().unwrap();
        tab.call_method(Emulation::SetDeviceMetricsOverride {
            width,
            height: 800,
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
        tab.navigate_to(address).unwrap();
        tab.wait_until_navigated().unwrap();
        Page(tab)
    }
}

impl Page {
    /// Shows the page as on a device that asks for dark pages.
    pub(crate) fn darken(&self) {
        let dark = Emulation::MediaFeature { name: "prefers-color-scheme".to_owned(), value: "dark".to_owned() };
        self.0.call_method(Emulation::SetEmulatedMedia { media: None, features: Some(vec![dark]) }).unwrap();
    }

    /// Puts the tab in front of all others.
    pub(crate) fn show(&self) {
        self.0.bring_to_front().unwrap();
    }

    /// Runs a script.
    pub(crate) fn run(&self, script: &str) {
        self.0.evaluate(script, false).unwrap();
    }

    /// The value that a promise comes to, if the page is not just being replaced.
    pub(crate) fn try_ask(&self, promise: &str) -> Option<Value> {
        self.0.evaluate(promise, true).ok()?.value
    }

    /// The value that a promise comes to.
    pub(crate) fn ask(&self, promise: &str) -> Value {
        self.0.evaluate(promise, true).unwrap().value.unwrap_or_default()
    }
}

/// The browser that `./just test` installs.
fn chromium() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join("chromium"))
        .find(|file| file.is_file())
        .expect("no chromium in PATH: run the tests with ./just test, which installs it")
}
