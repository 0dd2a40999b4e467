//! How mail leaves: over SMTP, or into a folder where one can read it.

use std::{
    future::Future,
    path::{Path, PathBuf},
    pin::Pin,
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use fabrique_app::mail::{Mail, Mailer, NotSent};
use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, SinglePart,
        header::{Header, HeaderName, HeaderValue},
    },
    transport::smtp::client::{Certificate, Tls, TlsParameters},
};

use crate::{configuration, instance::Instance};

/// How long a server of mail may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a certificate begins. A file without one would be read as no certificate at all.
const PEM: &[u8] = b"-----BEGIN CERTIFICATE-----";

/// Mail that leaves through lettre.
#[derive(Debug)]
pub(crate) struct Postman {
    sender: Mailbox,
    way: Way,
}

#[derive(Debug)]
enum Way {
    Folder { path: PathBuf, transport: AsyncFileTransport<Tokio1Executor> },
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

impl Postman {
    /// The postman of an instance.
    pub(crate) fn of(instance: &Instance) -> Result<Arc<Self>> {
        let sender = &instance.configuration.site.sender;
        let sender = sender.parse().with_context(|| format!("site.sender cannot be “{sender}”: write an address"))?;
        let way = match &instance.configuration.mail {
            configuration::Mail::Folder(folder) => to_folder(&instance.home.join(folder))?,
            configuration::Mail::Smtp { url, authority } => {
                let authority = instance.file("mail.authority", authority.as_deref())?;
                over_smtp(url, authority.as_deref())?
            }
        };
        Ok(Arc::new(Self { sender, way }))
    }

    /// Whether mail could leave now; says how.
    pub(crate) async fn check(&self) -> Result<String> {
        match &self.way {
            Way::Folder { path, .. } => {
                let probe = path.join(".doctor");
                std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe))?;
                Ok(format!("written into {}", path.display()))
            }
            Way::Smtp(transport) => {
                ensure!(transport.test_connection().await?, "the server does not answer");
                Ok("the server answers".to_owned())
            }
        }
    }

    fn message(&self, mail: &Mail) -> Result<Message> {
        let mut builder =
            Message::builder().message_id(None).from(self.sender.clone()).to(mail.to.parse()?).subject(&mail.subject);
        if let Some(address) = &mail.unsubscribe {
            builder = builder.header(Unsubscribe(format!("<{address}>"))).header(OneClick);
        }
        Ok(builder.singlepart(SinglePart::plain(mail.text.clone()))?)
    }

    async fn deliver(&self, mail: &Mail) -> Result<()> {
        let message = self.message(mail)?;
        match &self.way {
            Way::Folder { transport, .. } => {
                transport.send(message).await?;
            }
            Way::Smtp(transport) => {
                transport.send(message).await?;
            }
        }
        Ok(())
    }
}

/// A way over SMTP; `authority` is a certificate (PEM) that the server's may be signed with, beside
/// those that everybody knows.
fn over_smtp(url: &str, authority: Option<&[u8]>) -> Result<Way> {
    let mut transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
        .context("mail.server cannot be understood: write smtps://user:password@host")?;
    if let Some(authority) = authority {
        let is_pem = authority.windows(PEM.len()).any(|line| line == PEM);
        ensure!(is_pem, "mail.authority holds no certificate: name a file in PEM");
        let certificate = Certificate::from_pem(authority).context("mail.authority cannot be read")?;
        let trust = TlsParameters::builder(host(url).to_owned()).add_root_certificate(certificate).build()?;
        let from_the_start = url.starts_with("smtps://");
        transport = transport.tls(if from_the_start { Tls::Wrapper(trust) } else { Tls::Required(trust) });
    }
    Ok(Way::Smtp(transport.timeout(Some(PATIENCE)).build()))
}

/// The name of the host in the address of a server.
fn host(url: &str) -> &str {
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    let authority = rest.split(['/', '?']).next().unwrap_or_default();
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    host.rsplit_once(':').map_or(host, |(host, _)| host)
}

/// What a server said, without the addresses that servers like to repeat: it goes to the log.
fn without_addresses(said: &str) -> String {
    let words = said.split(' ').map(|word| if word.contains('@') { "(address)" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

fn to_folder(path: &Path) -> Result<Way> {
    std::fs::create_dir_all(path).with_context(|| format!("{} cannot be made", path.display()))?;
    Ok(Way::Folder { path: path.to_owned(), transport: AsyncFileTransport::new(path) })
}

impl Mailer for Postman {
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>> {
        Box::pin(
            async move { self.deliver(mail).await.map_err(|error| NotSent(without_addresses(&format!("{error:#}")))) },
        )
    }
}

/// `List-Unsubscribe`, RFC 2369.
#[derive(Debug, Clone)]
struct Unsubscribe(String);

impl Header for Unsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }
    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// `List-Unsubscribe-Post`, RFC 8058: one request is enough.
#[derive(Debug, Clone)]
struct OneClick;

impl Header for OneClick {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

#[cfg(test)]
mod tests;
