//! `GET` and `POST /admin/people`, `POST /admin/people/{id}/revoke`: roles, with their evidence.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error,
    account::{GrantInput, Invitation, invite as invite_person, revoke_role, roles_in_force},
    organisation,
};
use fabrique_domain::{
    Choice, Instant, Language,
    account::Role,
    id::GrantId,
    text::{EmailAddress, Line},
};
use fabrique_storage::{
    account::grant::{Before, GrantOfPerson},
    transact,
};

use super::{never_kept, query};
use crate::{
    form::{FormState, Typed, parsed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many roles a page holds.
const PAGE: i64 = 50;
/// How many organisations the form offers.
const CHOICES: i64 = 500;

#[derive(Template)]
#[template(path = "account/people.html")]
struct PeoplePage {
    frame: Frame,
    form: FormState,
    grants: Vec<GrantOfPerson>,
    organisations: Vec<(String, String)>,
    /// Where the next page begins.
    next: Option<String>,
    /// What was just done: the end of the key of its message.
    done: &'static str,
}

impl PeoplePage {
    async fn read(web: &Web, visitor: &Visitor, form: FormState) -> Result<Self, Problem> {
        let mut reader = web.platform.store.read().await?;
        let before = before(visitor);
        let mut grants = roles_in_force(&visitor.actor, &mut reader, before, PAGE + 1).await?;
        let more = i64::try_from(grants.len()).is_ok_and(|found| found > PAGE);
        grants.truncate(PAGE.unsigned_abs() as usize);
        let organisations = organisation::list(&mut reader, None, &Default::default(), CHOICES).await?;
        let said = query(&visitor.uri, "done");
        Ok(Self {
            frame: visitor.frame("admin"),
            form,
            next: grants.last().filter(|_| more).map(|last| format!("{}.{}", last.granted_at.micros(), last.id)),
            grants,
            organisations: organisations.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
            done: ["invited", "revoked"].into_iter().find(|done| *done == said).unwrap_or_default(),
        })
    }

    fn roles(&self) -> Vec<(&'static str, String)> {
        let granted = Role::ALL.iter().filter(|role| **role != Role::Citizen);
        granted.map(|role| (role.code(), self.frame.t.choice("role", *role).to_string())).collect()
    }

    fn done_words(&self) -> String {
        self.frame.t.get(format!("people-done-{}", self.done)).to_string()
    }

    fn role(&self, grant: &GrantOfPerson) -> String {
        self.frame.t.choice("role", grant.role).to_string()
    }
}

/// Where the page begins, as the address says: the moment and the identifier of the last one seen.
fn before(visitor: &Visitor) -> Before {
    let cursor = query(&visitor.uri, "before");
    let parts = cursor.split_once('.').and_then(|(micros, id)| Some((micros.parse().ok()?, id.parse().ok()?)));
    parts.map(|(micros, id)| Before { granted_at: Instant::from_micros(micros), id }).unwrap_or_default()
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    visitor.page(&PeoplePage::read(&web, &visitor, FormState::default()).await?).map(never_kept)
}

pub(super) async fn invite(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    let mut form = FormState::from(typed);
    if let Some(invitation) = read(&mut form, visitor.language()) {
        match transact!(web.platform.store, |tx| {
            invite_person(&web.platform, &visitor.actor, tx, &invitation).await
        }) {
            Err(Error::Invalid(faults)) => form.add(faults),
            outcome => {
                outcome?;
                return Ok(Redirect::to("/admin/people?done=invited").into_response());
            }
        }
    }
    visitor.again(&PeoplePage::read(&web, &visitor, form).await?).map(never_kept)
}

fn read(form: &mut FormState, language: Language) -> Option<Invitation> {
    let email = form.read("email", EmailAddress::parse);
    let role = form.read_choice::<Role>("role");
    let organisation_id = form.read_optional("organisation", parsed);
    let evidence = form.read("evidence", Line::parse);
    let grant = GrantInput { role: role?, organisation_id: organisation_id?, evidence: evidence? };
    Some(Invitation { email: email?, language, grant })
}

pub(super) async fn revoke(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let id: GrantId = id.parse().map_err(|_| Problem::NotFound)?;
    transact!(web.platform.store, |tx| revoke_role(&visitor.actor, tx, id).await)?;
    Ok(Redirect::to("/admin/people?done=revoked").into_response())
}
