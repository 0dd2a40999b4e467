//! Mail that really leaves: into files, and to a server that speaks SMTP.

use fabrique_app::{job::Worker, mail::enqueue};
use fabrique_domain::time::MINUTE;
use fabrique_storage::{job, transact};
use fabrique_testkit::{Engine, SmtpSink, TestStore};

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
    let way = over_smtp(&format!("smtp://{}", sink.address), None).unwrap();
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
    assert!(!refused.to_string().contains("example.org"), "the log learns no address: {refused}");
    over(&sink).send(&mail("camille@example.org")).await.unwrap();
    assert_eq!(sink.take().len(), 1, "the next mail leaves all the same");
}

#[tokio::test]
async fn a_server_that_is_away_is_told_to_the_log() {
    let free = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
    let way = over_smtp(&format!("smtp://127.0.0.1:{free}"), None).unwrap();
    let postman = Postman { sender: "fabrique@example.org".parse().unwrap(), way };
    assert!(postman.send(&mail("camille@example.org")).await.is_err());
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_and_not_fatal() {
    let folder = tempfile::tempdir().unwrap();
    let refused = postman(folder.path()).send(&mail("not an address")).await.unwrap_err();
    assert!(refused.to_string().starts_with("the mail did not leave"), "{refused}");
}

/// A postman who trusts `authority` and accepts nothing but TLS.
fn over_tls(sink: &SmtpSink, authority: Option<&str>) -> Postman {
    let url = format!("smtp://{}?tls=required", sink.address);
    let way = over_smtp(&url, authority.map(str::as_bytes)).unwrap();
    Postman { sender: "Fabrique <fabrique@example.org>".parse().unwrap(), way }
}

#[tokio::test]
async fn mail_leaves_over_tls_to_a_server_whose_authority_was_told() {
    let sink = SmtpSink::start_with_tls().await.unwrap();
    let postman = over_tls(&sink, Some(&sink.authority));
    assert_eq!(postman.check().await.unwrap(), "the server answers");
    postman.send(&mail("camille@example.org")).await.unwrap();
    assert_eq!(sink.take().remove(0).to, ["camille@example.org"]);
}

#[tokio::test]
async fn a_server_that_nobody_vouches_for_is_told_nothing() {
    let sink = SmtpSink::start_with_tls().await.unwrap();
    let other = SmtpSink::start_with_tls().await.unwrap();
    for authority in [None, Some(other.authority.as_str())] {
        let refused = over_tls(&sink, authority).send(&mail("camille@example.org")).await.unwrap_err();
        assert!(refused.to_string().contains("certificate"), "{refused}");
    }
    assert!(sink.take().is_empty());
}

#[tokio::test]
async fn where_tls_is_asked_for_mail_never_leaves_in_the_clear() {
    let sink = SmtpSink::start().await.unwrap();
    let refused = over_tls(&sink, None).send(&mail("camille@example.org")).await.unwrap_err();
    assert!(refused.to_string().contains("TLS"), "{refused}");
    assert!(sink.take().is_empty());
}

#[test]
fn the_host_of_a_server_is_what_its_certificate_must_name() {
    assert_eq!(host("smtps://user:p@ss:word@mail.example:465"), "mail.example");
    assert_eq!(host("smtp://mail.example?tls=required"), "mail.example");
    assert_eq!(host("smtp://127.0.0.1:25/"), "127.0.0.1");
}

#[tokio::test]
async fn an_authority_that_is_no_certificate_is_named() {
    let refused = over_smtp("smtps://mail.example", Some(b"nonsense")).unwrap_err();
    assert!(refused.to_string().contains("mail.authority"), "{refused}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mail_waits_while_the_server_is_down_and_leaves_once_when_it_is_back() {
    let store = TestStore::fresh(Engine::Sqlite).await;
    let platform = Arc::new(store.platform());
    let address = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    let way = over_smtp(&format!("smtp://{address}"), None).unwrap();
    let mailer = Arc::new(Postman { sender: "fabrique@example.org".parse().unwrap(), way });
    let worker = Worker { platform: Arc::clone(&platform), mailer };
    transact!(store.store, |tx| enqueue(&platform, tx, &mail("refused@example.org")).await).unwrap();
    transact!(store.store, |tx| enqueue(&platform, tx, &mail("camille@example.org")).await).unwrap();
    assert_eq!(worker.run_due().await.unwrap(), 2, "both were tried");
    assert_eq!(worker.run_due().await.unwrap(), 0, "neither again at once");

    let back = SmtpSink::start_at(address).await.unwrap();
    for _ in 0..30 {
        store.clock.pass(60 * MINUTE);
        worker.run_due().await.unwrap();
    }
    let received = back.take();
    assert_eq!(received.len(), 1, "once, and the one that is refused holds nobody up: {received:?}");
    assert_eq!(received[0].to, ["camille@example.org"]);
    let counts = job::counts(&mut store.read().await.unwrap()).await.unwrap();
    let failed: i64 = counts.iter().filter(|count| count.state == "failed").map(|count| count.jobs).sum();
    assert_eq!(failed, 1, "what cannot leave is kept as failed, for the operator to see");
    store.finish().await;
}
