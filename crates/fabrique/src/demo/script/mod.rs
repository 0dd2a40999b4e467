//! The shapes of the files under `demo/`.

mod commitment;
mod consultation;
mod people;
mod plan;
mod response;

use anyhow::{Context, Result, anyhow};
use fabrique_domain::{localized::Localized, text::Fault};
use serde::{Deserialize, de::DeserializeOwned};

pub(super) use commitment::{Change, Clause, Commitment, Indicator, Milestone};
pub(super) use consultation::{Amendment, Argument, Consultation, Proposal};
pub(super) use people::{Organisation, People, Person};
pub(super) use plan::{Earlier, Plan, Plans};
pub(super) use response::{Contest, Correction, Response};

use commitment::Commitments;
use consultation::{Consultations, Further, Proposals};
use people::Organisations;
use response::Responses;

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
        read($name, include_str!(concat!("../../../demo/", $name)))
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
