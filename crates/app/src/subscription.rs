//! "Tell me when it opens": addresses that asked to be told, confirmed twice, and what signed-in
//! persons follow. Every mail carries the link that stops it, in one request and without signing in.

use fabrique_domain::{LocalizedText, content::Topic};
use fabrique_storage::{Reader, subscription::follow};
use uuid::Uuid;

use crate::{Error, Platform, Result, address};

mod announcement;
mod following;
mod link;
pub(crate) mod news;
mod opening;
mod request;

pub use announcement::{Announcement, JOB, announce, fan_out};
pub use following::{Followed, follow, follows, list, unfollow};
pub use link::{Stop, stoppable, unsubscribe};
pub use opening::tell_opened;
pub use request::{
    ADDRESS_LIMIT, CONFIRMATION_LIFETIME, NETWORK_LIMIT, Request, confirm, confirmable, subscribe, sweep,
};

/// A public thing that can be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Its title.
    pub title: LocalizedText,
    /// Where it is, from the root of the site.
    pub path: String,
}

/// The public thing that a subscription or a follow names.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or not in public.
pub async fn subject(reader: &mut Reader, topic: Topic, id: Uuid) -> Result<Subject> {
    let found = follow::subjects(reader, topic, &[id]).await?.pop().ok_or(Error::NotFound)?;
    Ok(Subject { path: path(topic, &found.name), title: found.title })
}

fn path(topic: Topic, name: &str) -> String {
    match topic {
        Topic::Plan => address::plan(name),
        Topic::Consultation => address::consultation(name),
        Topic::Proposal => format!("/proposals/{name}"),
        Topic::Commitment => format!("/commitments/{name}"),
    }
}

/// The address of the page that confirms a subscription.
fn confirmation_path(token: &str) -> String {
    format!("/subscriptions/{token}/confirm")
}

/// The whole address that stops mail.
fn stop_url(platform: &Platform, stop: Stop) -> String {
    platform.site.url(&format!("/subscriptions/{}/unsubscribe", stop.token(platform)))
}
