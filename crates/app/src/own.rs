//! What makes a page somebody's own: a position taken there, a text written, a mark given, a follow.

use fabrique_domain::{account::Actor, content::Topic};
use fabrique_storage::{Reader, own};
use uuid::Uuid;

use crate::Result;

/// Whether the page of a thing shows the actor something that others do not see: then it is drawn
/// for that actor alone.
///
/// # Errors
/// When storage fails.
pub async fn exists(actor: &Actor, reader: &mut Reader, topic: Topic, subject: Uuid) -> Result<bool> {
    match actor.account_id() {
        Some(account) => Ok(own::exists(reader, account, topic, subject).await?),
        None => Ok(false),
    }
}
