//! What an organisation says of itself.

use serde::Serialize;

use crate::{
    Instant,
    id::{AccountId, OrganisationId},
    organisation::Website,
    text::Markdown,
    time::DAY,
};

/// How long goals "for the coming six months" hold, in microseconds.
pub const GOALS_LAST: i64 = 183 * DAY;

/// What an organisation fights for, whom it talks to, what it wants.
pub type Cause = Markdown<0, 2000>;

/// How an organisation is reached, as it publishes it itself.
pub type Reach = Markdown<0, 500>;

/// What an organisation says of itself, in one version. Shown beside the facts of the registers, never over them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Which organisation.
    pub organisation_id: OrganisationId,
    /// From one on.
    pub version: i64,
    /// What it acts for, in Markdown.
    pub causes: String,
    /// Whom it talks to, in Markdown.
    pub audience: String,
    /// What it wants in the coming six months, in Markdown.
    pub goals: String,
    /// When these goals were said; none when there are none.
    pub goals_at: Option<Instant>,
    /// How to reach it, in Markdown.
    pub reach: String,
    /// Its site, or nothing.
    pub website: String,
    /// Who wrote this version.
    pub author_id: Option<AccountId>,
    /// The name of that person today.
    pub author_name: String,
    /// When it was written.
    pub written_at: Instant,
}

impl Card {
    /// Whether its goals were said more than six months ago.
    #[must_use]
    pub fn goals_are_stale(&self, now: Instant) -> bool {
        self.goals_at.is_some_and(|at| at.plus(GOALS_LAST) < now)
    }
}

/// A card as its organisation writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardInput {
    /// The version that was read when writing began; nought when there was none.
    pub seen: i64,
    /// What it acts for.
    pub causes: Cause,
    /// Whom it talks to.
    pub audience: Cause,
    /// What it wants in the coming six months.
    pub goals: Cause,
    /// Whether goals left as they are hold for six months more.
    pub goals_still_hold: bool,
    /// How to reach it.
    pub reach: Reach,
    /// Its site.
    pub website: Website,
}

impl CardInput {
    /// When the goals of the next version were said: now when they changed or are said to hold, else when the version
    /// before said them.
    #[must_use]
    pub fn goals_at(&self, before: Option<&Card>, now: Instant) -> Option<Instant> {
        let said = before.filter(|card| card.goals == *self.goals && !self.goals_still_hold);
        if self.goals.is_empty() { None } else { said.map_or(Some(now), |card| card.goals_at) }
    }

    /// Whether it says nothing that `card` does not say already.
    #[must_use]
    pub fn says_the_same(&self, card: &Card) -> bool {
        *self.causes == card.causes
            && *self.audience == card.audience
            && *self.goals == card.goals
            && *self.reach == card.reach
            && *self.website == card.website
            && !self.goals_still_hold
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::id::Id;

    fn card(goals: &str) -> Card {
        Card {
            organisation_id: OrganisationId::from_uuid(Uuid::nil()),
            version: 1,
            causes: String::new(),
            audience: String::new(),
            goals: goals.into(),
            goals_at: Some(Instant::from_micros(1)),
            reach: String::new(),
            website: String::new(),
            author_id: None,
            author_name: String::new(),
            written_at: Instant::from_micros(1),
        }
    }

    fn input(goals: &str, goals_still_hold: bool) -> CardInput {
        CardInput {
            seen: 1,
            causes: Cause::parse("").unwrap(),
            audience: Cause::parse("").unwrap(),
            goals: Cause::parse(goals).unwrap(),
            goals_still_hold,
            reach: Reach::parse("").unwrap(),
            website: Website::default(),
        }
    }

    #[test]
    fn goals_are_dated_when_they_are_said_again_and_not_when_something_else_changes() {
        let (now, before) = (Instant::from_micros(9), card("Ouvrir les comptes"));
        let dated = |input: CardInput| input.goals_at(Some(&before), now);
        assert_eq!(dated(input("Ouvrir les comptes", false)), Some(Instant::from_micros(1)));
        assert_eq!(dated(input("Ouvrir les comptes", true)), Some(now));
        assert_eq!(dated(input("Autre chose", false)), Some(now));
        assert_eq!(dated(input("", true)), None);
        assert_eq!(input("Ouvrir", false).goals_at(None, now), Some(now));
    }

    #[test]
    fn goals_are_stale_after_six_months() {
        let said = card("Ouvrir les comptes");
        assert!(!said.goals_are_stale(Instant::from_micros(1).plus(GOALS_LAST)));
        assert!(said.goals_are_stale(Instant::from_micros(2).plus(GOALS_LAST)));
    }
}
