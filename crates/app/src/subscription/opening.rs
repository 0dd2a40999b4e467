//! "Tell me when it opens": what is told when a consultation opens.

use fabrique_domain::{LocalizedText, consultation::Consultation, content::Topic, id::Id};
use fabrique_storage::Tx;

use super::{Announcement, announce};
use crate::{Platform, Result, address};

/// Tells those who asked to be told about the consultation, or about its plan, that it has opened.
///
/// # Errors
/// When storage fails.
pub async fn tell_opened(platform: &Platform, tx: &mut Tx, consultation: &Consultation) -> Result<()> {
    let announcement = Announcement {
        subject: say(platform, consultation, "consultation-opened-mail-subject"),
        text: say(platform, consultation, "consultation-opened-mail-text"),
        path: address::consultation(&consultation.slug),
    };
    announce(tx, Topic::Plan, consultation.plan_id.uuid(), announcement.clone()).await?;
    announce(tx, Topic::Consultation, consultation.id.uuid(), announcement).await
}

fn say(platform: &Platform, consultation: &Consultation, key: &'static str) -> LocalizedText {
    LocalizedText::in_each(|language| {
        let texts = platform.texts(language);
        texts
            .get(key)
            .with_text("title", consultation.title.get(language))
            .with_text("date", texts.moment(consultation.closes_at, &platform.site.zone))
            .to_string()
    })
}
