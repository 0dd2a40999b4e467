//! What the law asks of a consultation.

use super::Consultation;
use crate::{Instant, time::DAY};

/// The shortest time that is called reasonable here, in days. CRPA L131-1 gives no number;
/// fifteen days is the least that French law asks elsewhere of a consultation by the public
/// (Code de l'environnement, L123-19-1, gives twenty-one for a draft decision).
pub const REASONABLE_DAYS: i64 = 15;

crate::choice! {
    /// What the law asks of a consultation (CRPA L131-1).
    Gate("gate") {
        /// Its rules are published.
        Rules = "rules",
        /// Useful information is given.
        Information = "information",
        /// The time left is reasonable.
        Time = "time",
        /// Its results or the follow-up envisaged are published, at the right moment.
        FollowUp = "follow_up",
    }
}

impl Consultation {
    /// Whether a gate of the law is met.
    #[must_use]
    pub fn meets(&self, gate: Gate) -> bool {
        match gate {
            Gate::Rules => !self.rules.is_blank(),
            Gate::Information => !self.information.is_blank(),
            Gate::Time => Self::is_long_enough(self.opens_at, self.closes_at),
            Gate::FollowUp => !self.follow_up.is_blank(),
        }
    }

    /// The gates that keep it from opening: the first three of the law.
    #[must_use]
    pub fn missing_to_open(&self) -> Vec<Gate> {
        [Gate::Rules, Gate::Information, Gate::Time].into_iter().filter(|gate| !self.meets(*gate)).collect()
    }

    /// Whether the dates leave the public a reasonable time.
    #[must_use]
    pub fn is_long_enough(opens_at: Instant, closes_at: Instant) -> bool {
        closes_at.micros() - opens_at.micros() >= REASONABLE_DAYS * DAY
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{consultation, day},
        *,
    };
    use crate::LocalizedText;

    #[test]
    fn the_first_three_gates_are_asked_before_opening_and_the_fourth_later() {
        let mut consultation = consultation();
        assert!(consultation.missing_to_open().is_empty());
        assert!(!consultation.meets(Gate::FollowUp));
        consultation.closes_at = day(114);
        consultation.information = LocalizedText::french("  ");
        assert_eq!(consultation.missing_to_open(), vec![Gate::Information, Gate::Time]);
    }
}
