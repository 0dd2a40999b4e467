//! `GET` and `POST /account`: one's profile, roles, sessions, tokens and data.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use fabrique_app::{
    Error,
    account::{Profile, own_account, sessions, tokens, update_profile},
};
use fabrique_domain::{
    Choice, Language,
    account::{Account, DisplayName, Grant},
    id::SessionId,
};
use fabrique_storage::{
    account::{session::Session, token::ApiToken},
    transact,
};

use super::{never_kept, query};
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// Everything about one's account on one page.
#[derive(Template)]
#[template(path = "account/overview.html")]
pub(super) struct AccountPage {
    frame: Frame,
    form: FormState,
    account: Account,
    grants: Vec<Grant>,
    sessions: Vec<Session>,
    current: Option<SessionId>,
    tokens: Vec<ApiToken>,
    /// What was just done: the end of the key of its message.
    done: &'static str,
    /// The secret of a token just made, shown this once.
    secret: Option<String>,
}

impl AccountPage {
    /// Reads the page of the person who acts.
    pub(super) async fn read(web: &Web, visitor: &Visitor) -> Result<Self, Problem> {
        let mut reader = web.platform.store.read().await?;
        let account = own_account(&visitor.actor, &mut reader).await?;
        let form = FormState::default()
            .with("display_name", account.display_name.clone())
            .with("language", account.language.code());
        Ok(Self {
            frame: visitor.frame("account"),
            form,
            account,
            grants: visitor.actor.person().map(|person| person.grants.clone()).unwrap_or_default(),
            sessions: sessions(&visitor.actor, &mut reader).await?,
            current: visitor.session,
            tokens: tokens(&visitor.actor, &mut reader).await?,
            done: "",
            secret: None,
        })
    }

    /// The same page with a form that was sent.
    pub(super) fn with_form(self, form: FormState) -> Self {
        Self { form, ..self }
    }

    /// The same page with the secret of a token.
    pub(super) fn with_secret(self, secret: String) -> Self {
        Self { secret: Some(secret), ..self }
    }

    /// The name as it is kept.
    pub(super) fn display_name(&self) -> &str {
        &self.account.display_name
    }

    /// The code of the language as it is kept.
    pub(super) fn language(&self) -> &'static str {
        self.account.language.code()
    }

    fn languages(&self) -> Vec<(&'static str, String)> {
        let word = |language: &Language| self.frame.t.choice("language", *language).to_string();
        Language::ALL.iter().map(|language| (language.code(), word(language))).collect()
    }

    fn lifetimes(&self) -> Vec<(&'static str, String)> {
        let word = |days: i64| self.frame.t.get("account-token-lifetime").with("days", days).to_string();
        vec![("30", word(30)), ("90", word(90)), ("365", word(365))]
    }

    fn is_current(&self, session: &Session) -> bool {
        self.current == Some(session.id)
    }

    fn done_words(&self) -> String {
        self.frame.t.get(format!("account-done-{}", self.done)).to_string()
    }

    fn role(&self, grant: &Grant) -> String {
        self.frame.t.choice("role", grant.role).to_string()
    }
}

/// What may be said to be done, by the address after a redirection.
const DONE: [&str; 4] = ["saved", "session-ended", "sessions-ended", "token-ended"];

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let said = query(&visitor.uri, "done");
    let done = DONE.iter().copied().find(|done| *done == said).unwrap_or_default();
    visitor.page(&AccountPage { done, ..AccountPage::read(&web, &visitor).await? }).map(never_kept)
}

pub(super) async fn save(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    let mut form = FormState::from(typed);
    let (name, language) = (form.read("display_name", DisplayName::parse), form.read_choice::<Language>("language"));
    if let (Some(display_name), Some(language)) = (name, language) {
        let profile = Profile { display_name, language };
        match transact!(web.platform.store, |tx| update_profile(&visitor.actor, tx, &profile).await) {
            Err(Error::Invalid(faults)) => form.add(faults),
            outcome => {
                outcome?;
                return Ok(done("saved"));
            }
        }
    }
    visitor.again(&AccountPage::read(&web, &visitor).await?.with_form(form)).map(never_kept)
}

/// Back to the account, which says what was done.
pub(super) fn done(what: &str) -> Response {
    Redirect::to(&format!("/account?done={what}")).into_response()
}
