//! The baseline of pages: axum with one route that answers the same bytes, and nothing else, in a
//! process of its own like the platform.

use std::{net::SocketAddr, process::Stdio};

use anyhow::{Context, Result};
use axum::{
    Router,
    http::{HeaderMap, HeaderName, HeaderValue, header},
    routing::get,
};
use hyper::body::Bytes;
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::TcpListener,
    process::{Child, Command},
};

use crate::load::Page;

/// A bare server of a page, ended when dropped.
#[derive(Debug)]
pub(crate) struct Bare {
    address: SocketAddr,
    _process: Child,
    _folder: TempDir,
}

impl Bare {
    /// Starts a process that answers this page.
    pub(crate) async fn of(page: &Page) -> Result<Self> {
        let folder = TempDir::new()?;
        let body = folder.path().join("body");
        tokio::fs::write(&body, &page.body).await?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("bare").arg(&body).arg(page.content_type.to_str()?);
        if let Some(coding) = &page.coding {
            command.arg(coding.to_str()?);
        }
        let mut process = command.stdout(Stdio::piped()).kill_on_drop(true).spawn()?;
        let said = process.stdout.take().context("a bare server without output")?;
        let line = BufReader::new(said).lines().next_line().await?.context("the bare server ended")?;
        Ok(Self { address: line.parse()?, _process: process, _folder: folder })
    }

    /// Where it listens.
    pub(crate) const fn address(&self) -> SocketAddr {
        self.address
    }
}

/// The process itself: `bare FILE TYPE [CODING]`.
#[expect(clippy::print_stdout, reason = "the address is read by the process that started it")]
pub(crate) async fn serve(arguments: &[String]) -> Result<()> {
    let [file, content_type, coding @ ..] = arguments else { anyhow::bail!("bare FILE TYPE [CODING]") };
    let body = Bytes::from(tokio::fs::read(file).await?);
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_str(content_type)?);
    if let [coding] = coding {
        headers.insert(HeaderName::from_static("content-encoding"), HeaderValue::from_str(coding)?);
    }
    let site = Router::new().route("/", get(async move || (headers.clone(), body.clone())));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    Ok(axum::serve(listener, site).await?)
}
