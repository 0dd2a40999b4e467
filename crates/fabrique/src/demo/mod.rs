//! The demonstration: a story told by the files of `demo/`, played through the use-cases by people
//! with their roles, each scene at its date, so that no rule is bypassed.
//!
//! Three things are entered and not played, because they happened before any platform: the ended
//! plans, the titles of their commitments, and the accounts.

mod amendments;
mod clock;
mod commitments;
mod consultations;
mod contributions;
mod entries;
mod responses;
mod scene;
mod script;
mod stage;

use std::sync::Arc;

use anyhow::Result;
use fabrique_app::Platform;
use fabrique_domain::{Choice, account::Role, text::EmailAddress};
use fabrique_storage::plan;

pub(crate) use clock::StoryClock;
use scene::schedule;
use script::{Script, checked};
use stage::Stage;

/// What the example instance sets, by name.
pub(crate) const SETTINGS: &[(&str, &str)] = &[
    ("site.operator", "Direction interministérielle de la transformation publique"),
    ("site.operator_en", "Interministerial directorate for public transformation"),
];
/// The plan that tells whether the story was played.
const PLAN: &str = "2027-2029";
/// How many days before today the story begins.
const BEGINS: i64 = -160;

/// Plays the story on an empty instance; says whether it did. `clock` is the one of the store.
pub(crate) async fn play(
    platform: Arc<Platform>,
    clock: Arc<StoryClock>,
    mut told: impl FnMut(u64, u64),
) -> Result<bool> {
    if plan::find_by_slug(&mut platform.store.read().await?, PLAN).await?.is_some() {
        return Ok(false);
    }
    let script = Script::read()?;
    let mut stage = Stage::set(platform, clock);
    stage.turn_to(BEGINS, 0);
    stage.enter(&script).await?;
    let scenes = schedule(&script);
    let whole = scenes.len() as u64;
    for (played, cue) in scenes.iter().enumerate() {
        stage.play(cue).await?;
        told(played as u64 + 1, whole);
    }
    stage.turn_to_present();
    stage.work().await?;
    Ok(true)
}

/// Somebody who gets a sign-in link.
#[derive(Debug)]
pub(crate) struct Persona {
    /// The code of the role.
    pub(crate) role: String,
    /// The name that others see.
    pub(crate) name: String,
    /// The address.
    pub(crate) email: EmailAddress,
}

/// One person for each role.
pub(crate) fn personas() -> Result<Vec<Persona>> {
    let people = Script::read()?.people.person.into_iter().filter(|person| person.persona);
    let persona = |person: script::Person| {
        let role = person.roles.into_iter().next().unwrap_or_else(|| Role::Citizen.code().to_owned());
        Ok(Persona { role, name: person.name, email: address(&person.key)? })
    };
    people.map(persona).collect()
}

fn address(key: &str) -> Result<EmailAddress> {
    checked(&format!("{key}@example.org"), EmailAddress::parse)
}
