//! Signals that end the program: Ctrl-C, SIGTERM, a terminal that was closed.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::Ending;

/// How long a command may take to end in order.
const GRACE: Duration = Duration::from_millis(500);

/// How a signal ends the program: at once, unless a command asked for time to end in order.
#[derive(Clone, Default)]
pub(crate) struct Interruption(Arc<Mutex<Option<Order>>>);

/// What a command does when it is to end, and how it ends then.
struct Order {
    end: Box<dyn FnOnce() + Send>,
    ending: Ending,
}

impl Interruption {
    /// Ends the program at the first signal from here on.
    pub(crate) fn listen() -> Self {
        let interruption = Self::default();
        let signalled = interruption.clone();
        // Where we cannot listen, the system ends the program by itself.
        let _ = ctrlc::set_handler(move || signalled.end());
        interruption
    }

    /// Has a signal call `end`, which brings the command to its end soon. If that takes too long, because the disk hangs or
    /// nobody reads what we write, the program ends with `ending` all the same.
    pub(crate) fn ends_with(&self, ending: Ending, end: impl FnOnce() + Send + 'static) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Order { end: Box::new(end), ending });
    }

    /// Nothing is torn wherever this happens: what is half done is in staging places, which the next run clears away.
    fn end(&self) {
        let order = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Order { end, ending }) = order else { std::process::exit(Ending::Interrupted as i32) };
        end();
        thread::sleep(GRACE);
        std::process::exit(ending as i32);
    }
}
