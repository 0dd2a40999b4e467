//! What a text is about: its stems, and how telling each is.

use std::collections::HashMap;

use crate::Entry;
use crate::analysis::{Words, stem};

/// The stems of a text.
#[derive(Debug)]
pub(super) struct Subject {
    /// The rank of each stem, the most telling first, and its weight.
    stems: HashMap<String, (usize, f32)>,
}

impl Subject {
    /// Stems with their weights, the most telling first.
    pub(super) fn new(stems: impl IntoIterator<Item = (String, f32)>) -> Self {
        let ranked = stems.into_iter().enumerate();
        Self { stems: ranked.map(|(rank, (stem, weight))| (stem, (rank, weight))).collect() }
    }

    /// The rank of a word, when the text has its stem.
    pub(super) fn rank(&self, word: &str) -> Option<usize> {
        self.stems.get(&stem(word)).map(|(rank, _)| *rank)
    }

    /// The weight of the most telling stem.
    pub(super) fn most_telling(&self) -> f32 {
        self.stems.values().map(|(_, weight)| *weight).fold(0.0, f32::max)
    }

    /// What the stems that a text holds weigh together.
    pub(super) fn weight_in(&self, text: &str) -> f32 {
        self.held([text]).values().sum()
    }

    /// What part of what an organisation shares stands in one place: its name with its purpose, or one of its acts.
    /// Whoever lobbied about three hundred things shares a word with everything; nothing when it shares none.
    pub(super) fn concentration(&self, entry: &Entry) -> Option<f32> {
        let mut everywhere = self.held([entry.name.as_str(), &entry.short_name, &entry.purpose]);
        let mut densest: f32 = everywhere.values().sum();
        for act in entry.lobbying.iter().map(|one| &one.object).chain(entry.funding.iter().map(|one| &one.object)) {
            let here = self.held([act.as_str()]);
            densest = densest.max(here.values().sum());
            everywhere.extend(here);
        }
        let all: f32 = everywhere.values().sum();
        (!everywhere.is_empty()).then(|| if all > 0.0 { densest / all } else { 1.0 })
    }

    /// The stems that some texts hold, by their ranks, each with its weight.
    fn held<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> HashMap<usize, f32> {
        let mut held = HashMap::new();
        let mut words = Words::default();
        for text in texts {
            words.each(text, |word, _| held.extend(self.stems.get(&stem(word)).copied()));
        }
        held
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lobbying;
    use crate::{Contact, Kind, Life, Place, Size};

    fn bare(key: &str) -> Entry {
        Entry {
            key: key.to_owned(),
            aliases: Vec::new(),
            kind: Kind::Association,
            name: String::new(),
            short_name: String::new(),
            purpose: String::new(),
            themes: [0; 2],
            place: Place::default(),
            life: Life::default(),
            size: Size::Unknown,
            recognised: false,
            siren: String::new(),
            contact: Contact::default(),
            parent: String::new(),
            lobbying: Vec::new(),
            funding: Vec::new(),
            provenance: Vec::new(),
        }
    }

    fn lobbied(object: &str) -> Lobbying {
        Lobbying { object: object.to_owned(), domains: Vec::new(), addressed: Vec::new(), on: crate::Day(20_250_101) }
    }

    #[test]
    fn what_is_scattered_over_many_acts_counts_for_less_than_what_stands_together() {
        let subject = Subject::new([(stem("illettrisme"), 3.0), (stem("numerique"), 2.0), (stem("seniors"), 1.0)]);
        let mut together = bare("W1");
        together.purpose = "Former les seniors au numérique contre l'illettrisme".to_owned();
        let mut scattered = bare("W2");
        scattered.lobbying = ["le numérique", "les seniors", "la fiscalité", "l'illettrisme"].map(lobbied).into();
        assert_eq!(subject.concentration(&together), Some(1.0));
        assert_eq!(subject.concentration(&scattered), Some(0.5));
        assert_eq!(subject.concentration(&bare("W3")), None);
    }
}
