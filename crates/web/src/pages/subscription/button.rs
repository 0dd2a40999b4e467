//! The button that follows a thing, on the page of the thing: one request for who is signed in, the
//! form that asks for an address for everybody else.

use askama::Template;
use fabrique_app::subscription;
use fabrique_domain::{Choice, content::Topic};
use fabrique_storage::Reader;
use uuid::Uuid;

use crate::{frame::Frame, problem::Problem, visitor::Visitor};

/// The button. Written into a page with `{{ follow|safe }}`: its template escapes.
#[derive(Debug, Clone, Template)]
#[template(path = "subscription/_button.html")]
pub(crate) struct FollowButton {
    frame: Frame,
    topic: &'static str,
    id: Uuid,
    /// Where the button is, to come back to.
    here: String,
    follows: bool,
}

impl FollowButton {
    /// The button of a thing that everybody may read.
    pub(crate) async fn of(visitor: &Visitor, reader: &mut Reader, topic: Topic, id: Uuid) -> Result<Self, Problem> {
        let follows = subscription::follows(&visitor.actor, reader, topic, id).await?;
        let here = visitor.uri.path().to_owned();
        Ok(Self { frame: visitor.frame(""), topic: topic.code(), id, here, follows })
    }

    /// Where somebody without an account leaves an address.
    fn ask(&self) -> String {
        format!("/subscriptions/new?topic={}&id={}", self.topic, self.id)
    }
}
