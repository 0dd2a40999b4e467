//! Whom a subject could concern: the organisations that one knows, those that are near, and those one had not thought of.

use std::collections::HashMap;

use fabrique_directory::{Coverage, Discovery, Entry, Filters, Suggestion};
use fabrique_domain::{
    account::Actor,
    commitment::{Clause, Commitment},
    id::{CommitmentId, ProposalId},
    proposal::Proposal,
    text::Markdown,
};
use fabrique_storage::{Reader, directory::known::Known};

use super::known::{known, withdrawn};
use crate::{
    Platform, Result, commitment, proposal,
    shortlist::{Asked as TimesAsked, since_when, times_asked_under_any_name},
};

/// How many organisations are suggested.
const SUGGESTED: usize = 30;

/// A subject, or the draft of a commitment with its clauses.
pub type SubjectText = Markdown<1, 40_000>;

/// What a discovery begins with.
#[derive(Debug, Clone)]
pub enum Subject {
    /// What somebody typed or pasted.
    Text(SubjectText),
    /// A proposal.
    Proposal(ProposalId),
    /// A commitment, be it a draft of the reader's.
    Commitment(CommitmentId),
}

/// A discovery.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What it begins with.
    pub subject: Subject,
    /// What the organisations must be.
    pub filters: Filters,
}

/// An organisation that the subject could concern.
#[derive(Debug, Clone)]
pub struct Found {
    /// How far it is from those one knows, and why it is here.
    pub suggestion: Suggestion,
    /// What the registers know of it.
    pub entry: Entry,
    /// What it did here, when it is known here.
    pub known: Option<Known>,
}

/// Whom a subject could concern.
#[derive(Debug, Clone)]
pub struct Suggestions {
    /// The title of the proposal or commitment; nothing for a text.
    pub title: String,
    /// The text that was read.
    pub text: String,
    /// The organisations: the known, the near, the unexpected.
    pub found: Vec<Found>,
    /// On the lists of how many people they were put lately.
    pub asked: TimesAsked,
    /// What they cover, and what nobody among them does.
    pub coverage: Coverage,
    /// The words of the text that were looked for, the most telling first.
    pub words: Vec<String>,
    /// The words that were taken to be near to them, each with the word of the text.
    pub near_words: Vec<(String, String)>,
}

/// Finds whom a subject could concern, each with the reason, and what nobody among them covers.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for a subject that this person may not read;
/// [`Error::Directory`](crate::Error::Directory) while there is no directory, or when it cannot be read.
pub async fn discover(platform: &Platform, actor: &Actor, reader: &mut Reader, asked: &Asked) -> Result<Suggestions> {
    let (title, text) = read(actor, reader, &asked.subject).await?;
    let directory = platform.directory.at_hand()?;
    let known = known(reader).await?;
    let discovery = Discovery {
        text,
        filters: asked.filters.clone(),
        limit: SUGGESTED,
        known: known.iter().map(|one| one.key.to_string()).collect(),
        withdrawn: withdrawn(reader).await?,
    };
    let discovered = directory.discover(&discovery)?;
    let acts: HashMap<u32, Known> =
        known.into_iter().filter_map(|one| Some((directory.document(&one.key.to_string())?, one.known))).collect();
    let mut found = Vec::with_capacity(discovered.suggestions.len());
    for suggestion in discovered.suggestions {
        // One that the snapshot of a moment later does not know is passed over.
        if let Some(entry) = directory.entry(&suggestion.key)? {
            found.push(Found { known: acts.get(&suggestion.document).cloned(), suggestion, entry });
        }
    }
    let entries: Vec<Entry> = found.iter().map(|one| one.entry.clone()).collect();
    let since = since_when(platform.store.surroundings().clock.now());
    Ok(Suggestions {
        asked: times_asked_under_any_name(reader, &entries, since).await?,
        title,
        text: discovery.text,
        found,
        coverage: discovered.coverage,
        words: discovered.words,
        near_words: discovered.near_words,
    })
}

/// The title and the words of a subject.
async fn read(actor: &Actor, reader: &mut Reader, subject: &Subject) -> Result<(String, String)> {
    Ok(match subject {
        Subject::Text(text) => (String::new(), text.to_string()),
        Subject::Proposal(id) => of_proposal(proposal::show(actor, reader, *id).await?),
        Subject::Commitment(id) => {
            let sheet = commitment::read(actor, reader, *id).await?;
            of_commitment(sheet.commitment, &sheet.clauses)
        }
    })
}

fn of_proposal(proposal: Proposal) -> (String, String) {
    let text = [proposal.title.as_str(), &proposal.problem, &proposal.change, &proposal.body].join("\n\n");
    (proposal.title, text)
}

fn of_commitment(commitment: Commitment, clauses: &[Clause]) -> (String, String) {
    let Commitment { title, summary, problem, causes, solution, results_wanted, .. } = commitment;
    let fields = [&title, &summary, &problem, &causes, &solution, &results_wanted];
    let in_force = clauses.iter().filter(|clause| clause.repealed_at.is_none()).map(|clause| &clause.text);
    let text: Vec<&str> = fields.into_iter().chain(in_force).map(|text| text.fr.as_str()).collect();
    (title.fr.clone(), text.join("\n\n"))
}
