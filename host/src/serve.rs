//! Connections: taken up to a bound, given a time to say what they want, and let finish when the
//! host stops.

use crate::http::{Host, Peer, RUNNING, operator, router};
use crate::{limits, observe};
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};

/// How long what runs is let finish.
const PATIENCE: Duration = Duration::from_secs(30);

/// Serves until `stop` is ready; then takes nothing new and finishes what runs.
pub async fn serve(
    host: Arc<Host>,
    world: TcpListener,
    own: TcpListener,
    connections: usize,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let (say, stopped) = watch::channel(false);
    let operators =
        tokio::spawn(take(own, operator(Arc::clone(&host)), Arc::clone(&host), 64, stopped.clone()));
    let worlds =
        tokio::spawn(take(world, router(Arc::clone(&host)), Arc::clone(&host), connections, stopped));
    stop.await;
    host.is_ready.store(false, Ordering::Relaxed);
    let _ = say.send(true);
    let _ = worlds.await;
    let _ = operators.await;
    // A manifest whose reader went away is still settled.
    let _ = tokio::time::timeout(PATIENCE, host.running.acquire_many(RUNNING)).await;
    Ok(())
}

async fn take(
    on: TcpListener,
    router: Router,
    host: Arc<Host>,
    most: usize,
    mut stopped: watch::Receiver<bool>,
) {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(most));
    loop {
        let place = tokio::select! {
            place = Arc::clone(&places).acquire_owned() => place,
            _ = stopped.changed() => break,
        };
        let Ok(place) = place else { break };
        let (stream, from) = tokio::select! {
            taken = on.accept() => match taken {
                Ok(taken) => taken,
                Err(error) => {
                    observe::trouble(&format!("a connection could not be taken: {error}"));
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            _ = stopped.changed() => break,
        };
        host.figures.connection();
        let _ = stream.set_nodelay(true);
        let inside = TowerToHyperService::new(router.clone());
        let service = service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(Peer(from.ip()));
            inside.call(request)
        });
        let mut http = hyper::server::conn::http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(Duration::from_secs(limits::HEAD)).max_headers(64);
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            let _place = place;
            // A reader that breaks off is nothing to tell of.
            let _ = connection.await;
        });
    }
    drop(on);
    let _ = tokio::time::timeout(PATIENCE, graceful.shutdown()).await;
}
