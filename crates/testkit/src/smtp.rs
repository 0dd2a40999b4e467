//! A small but real SMTP server (RFC 5321) that keeps what it is given.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// A mail as it came over the wire.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// The sender of the envelope.
    pub from: String,
    /// The recipients of the envelope.
    pub to: Vec<String>,
    /// Headers and body, lines ended by `\n`, without the stuffed dots.
    pub data: String,
}

/// A server of mail on the loopback.
#[derive(Debug)]
pub struct SmtpSink {
    /// Where it listens.
    pub address: SocketAddr,
    received: Arc<Mutex<Vec<Received>>>,
}

impl SmtpSink {
    /// Starts a server; it knows no mailbox whose name begins with `refused`.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn start() -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let received = Arc::<Mutex<Vec<Received>>>::default();
        let kept = Arc::clone(&received);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&kept)));
            }
        });
        Ok(Self { address, received })
    }

    /// Everything received since the last look.
    #[must_use]
    pub fn take(&self) -> Vec<Received> {
        std::mem::take(&mut *self.received.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Speaks with one client until it leaves. A broken line is the client's to notice.
async fn serve(stream: TcpStream, kept: Arc<Mutex<Vec<Received>>>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 sink.example ESMTP\r\n").await?;
    let mut mail = Received::default();
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        let answer = match command(&line).as_str() {
            "EHLO" => "250-sink.example\r\n250 8BITMIME",
            "HELO" | "NOOP" | "RSET" => "250 sink.example",
            "MAIL" => {
                mail = Received { from: path(&line), ..Received::default() };
                "250 sender noted"
            }
            "RCPT" if path(&line).starts_with("refused") => "550 no such mailbox",
            "RCPT" => {
                mail.to.push(path(&line));
                "250 recipient noted"
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                mail.data = data(&mut stream).await?;
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(std::mem::take(&mut mail));
                "250 kept"
            }
            "QUIT" => return stream.write_all(b"221 goodbye\r\n").await,
            _ => "502 unknown",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        line.clear();
    }
    Ok(())
}

fn command(line: &str) -> String {
    line.split([' ', '\r', '\n']).next().unwrap_or_default().to_ascii_uppercase()
}

/// The address between the angle brackets of a command.
fn path(line: &str) -> String {
    let inside = line.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map(|(path, _)| path.to_owned()).unwrap_or_default()
}

/// Reads until the line that is a dot alone.
async fn data(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let (mut data, mut line) = (String::new(), String::new());
    while stream.read_line(&mut line).await? > 0 {
        let bare = line.trim_end_matches(['\r', '\n']);
        if bare == "." {
            break;
        }
        data.push_str(bare.strip_prefix('.').unwrap_or(bare));
        data.push('\n');
        line.clear();
    }
    Ok(data)
}
