//! What is asked: words of organisations drawn with a fixed seed, the same of every peer.

use anyhow::Result;
use fabrique_directory::{Entry, Snapshot};

/// How many questions of a kind; of pages, an eighth.
const QUESTIONS: usize = 400;

/// How many purposes make a page.
const PURPOSES: usize = 10;

/// How many words of a page are asked of a peer, which has no better idea.
const WORDS_OF_A_PAGE: usize = 30;

/// The departments that are filtered by.
const DEPARTMENTS: [&str; 6] = ["75", "59", "33", "2A", "69", "29"];

/// A kind of question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    OneWord,
    SeveralWords,
    AsYouType,
    Typos,
    Filters,
    Facets,
    Phrases,
    Page,
}

impl Kind {
    pub(super) const ALL: [Self; 8] = [
        Self::OneWord,
        Self::SeveralWords,
        Self::AsYouType,
        Self::Typos,
        Self::Filters,
        Self::Facets,
        Self::Phrases,
        Self::Page,
    ];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::OneWord => "one word",
            Self::SeveralWords => "several words",
            Self::AsYouType => "as one types",
            Self::Typos => "misspelt words",
            Self::Filters => "in a department",
            Self::Facets => "all counts and the map",
            Self::Phrases => "phrases",
            Self::Page => "a page of text, with discovery",
        }
    }

    /// Milliseconds of processor time that 99 questions of 100 may take.
    pub(super) const fn aim(self) -> f64 {
        match self {
            Self::OneWord | Self::SeveralWords => 1.0,
            Self::AsYouType => 1.5,
            Self::Typos => 3.0,
            Self::Filters | Self::Phrases => 2.0,
            Self::Facets => 5.0,
            Self::Page => 8.0,
        }
    }
}

/// A question.
#[derive(Debug, Clone)]
pub(super) struct Question {
    pub(super) kind: Kind,
    /// As a person writes it, without quotes.
    pub(super) text: String,
    /// Its words; of a page, the longest.
    pub(super) words: Vec<String>,
    pub(super) department: &'static str,
}

impl Question {
    fn new(kind: Kind, text: String, at: usize) -> Self {
        let words = text.split_whitespace().map(str::to_owned).collect();
        Self { kind, text, words, department: DEPARTMENTS[at % DEPARTMENTS.len()] }
    }

    fn page(text: String) -> Self {
        let mut question = Self::new(Kind::Page, text, 0);
        question.words = words(&question.text).into_iter().map(str::to_lowercase).collect();
        question.words.sort_unstable_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        question.words.dedup();
        question.words.truncate(WORDS_OF_A_PAGE);
        question
    }
}

/// The questions of every kind, in turn.
pub(super) fn questions(snapshot: &Snapshot) -> Result<Vec<Question>> {
    let mut drawing = Drawing { random: fastrand::Rng::with_seed(3), entries: snapshot.entries()? };
    let mut questions = Vec::new();
    for at in 0..QUESTIONS {
        questions.extend(drawing.about_one(at)?);
        if at.is_multiple_of(8) {
            let purposes: Result<Vec<String>> = (0..PURPOSES).map(|_| Ok(drawing.entry()?.purpose)).collect();
            questions.push(Question::page(purposes?.join(". ")));
        }
    }
    Ok(questions)
}

struct Drawing {
    random: fastrand::Rng,
    entries: fabrique_directory::EntryBlocks,
}

impl Drawing {
    fn entry(&mut self) -> Result<Entry> {
        let mut block = self.entries.block(self.random.usize(..self.entries.len()))?;
        Ok(block.swap_remove(self.random.usize(..block.len())))
    }

    /// One question of each kind but pages, in the words of an organisation that has enough.
    fn about_one(&mut self, at: usize) -> Result<Vec<Question>> {
        loop {
            let entry = self.entry()?;
            let text = if at.is_multiple_of(2) { entry.name } else { entry.purpose };
            let long = words(&text);
            if long.len() >= 4 {
                return Ok(self.questions(&text, &long, at));
            }
        }
    }

    fn questions(&mut self, text: &str, long: &[&str], at: usize) -> Vec<Question> {
        let first = self.random.usize(..long.len() - 3);
        let one = long[self.random.usize(..long.len())].to_owned();
        let several = long[first..first + 2 + self.random.usize(..2)].join(" ");
        let following: Vec<&str> = text.split_whitespace().skip(first).take(3).collect();
        let beginning: String = long[first..].join(" ").chars().take([1, 3, 5, 7, 14][at % 5]).collect();
        let either = if at % 4 < 2 { &one } else { &several };
        vec![
            Question::new(Kind::OneWord, one.clone(), at),
            Question::new(Kind::SeveralWords, several.clone(), at),
            Question::new(Kind::AsYouType, beginning, at),
            Question::new(Kind::Typos, format!("{} {}", self.misspelt(&one), long[0]), at),
            Question::new(Kind::Filters, either.clone(), at),
            Question::new(Kind::Facets, either.clone(), at),
            Question::new(Kind::Phrases, following.join(" ").replace('"', ""), at),
        ]
    }

    /// A word without one of its letters.
    fn misspelt(&mut self, word: &str) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        letters.remove(self.random.usize(1..letters.len()));
        letters.into_iter().collect()
    }
}

/// The words that are long enough to tell something.
fn words(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().count() > 3).collect()
}
