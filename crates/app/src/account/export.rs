//! One's own data, to carry away.

use fabrique_domain::account::Actor;
use fabrique_storage::{Reader, account::export};
use serde_json::{Map, Value};

use crate::{Error, Result, error::need_person};

/// Reads the sections named, in order, into one document.
macro_rules! document {
    ($reader:expr, $account:expr; $($section:ident),+ $(,)?) => {{
        let mut document = Map::new();
        $(
            let rows = export::$section($reader, $account).await?;
            let rows = serde_json::to_value(rows).map_err(|error| Error::Internal(error.to_string()))?;
            document.insert(stringify!($section).to_owned(), rows);
        )+
        document
    }};
}

/// Everything that the platform holds about the person who asks: one list a kind of thing.
///
/// # Errors
/// [`Error::SignInNeeded`].
pub async fn export_own_data(actor: &Actor, reader: &mut Reader) -> Result<Value> {
    let account = need_person(actor)?.account.id;
    let mut document = document!(
        reader, account;
        account, grants, sessions, tokens, proposals, positions, arguments, useful_marks, amendments, reports, contests,
        responses, directory_cards, directory_requests, follows, subscriptions, shortlists, shortlist_members,
        shortlist_entries, stakes, absents,
    );
    document.insert("exported_at".to_owned(), Value::String(reader.now().to_string()));
    Ok(Value::Object(document))
}
