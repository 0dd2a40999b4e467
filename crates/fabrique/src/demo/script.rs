//! The shapes of the files under `demo/`.

use anyhow::{Context, Result, anyhow};
use fabrique_domain::{localized::Localized, text::Fault};
use serde::{Deserialize, de::DeserializeOwned};

/// Everything that is told.
#[derive(Debug)]
pub(super) struct Script {
    pub(super) plans: Plans,
    pub(super) organisations: Vec<Organisation>,
    pub(super) people: People,
    pub(super) consultations: Vec<Consultation>,
    pub(super) proposals: Vec<Proposal>,
    pub(super) responses: Vec<Response>,
    pub(super) commitments: Vec<Commitment>,
}

macro_rules! file {
    ($name:literal) => {
        read($name, include_str!(concat!("../../demo/", $name)))
    };
}

impl Script {
    /// Reads the files that the binary carries.
    pub(super) fn read() -> Result<Self> {
        let consultations: Consultations = file!("consultations.toml")?;
        let organisations: Organisations = file!("organisations.toml")?;
        let responses: Responses = file!("responses.toml")?;
        let commitments = [file!("commitments-droits.toml")?, file!("commitments-territoires.toml")?];
        Ok(Self {
            plans: file!("plans.toml")?,
            organisations: organisations.organisation,
            people: file!("people.toml")?,
            consultations: consultations.consultation,
            proposals: proposals()?,
            responses: responses.response,
            commitments: commitments.into_iter().flat_map(|file: Commitments| file.commitment).collect(),
        })
    }
}

fn proposals() -> Result<Vec<Proposal>> {
    let files: [Proposals; 4] = [
        file!("proposals-droits.toml")?,
        file!("proposals-transports.toml")?,
        file!("proposals-ecole.toml")?,
        file!("proposals-bilan.toml")?,
    ];
    let mut proposals: Vec<Proposal> = files.into_iter().flat_map(|file| file.proposal).collect();
    let further: Further = file!("arguments.toml")?;
    for on in further.on {
        let found = proposals.iter_mut().find(|proposal| proposal.key == on.proposal);
        found.with_context(|| format!("arguments on the unknown “{}”", on.proposal))?.arguments.extend(on.arguments);
    }
    Ok(proposals)
}

fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T> {
    toml::from_str(text).with_context(|| format!("demo/{name}"))
}

/// A text in French and perhaps in English.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Text {
    #[serde(default)]
    pub(super) fr: String,
    pub(super) en: Option<String>,
}

impl Text {
    /// Both languages, in the form that a use-case asks for.
    pub(super) fn parse<T>(&self, parse: impl Fn(&str) -> Result<T, Fault>) -> Result<Localized<T>> {
        let one = |text: &str| checked(text, &parse);
        Ok(Localized { fr: one(&self.fr)?, en: self.en.as_deref().map(one).transpose()? })
    }
}

/// A text in the form that a use-case asks for.
pub(super) fn checked<T>(text: &str, parse: impl Fn(&str) -> Result<T, Fault>) -> Result<T> {
    parse(text).map_err(|fault| anyhow!("“{text}” {fault}"))
}

