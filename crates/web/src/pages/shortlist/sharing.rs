//! `GET` and `POST /shortlists/{id}/sharing`: who else reads a list.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error,
    shortlist::{self, link_of},
};
use fabrique_domain::{
    Choice,
    id::{AccountId, ShortlistId},
    shortlist::{Member, ShortlistRight},
    text::EmailAddress,
};
use fabrique_storage::transact;

use super::{head::Head, identifier, told};
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "shortlist/sharing.html")]
struct Sharing {
    frame: Frame,
    head: Head,
    form: FormState,
    keeper: String,
    members: Vec<Member>,
    /// Who reads the page.
    own: AccountId,
    /// The whole address that opens the list without an account.
    link: Option<String>,
    refused: Option<String>,
    done: &'static str,
}

/// What may be said to be done, by the address after a redirection.
const DONE: [&str; 4] = ["named", "unnamed", "link-made", "link-closed"];

impl Sharing {
    async fn read(web: &Web, visitor: &Visitor, id: ShortlistId) -> Result<Self, Problem> {
        let mut reader = web.platform.store.read().await?;
        let page = shortlist::show(&web.platform, &visitor.actor, &mut reader, id).await?;
        let members = shortlist::members(&visitor.actor, &mut reader, id).await?;
        let link = link_of(&web.platform, &page.access.list).filter(|_| page.access.standing.keeps());
        let frame = visitor.frame("account");
        let said = visitor.query("done");
        Ok(Self {
            head: Head::new(&page.access, "sharing"),
            form: FormState::default().with("right", ShortlistRight::Read.code()),
            keeper: frame.name(&page.keeper_name),
            members,
            own: page.access.account,
            link: link.map(|path| web.platform.site.url(&path)),
            refused: None,
            done: DONE.iter().copied().find(|done| *done == said).unwrap_or_default(),
            frame,
        })
    }

    fn rights(&self) -> Vec<(&'static str, String)> {
        let word = |right: &ShortlistRight| self.frame.t.choice("shortlist-right", *right).to_string();
        ShortlistRight::ALL.iter().map(|right| (right.code(), word(right))).collect()
    }

    fn right(&self, member: &Member) -> String {
        self.frame.t.choice("shortlist-right", member.access).to_string()
    }

    /// Whether the reader may take somebody off: the keeper anybody, the others themselves.
    fn may_remove(&self, member: &Member) -> bool {
        self.head.keeps() || self.is_own(member)
    }

    fn is_own(&self, member: &Member) -> bool {
        member.account_id == self.own
    }

    fn done_words(&self) -> String {
        self.frame.t.get(format!("shortlist-done-{}", self.done)).to_string()
    }
}

fn said(id: ShortlistId, what: &str) -> axum::response::Response {
    Redirect::to(&format!("/shortlists/{id}/sharing?done={what}")).into_response()
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    visitor.page(&Sharing::read(&web, &visitor, identifier(&id)?).await?)
}

pub(super) async fn name(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (id, mut form, mut refused) = (identifier(&id)?, FormState::from(typed), None);
    let email = form.read("email", EmailAddress::parse);
    let right = form.read_choice::<ShortlistRight>("right");
    if let (Some(email), Some(right)) = (email, right) {
        match transact!(web.platform.store, |tx| {
            shortlist::name_member(&web.platform, &visitor.actor, tx, id, &email, right).await
        }) {
            Err(Error::Refused(rule)) => refused = Some(told(&visitor, rule)),
            outcome => {
                outcome?;
                return Ok(said(id, "named"));
            }
        }
    }
    visitor.again(&Sharing { form, refused, done: "", ..Sharing::read(&web, &visitor, id).await? })
}

pub(super) async fn remove(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (id, form) = (identifier(&id)?, FormState::from(typed));
    let account: AccountId = form.value("account").parse().map_err(|_| Problem::Invalid("account"))?;
    transact!(web.platform.store, |tx| shortlist::remove_member(&visitor.actor, tx, id, account).await)?;
    if visitor.actor.account_id() == Some(account) {
        return Ok(Redirect::to("/shortlists").into_response());
    }
    Ok(said(id, "unnamed"))
}

pub(super) async fn link(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (id, form) = (identifier(&id)?, FormState::from(typed));
    let open = form.value("open") == "yes";
    transact!(web.platform.store, |tx| shortlist::set_link(&visitor.actor, tx, id, open).await)?;
    Ok(said(id, if open { "link-made" } else { "link-closed" }))
}
