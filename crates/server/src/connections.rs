//! The connections of browsers: how many there are at most, and when one is closed that nobody uses.

mod activity;
mod patient;

use std::convert::Infallible;
use std::error::Error;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use hyper::body::{Body, Incoming};
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, Semaphore};
use tokio::time::sleep;

use activity::Activity;
use patient::Patient;

/// How many connections there are at most: a browser keeps six, and a system gives as few as 256 files to a program.
const MOST: usize = 96;

/// How long the head of a request may take, and how long a connection may rest between two requests.
const LONGEST_HEAD: Duration = Duration::from_secs(10);

/// How long we wait where the system gives no connection because it has no room for one.
const PAUSE: Duration = Duration::from_millis(100);

/// Has `service` answer whoever connects to `listener`, without end.
pub(crate) async fn accept<S, B>(listener: TcpListener, service: S) -> Infallible
where
    S: Service<Request<Incoming>, Response = Response<B>, Error = Infallible, Future: Send>,
    S: Clone + Send + Sync + 'static,
    B: Body<Data: Send, Error: Into<Box<dyn Error + Send + Sync>>> + Send + 'static,
{
    let places = Arc::new(Semaphore::new(MOST));
    let crowd = Arc::new(Notify::new());
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            sleep(PAUSE).await;
            continue;
        };
        if places.available_permits() == 0 {
            // Whoever has been idle for longest makes room.
            crowd.notify_one();
        }
        let place = Arc::clone(&places).acquire_owned().await;
        let (service, crowd) = (service.clone(), Arc::clone(&crowd));
        tokio::spawn(async move {
            talk(stream, service, &crowd).await;
            drop(place);
        });
    }
}

/// Answers on a connection until one side ends it, or until it is idle and `crowd` needs its place.
async fn talk<S, B>(stream: TcpStream, service: S, crowd: &Notify)
where
    S: Service<Request<Incoming>, Response = Response<B>, Error = Infallible, Future: Send> + Send + Sync,
    B: Body<Data: Send, Error: Into<Box<dyn Error + Send + Sync>>> + Send + 'static,
{
    let activity = Arc::new(Activity::default());
    let stream = TokioIo::new(Patient::new(stream, Arc::clone(&activity)));
    let counted = service_fn(|request| {
        activity.begins();
        let response = service.call(request);
        let activity = Arc::clone(&activity);
        async move {
            let response = response.await;
            activity.ends(response.as_ref().is_ok_and(is_endless));
            response
        }
    });
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(LONGEST_HEAD);
    let mut connection = pin!(builder.serve_connection(stream, counted));
    let mut asked_to_go = None;
    poll_fn(|context| {
        // How it ended is the client's business.
        if connection.as_mut().poll(context).is_ready() {
            return Poll::Ready(());
        }
        if !activity.is_idle() {
            asked_to_go = None;
            return Poll::Pending;
        }
        asked_to_go.get_or_insert_with(|| Box::pin(crowd.notified())).as_mut().poll(context)
    })
    .await;
}

/// Whether a response goes on for as long as somebody listens.
fn is_endless<B>(response: &Response<B>) -> bool {
    response
        .headers()
        .get(hyper::header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"))
}