#[derive(Debug, Deserialize)]
pub(super) struct Plans {
    pub(super) plan: Vec<Plan>,
    pub(super) earlier: Vec<Earlier>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Plan {
    pub(super) slug: String,
    pub(super) label: Text,
    pub(super) ogp_label: String,
    pub(super) national: [String; 2],
    pub(super) ogp: [String; 2],
    pub(super) state: String,
    pub(super) published: Option<String>,
    pub(super) announced: Option<i64>,
    pub(super) source: String,
    pub(super) introduction: Text,
    #[serde(default)]
    pub(super) theme: Vec<Theme>,
    #[serde(default)]
    pub(super) phase: Vec<Phase>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Theme {
    pub(super) slug: String,
    pub(super) name: Text,
    pub(super) description: Text,
}

#[derive(Debug, Deserialize)]
pub(super) struct Phase {
    pub(super) kind: String,
    pub(super) days: [i64; 2],
    pub(super) note: Text,
}

#[derive(Debug, Deserialize)]
pub(super) struct Earlier {
    pub(super) key: String,
    pub(super) plan: String,
    #[serde(default)]
    pub(super) number: String,
    #[serde(default)]
    pub(super) ogp_id: String,
    pub(super) title: Text,
}

#[derive(Debug, Deserialize)]
struct Organisations {
    organisation: Vec<Organisation>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Organisation {
    pub(super) slug: String,
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) acronym: String,
    pub(super) purpose: String,
    #[serde(default)]
    pub(super) website: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct People {
    pub(super) person: Vec<Person>,
    pub(super) citizens: Citizens,
}

#[derive(Debug, Deserialize)]
pub(super) struct Person {
    pub(super) key: String,
    #[serde(default)]
    pub(super) persona: bool,
    pub(super) name: String,
    pub(super) organisation: Option<String>,
    #[serde(default)]
    pub(super) roles: Vec<String>,
    #[serde(default)]
    pub(super) evidence: String,
    #[serde(default)]
    pub(super) language: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Citizens {
    pub(super) names: Vec<(String, String)>,
    pub(super) english: Vec<(String, String)>,
}

#[derive(Debug, Deserialize)]
struct Consultations {
    consultation: Vec<Consultation>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Consultation {
    pub(super) slug: String,
    pub(super) title: Text,
    pub(super) summary: Text,
    pub(super) rules: Text,
    pub(super) information: Text,
    pub(super) days: [i64; 2],
    pub(super) announced: i64,
    pub(super) approved: Option<i64>,
    pub(super) answer_within_days: i64,
    pub(super) ballot: String,
    pub(super) follow_up: Option<FollowUp>,
    pub(super) outcome: Option<String>,
    pub(super) ended: Option<i64>,
    #[serde(default)]
    pub(super) outcome_reason: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct FollowUp {
    pub(super) day: i64,
    #[serde(flatten)]
    pub(super) text: Text,
}

#[derive(Debug, Deserialize)]
struct Proposals {
    proposal: Vec<Proposal>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Proposal {
    pub(super) key: String,
    pub(super) consultation: String,
    pub(super) by: String,
    pub(super) capacity: Option<String>,
    pub(super) day: i64,
    pub(super) theme: String,
    #[serde(default)]
    pub(super) language: Option<String>,
    #[serde(default)]
    pub(super) supports: usize,
    #[serde(default)]
    pub(super) mixed: usize,
    #[serde(default)]
    pub(super) against: usize,
    pub(super) title: String,
    pub(super) problem: String,
    pub(super) change: String,
    pub(super) text: String,
    #[serde(default)]
    pub(super) arguments: Vec<Argument>,
    #[serde(default)]
    pub(super) amendments: Vec<Amendment>,
}

#[derive(Debug, Deserialize)]
struct Further {
    on: Vec<On>,
}

#[derive(Debug, Deserialize)]
struct On {
    proposal: String,
    arguments: Vec<Argument>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Argument {
    pub(super) by: String,
    pub(super) side: String,
    #[serde(default)]
    pub(super) useful: usize,
    pub(super) text: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Amendment {
    pub(super) by: String,
    pub(super) day: i64,
    pub(super) field: String,
    pub(super) passage: String,
    pub(super) replacement: String,
    pub(super) reason: String,
    pub(super) decision: Option<String>,
    pub(super) decided: Option<i64>,
    #[serde(default)]
    pub(super) note: String,
}

#[derive(Debug, Deserialize)]
struct Responses {
    response: Vec<Response>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Response {
    pub(super) by: String,
    pub(super) drafted: i64,
    pub(super) day: i64,
    pub(super) answers: Vec<String>,
    pub(super) decision: String,
    pub(super) into: Option<String>,
    #[serde(default)]
    pub(super) clauses: Vec<String>,
    pub(super) reason: Text,
    pub(super) correction: Option<Correction>,
    pub(super) contest: Option<Contest>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Correction {
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) note: String,
    pub(super) reason: Text,
}

#[derive(Debug, Deserialize)]
pub(super) struct Contest {
    pub(super) day: i64,
    pub(super) by: String,
    pub(super) text: String,
    pub(super) replied: i64,
    pub(super) reply_by: String,
    pub(super) reply: String,
}

#[derive(Debug, Deserialize)]
struct Commitments {
    commitment: Vec<Commitment>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Commitment {
    pub(super) key: String,
    pub(super) level: String,
    pub(super) parent: Option<String>,
    pub(super) theme: String,
    pub(super) by: String,
    #[serde(default)]
    pub(super) number: String,
    pub(super) drafted: i64,
    pub(super) submitted: Option<i64>,
    pub(super) published: Option<i64>,
    pub(super) dates: [String; 2],
    pub(super) leads: Vec<String>,
    #[serde(default)]
    pub(super) co_carriers: Vec<String>,
    #[serde(default)]
    pub(super) supporting: Vec<String>,
    #[serde(default)]
    pub(super) continues: Vec<String>,
    #[serde(default)]
    pub(super) merges: Vec<String>,
    pub(super) title: Text,
    pub(super) summary: Text,
    #[serde(default)]
    pub(super) problem: Text,
    #[serde(default)]
    pub(super) causes: Text,
    #[serde(default)]
    pub(super) done: Text,
    #[serde(default)]
    pub(super) solution: Text,
    #[serde(default)]
    pub(super) results: Text,
    #[serde(default)]
    pub(super) transparency: Text,
    #[serde(default)]
    pub(super) accountability: Text,
    #[serde(default)]
    pub(super) participation: Text,
    #[serde(default)]
    pub(super) budget: String,
    #[serde(default)]
    pub(super) goals: String,
    #[serde(default)]
    pub(super) contact: String,
    pub(super) clause: Vec<Clause>,
    #[serde(default)]
    pub(super) milestone: Vec<Milestone>,
    #[serde(default)]
    pub(super) indicator: Vec<Indicator>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Clause {
    pub(super) text: Text,
    #[serde(default)]
    pub(super) change: Vec<Change>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Change {
    pub(super) day: i64,
    pub(super) reason: String,
    pub(super) text: Text,
}

#[derive(Debug, Deserialize)]
pub(super) struct Milestone {
    pub(super) title: Text,
    pub(super) output: Text,
    pub(super) due: String,
    pub(super) lead: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Indicator {
    pub(super) name: Text,
    pub(super) unit: String,
    pub(super) baseline: String,
    pub(super) target: String,
    #[serde(default)]
    pub(super) latest: String,
}
