//! `GET` and `POST /admin/organisations/{slug}`: correct an organisation.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{Error, address, organisation};
use fabrique_domain::{
    Choice,
    account::Permission,
    directory::RegisterNumber,
    organisation::{Organisation, OrganisationCard, OrganisationKind, OrganisationName, Website},
    text::{Line, Slug},
};
use fabrique_storage::transact;

use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "organisation/edit.html")]
struct EditPage {
    frame: Frame,
    form: FormState,
    /// Its address before any change.
    slug: String,
    name: String,
}

impl EditPage {
    fn kinds(&self) -> Vec<(&'static str, String)> {
        kinds(&self.frame)
    }
}

/// The kinds that a form offers.
pub(super) fn kinds(frame: &Frame) -> Vec<(&'static str, String)> {
    let word = |kind: &OrganisationKind| frame.t.choice("organisation-kind", *kind).to_string();
    OrganisationKind::ALL.iter().map(|kind| (kind.code(), word(kind))).collect()
}

/// Reads the card of an organisation; what is wrong stays in the form. Without a short name of its
/// own, the card takes that of its name.
pub(super) fn read(form: &mut FormState) -> Option<OrganisationCard> {
    let name = form.read("name", OrganisationName::parse);
    let slug = form.read_optional("slug", Slug::parse);
    let kind = form.read_choice::<OrganisationKind>("kind");
    let acronym = form.read("acronym", Line::parse);
    let purpose = form.read("purpose", Line::parse);
    let website = form.read("website", Website::parse);
    let register_number = form.read("register_number", RegisterNumber::parse);
    let name = name?;
    Some(OrganisationCard {
        slug: slug?.unwrap_or_else(|| Slug::of(&name)),
        kind: kind?,
        name,
        acronym: acronym?,
        purpose: purpose?,
        website: website?,
        register_number: register_number?,
    })
}

async fn find(web: &Web, visitor: &Visitor, slug: &str) -> Result<Organisation, Problem> {
    fabrique_app::error::need(&visitor.actor, Permission::GrantRoles)?;
    let mut reader = web.platform.store.read().await?;
    Ok(organisation::find(&mut reader, slug).await?)
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let found = find(&web, &visitor, &slug).await?;
    let form = FormState::default()
        .with("name", found.name.clone())
        .with("slug", found.slug)
        .with("kind", found.kind.code())
        .with("acronym", found.acronym)
        .with("purpose", found.purpose)
        .with("website", found.website)
        .with("register_number", found.register_number);
    visitor.page(&EditPage { frame: visitor.frame("admin"), form, slug, name: found.name })
}

pub(super) async fn save(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    typed: Typed,
) -> PageResult {
    let found = find(&web, &visitor, &slug).await?;
    let mut form = FormState::from(typed);
    if let Some(card) = read(&mut form) {
        match transact!(web.platform.store, |tx| organisation::correct(&visitor.actor, tx, found.id, &card).await) {
            Err(Error::Invalid(faults)) => form.add(faults),
            outcome => {
                outcome?;
                return Ok(Redirect::to(&address::organisation(&card.slug)).into_response());
            }
        }
    }
    visitor.again(&EditPage { frame: visitor.frame("admin"), form, slug, name: found.name })
}
