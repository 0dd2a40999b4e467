//! How mail leaves: over SMTP, or into a folder where one can read it.

use std::{
    future::Future,
    path::{Path, PathBuf},
    pin::Pin,
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, Result};
use fabrique_app::mail::{Mail, Mailer, NotSent};
use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, SinglePart,
        header::{Header, HeaderName, HeaderValue},
    },
};

use crate::{configuration, instance::Instance};

/// How long a server of mail may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

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
            configuration::Mail::Smtp { url } => over_smtp(url)?,
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
                anyhow::ensure!(transport.test_connection().await?, "the server does not answer");
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

fn over_smtp(url: &str) -> Result<Way> {
    let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
        .context("mail.server cannot be understood: write smtps://user:password@host")?;
    Ok(Way::Smtp(transport.timeout(Some(PATIENCE)).build()))
}

fn to_folder(path: &Path) -> Result<Way> {
    std::fs::create_dir_all(path).with_context(|| format!("{} cannot be made", path.display()))?;
    Ok(Way::Folder { path: path.to_owned(), transport: AsyncFileTransport::new(path) })
}

impl Mailer for Postman {
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>> {
        Box::pin(async move { self.deliver(mail).await.map_err(|error| NotSent(format!("{error:#}"))) })
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
mod tests {
    use fabrique_testkit::SmtpSink;

    use super::*;

    fn postman(folder: &Path) -> Postman {
        Postman { sender: "Fabrique <fabrique@example.org>".parse().unwrap(), way: to_folder(folder).unwrap() }
    }

    fn mail(to: &str) -> Mail {
        Mail {
            to: to.to_owned(),
            subject: "La consultation est ouverte".to_owned(),
            text: "Bonjour,\n\nElle dure jusqu’au 30 novembre.".to_owned(),
            unsubscribe: Some("https://example.org/unsubscribe/x".to_owned()),
        }
    }

    #[tokio::test]
    async fn mail_is_written_into_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        postman(folder.path()).send(&mail("camille@example.org")).await.unwrap();
        let file = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
        let text = std::fs::read_to_string(file).unwrap();
        for line in ["To: camille@example.org", "List-Unsubscribe: <https://example.org/unsubscribe/x>"] {
            assert!(text.contains(line), "{text}");
        }
        assert!(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{text}");
    }

    fn over(sink: &SmtpSink) -> Postman {
        let way = over_smtp(&format!("smtp://{}", sink.address)).unwrap();
        Postman { sender: "Fabrique <fabrique@example.org>".parse().unwrap(), way }
    }

    #[tokio::test]
    async fn mail_leaves_over_smtp_with_what_mail_readers_expect() {
        let sink = SmtpSink::start().await.unwrap();
        over(&sink).send(&mail("camille@example.org")).await.unwrap();
        let received = sink.take().remove(0);
        assert_eq!((received.from.as_str(), received.to), ("fabrique@example.org", vec!["camille@example.org".into()]));
        for header in ["Date: ", "Message-ID: <", "List-Unsubscribe: <https://", "List-Unsubscribe-Post: List-"] {
            assert!(received.data.lines().any(|line| line.starts_with(header)), "{header} in {}", received.data);
        }
    }

    #[tokio::test]
    async fn a_mailbox_that_the_server_does_not_know_is_told_to_the_log() {
        let sink = SmtpSink::start().await.unwrap();
        let refused = over(&sink).send(&mail("refused@example.org")).await.unwrap_err();
        assert!(refused.to_string().contains("no such mailbox"), "{refused}");
        over(&sink).send(&mail("camille@example.org")).await.unwrap();
        assert_eq!(sink.take().len(), 1, "the next mail leaves all the same");
    }

    #[tokio::test]
    async fn a_server_that_is_away_is_told_to_the_log() {
        let free = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        let way = over_smtp(&format!("smtp://127.0.0.1:{free}")).unwrap();
        let postman = Postman { sender: "fabrique@example.org".parse().unwrap(), way };
        assert!(postman.send(&mail("camille@example.org")).await.is_err());
    }

    #[tokio::test]
    async fn an_address_that_is_none_is_refused_and_not_fatal() {
        let folder = tempfile::tempdir().unwrap();
        let refused = postman(folder.path()).send(&mail("not an address")).await.unwrap_err();
        assert!(refused.to_string().starts_with("the mail did not leave"), "{refused}");
    }
}
