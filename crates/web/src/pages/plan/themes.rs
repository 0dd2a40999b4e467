//! `/admin/plans/{slug}/themes`: adding, renaming and ordering the themes of a plan.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use fabrique_app::{
    Error,
    plan::{
        Overview,
        themes::{self, Way},
    },
};
use fabrique_domain::{
    id::ThemeId,
    plan::{Theme, ThemeCard, ThemeDescription, ThemeName},
};
use fabrique_storage::transact;

use super::keep::kept;
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "plan/themes.html")]
struct Themes {
    frame: Frame,
    form: FormState,
    overview: Overview,
}

#[derive(Template)]
#[template(path = "plan/theme.html")]
struct ThemePage {
    frame: Frame,
    form: FormState,
    overview: Overview,
    theme: Theme,
}

pub(super) async fn list(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let overview = kept(&web, &visitor, &slug).await?;
    visitor.page(&Themes { frame: visitor.frame("admin"), form: FormState::default(), overview })
}

pub(super) async fn add(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    typed: Typed,
) -> PageResult {
    let overview = kept(&web, &visitor, &slug).await?;
    let (mut form, plan_id) = (FormState::from(typed), overview.plan.id);
    if let Some(card) = card(&mut form) {
        match transact!(web.platform.store, |tx| themes::add(&visitor.actor, tx, plan_id, &card).await) {
            Ok(_) => return Ok(back_to(&slug)),
            Err(Error::Invalid(_)) => form.fault("name_fr", fabrique_domain::text::Fault::Taken),
            Err(error) => return Err(error.into()),
        }
    }
    visitor.again(&Themes { frame: visitor.frame("admin"), form, overview })
}

pub(super) async fn show(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, String)>,
) -> PageResult {
    let overview = kept(&web, &visitor, &slug).await?;
    let theme = theme(&overview, &id)?;
    let form = filled(&theme);
    visitor.page(&ThemePage { frame: visitor.frame("admin"), form, overview, theme })
}

pub(super) async fn save(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, String)>,
    typed: Typed,
) -> PageResult {
    let overview = kept(&web, &visitor, &slug).await?;
    let theme = theme(&overview, &id)?;
    let mut form = FormState::from(typed);
    let Some(card) = card(&mut form) else {
        return visitor.again(&ThemePage { frame: visitor.frame("admin"), form, overview, theme });
    };
    transact!(web.platform.store, |tx| themes::edit(&visitor.actor, tx, theme.id, &card).await)?;
    Ok(back_to(&slug))
}

pub(super) async fn shift(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, String)>,
    typed: Typed,
) -> PageResult {
    let overview = kept(&web, &visitor, &slug).await?;
    let id = theme(&overview, &id)?.id;
    let way = match FormState::from(typed).value("way") {
        "up" => Way::Up,
        "down" => Way::Down,
        _ => return Err(Problem::Invalid("way")),
    };
    transact!(web.platform.store, |tx| themes::shift(&visitor.actor, tx, id, way).await)?;
    Ok(back_to(&slug))
}

fn theme(overview: &Overview, id: &str) -> Result<Theme, Problem> {
    let id: ThemeId = id.parse().map_err(|_| Problem::NotFound)?;
    overview.themes.iter().find(|theme| theme.id == id).cloned().ok_or(Problem::NotFound)
}

fn back_to(slug: &str) -> Response {
    Redirect::to(&format!("/admin/plans/{slug}/themes")).into_response()
}

fn card(form: &mut FormState) -> Option<ThemeCard> {
    let name = form.read_localized("name_fr", "name_en", ThemeName::parse);
    let description = form.read_localized("description_fr", "description_en", ThemeDescription::parse);
    Some(ThemeCard { name: name?, description: description? })
}

fn filled(theme: &Theme) -> FormState {
    FormState::default()
        .with("name_fr", &*theme.name.fr)
        .with("name_en", theme.name.en.clone().unwrap_or_default())
        .with("description_fr", &*theme.description.fr)
        .with("description_en", theme.description.en.clone().unwrap_or_default())
}
