//! People at the level of use-cases: what holds whatever page, program or command asks.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod erasure;
mod roles;
mod sessions;
mod sign_in;
mod tokens;

use fabrique_app::{
    Error, Platform, Result,
    account::{
        Confirmation, SignInRequest, SignInRequested, SignedIn, confirm_by_link, request_sign_in, resolve_session,
    },
    mail::{self, Mail},
};
use fabrique_domain::{
    Language,
    account::{Actor, Person},
    sign_in::{Device, NetworkPrefix, ReturnPath},
    text::EmailAddress,
};
use fabrique_identity::Token;
use fabrique_storage::{job, transact};
use fabrique_testkit::TestStore;

/// A request to sign in from a network.
fn request(email: &str, network: [u8; 4]) -> SignInRequest {
    SignInRequest {
        email: EmailAddress::parse(email).unwrap(),
        language: Language::French,
        return_to: ReturnPath::within_site("/proposals"),
        network: NetworkPrefix::of(network.into()),
    }
}

async fn ask(platform: &Platform, email: &str) -> Result<SignInRequested> {
    let request = request(email, [192, 0, 2, 1]);
    transact!(platform.store, |tx| request_sign_in(platform, tx, &request).await)
}

/// The oldest mail that waits to leave.
async fn next_mail(platform: &Platform) -> Option<Mail> {
    let job = transact!(platform.store, |tx| job::lease(tx).await).unwrap()?;
    transact!(platform.store, |tx| job::finish(tx, job.id).await).unwrap();
    Some(mail::open(platform, &job.payload).unwrap())
}

/// The secret of the link in a mail.
fn link(mail: &Mail) -> Token {
    let start = mail.text.find("/sign-in/link/").unwrap() + "/sign-in/link/".len();
    Token::parse(mail.text[start..].split_whitespace().next().unwrap()).unwrap()
}

async fn follow(platform: &Platform, link: &Token) -> Confirmation {
    let device = Device::of("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
    transact!(platform.store, |tx| confirm_by_link(platform, tx, link, &device).await).unwrap()
}

fn signed_in(confirmation: Confirmation) -> SignedIn {
    match confirmation {
        Confirmation::SignedIn(signed_in) => *signed_in,
        other => panic!("{other:?}"),
    }
}

/// Signs somebody in from their first mail to their session.
async fn sign_in(platform: &Platform, email: &str) -> SignedIn {
    ask(platform, email).await.unwrap();
    let mail = next_mail(platform).await.unwrap();
    signed_in(follow(platform, &link(&mail)).await)
}

/// Who holds a session now.
async fn holder(platform: &Platform, token: &Token) -> Option<Person> {
    let mut reader = platform.store.read().await.unwrap();
    resolve_session(platform, &mut reader, token).await.unwrap().map(|session| session.person)
}

/// Somebody signed in, as an actor.
async fn somebody(store: &TestStore, email: &str) -> Actor {
    let platform = store.platform();
    let signed_in = sign_in(&platform, email).await;
    Actor::Person(holder(&platform, &signed_in.token).await.unwrap())
}

fn is_refused<T: std::fmt::Debug>(outcome: &Result<T>, rule: &str) -> bool {
    matches!(outcome, Err(Error::Refused(code)) if *code == rule)
}
