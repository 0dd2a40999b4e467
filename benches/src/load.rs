//! Readers in a hurry: every connection asks again as soon as it was answered.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use crate::report::{float, milliseconds};
use anyhow::{Context, Result, ensure};
use axum::http::{HeaderValue, Method, Request, Response, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::{
    body::{Bytes, Incoming},
    client::conn::http1::{SendRequest, handshake},
};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, task::JoinSet};

/// Connections that ask at the same time.
pub(crate) const CONNECTIONS: usize = 50;

/// What is asked, again and again.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) address: SocketAddr,
    pub(crate) path: String,
    /// Who asks: a session's cookie a connection, in turn; nobody when there is none.
    pub(crate) cookies: Vec<String>,
    /// The codings of the answer that are understood, as browsers say theirs.
    pub(crate) codings: &'static str,
}

/// What came back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answered {
    /// Whole answers a second, over all connections.
    pub(crate) per_second: f64,
    /// Milliseconds under which 99 answers of 100 came.
    pub(crate) p99: f64,
}

/// One answer, whole.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) content_type: HeaderValue,
    pub(crate) coding: Option<HeaderValue>,
    pub(crate) body: Bytes,
}

impl Asked {
    /// Somebody who is not signed in asks for a page.
    pub(crate) fn of(address: SocketAddr, path: &str) -> Self {
        Self { address, path: path.to_owned(), cookies: Vec::new(), codings: "gzip, br" }
    }

    fn request(&self, connection: usize) -> Result<Request<Full<Bytes>>> {
        let mut request = Request::builder()
            .method(Method::GET)
            .uri(&self.path)
            .header(header::HOST, self.address.to_string())
            .header(header::ACCEPT_ENCODING, self.codings);
        if !self.cookies.is_empty() {
            request = request.header(header::COOKIE, &self.cookies[connection % self.cookies.len()]);
        }
        Ok(request.body(Full::default())?)
    }

    /// The answer to one request.
    pub(crate) async fn once(&self) -> Result<Page> {
        let mut connection = connect(self.address).await?;
        let response = connection.send_request(self.request(0)?).await?;
        ensure!(response.status() == StatusCode::OK, "{} answered {}", self.path, response.status());
        let named = |name| response.headers().get(name).cloned();
        let (content_type, coding) = (named(header::CONTENT_TYPE), named(header::CONTENT_ENCODING));
        let body = response.into_body().collect().await?.to_bytes();
        Ok(Page { content_type: content_type.context("a page without a type")?, coding, body })
    }

    /// The answer to one request, as text.
    pub(crate) async fn text(&self) -> Result<String> {
        let page = Self { codings: "identity", ..self.clone() }.once().await?;
        Ok(String::from_utf8(page.body.to_vec())?)
    }

    /// How many bytes the answer to one request has.
    pub(crate) async fn length(&self) -> Result<u64> {
        let mut connection = connect(self.address).await?;
        drain(connection.send_request(self.request(0)?).await?).await
    }

    /// Every connection asks for as long as `time`.
    pub(crate) async fn for_as_long(&self, time: Duration) -> Result<Answered> {
        let end = Instant::now() + time;
        let mut readers = JoinSet::new();
        for number in 0..CONNECTIONS {
            let (address, request) = (self.address, self.request(number)?);
            readers.spawn(async move { read(connect(address).await?, request, end).await });
        }
        let mut waits = Vec::new();
        while let Some(reader) = readers.join_next().await {
            waits.extend(reader??);
        }
        Ok(Answered::of(waits, time))
    }
}

impl Answered {
    fn of(mut waits: Vec<Duration>, time: Duration) -> Self {
        waits.sort_unstable();
        let p99 = waits.get(waits.len() * 99 / 100).copied().unwrap_or_default();
        Self { per_second: float(waits.len() as u64) / time.as_secs_f64(), p99: milliseconds(p99) }
    }
}

pub(crate) async fn connect(address: SocketAddr) -> Result<SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}

/// Asks the same until the end; how long each answer took.
async fn read(
    mut connection: SendRequest<Full<Bytes>>,
    request: Request<Full<Bytes>>,
    end: Instant,
) -> Result<Vec<Duration>> {
    let mut waits = Vec::new();
    loop {
        let asked = Instant::now();
        if asked >= end {
            return Ok(waits);
        }
        connection.ready().await?;
        drain(connection.send_request(request.clone()).await?).await?;
        waits.push(asked.elapsed());
    }
}

/// Reads an answer to its end without keeping it.
pub(crate) async fn drain(response: Response<Incoming>) -> Result<u64> {
    ensure!(
        !response.status().is_client_error() && !response.status().is_server_error(),
        "answered {}",
        response.status()
    );
    let mut body = response.into_body();
    let mut length = 0;
    while let Some(frame) = body.frame().await {
        length += frame?.data_ref().map_or(0, |data| data.len() as u64);
    }
    Ok(length)
}
