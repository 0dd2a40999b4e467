//! A small but real SMTP server (RFC 5321) that keeps what it is given.

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{ServerConfig, crypto::ring, pki_types::PrivatePkcs8KeyDer},
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
    /// The authority that signed its certificate, as PEM; empty when it speaks no TLS.
    pub authority: String,
    received: Arc<Mutex<Vec<Received>>>,
}

impl SmtpSink {
    /// Starts a server; it knows no mailbox whose name begins with `refused`.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn start() -> io::Result<Self> {
        Self::start_at(SocketAddr::from(([127, 0, 0, 1], 0))).await
    }

    /// The same, at an address that is known already.
    ///
    /// # Errors
    /// When the port is not free.
    pub async fn start_at(address: SocketAddr) -> io::Result<Self> {
        Self::serve(TcpListener::bind(address).await?, None, String::new())
    }

    /// Starts a server that takes mail over TLS only, which it offers with STARTTLS (RFC 3207), under
    /// a certificate made now.
    ///
    /// # Errors
    /// When no port is free, or no certificate can be made.
    pub async fn start_with_tls() -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).map_err(io::Error::other)?;
        let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|config| config.with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key.into()))
            .map_err(io::Error::other)?;
        Self::serve(listener, Some(TlsAcceptor::from(Arc::new(config))), made.cert.pem())
    }

    fn serve(listener: TcpListener, tls: Option<TlsAcceptor>, authority: String) -> io::Result<Self> {
        let address = listener.local_addr()?;
        let received = Arc::<Mutex<Vec<Received>>>::default();
        let kept = Arc::clone(&received);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(welcome(stream, tls.clone(), Arc::clone(&kept)));
            }
        });
        Ok(Self { address, authority, received })
    }

    /// Everything received since the last look.
    #[must_use]
    pub fn take(&self) -> Vec<Received> {
        std::mem::take(&mut *self.received.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// How a conversation ended.
enum End<S> {
    /// The client left.
    Left,
    /// The client asked for TLS on this connection.
    Tls(S),
}

/// Speaks with one client until it leaves, over TLS once it asks. A broken line is the client's to
/// notice.
async fn welcome(stream: TcpStream, tls: Option<TlsAcceptor>, kept: Arc<Mutex<Vec<Received>>>) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 sink.example ESMTP\r\n").await?;
    if let End::Tls(plain) = converse(stream, tls.is_some(), &kept).await?
        && let Some(tls) = tls
    {
        let secret = BufReader::new(tls.accept(plain.into_inner()).await?);
        converse(secret, false, &kept).await?;
    }
    Ok(())
}

/// Answers commands; while TLS is owed, nothing but STARTTLS.
async fn converse<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: BufReader<S>,
    owes_tls: bool,
    kept: &Mutex<Vec<Received>>,
) -> io::Result<End<BufReader<S>>> {
    let mut mail = Received::default();
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        let answer = match command(&line).as_str() {
            "EHLO" if owes_tls => "250-sink.example\r\n250 STARTTLS".to_owned(),
            "EHLO" => "250-sink.example\r\n250 8BITMIME".to_owned(),
            "HELO" | "NOOP" | "RSET" => "250 sink.example".to_owned(),
            "STARTTLS" if owes_tls => {
                stream.write_all(b"220 go on\r\n").await?;
                return Ok(End::Tls(stream));
            }
            "MAIL" | "RCPT" | "DATA" if owes_tls => "530 over TLS only".to_owned(),
            "MAIL" => {
                mail = Received { from: path(&line), ..Received::default() };
                "250 sender noted".to_owned()
            }
            // Servers repeat the address that they refuse.
            "RCPT" if path(&line).starts_with("refused") => format!("550 5.1.1 <{}>: no such mailbox", path(&line)),
            "RCPT" => {
                mail.to.push(path(&line));
                "250 recipient noted".to_owned()
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                mail.data = data(&mut stream).await?;
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(std::mem::take(&mut mail));
                "250 kept".to_owned()
            }
            "QUIT" => {
                stream.write_all(b"221 goodbye\r\n").await?;
                return Ok(End::Left);
            }
            _ => "502 unknown".to_owned(),
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        line.clear();
    }
    Ok(End::Left)
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
async fn data<S: AsyncRead + Unpin>(stream: &mut BufReader<S>) -> io::Result<String> {
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
