//! The directory: finding organisations by words, by meaning, and reading one.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, Query, State},
};
use fabrique_app::directory::{self, Asked as Discovery, Found, Subject, SubjectText, Suggested};
use fabrique_directory::{Counted, Day, Distance, Entry, Facets, Filters, Reason};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ApiProblem, Body, read};
use crate::{
    pages::directory::{Asked, nature},
    problem::Problem,
    state::Web,
    visitor::Visitor,
};

/// An organisation or an institution, in short.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrganisationBody {
    /// Its key: a W number, or another public number that lasts.
    id: String,
    /// Its name, as its register writes it.
    name: String,
    /// Its acronym or short name.
    short_name: String,
    /// `association`, `foundation`, `professional`, `company`, `ministry`, `directorate`, `authority`, `agency`,
    /// `local-body` or `other`.
    kind: &'static str,
    /// What it is for, in its own words.
    purpose: String,
    /// One or two codes of six digits of the nomenclature of purposes.
    themes: Vec<String>,
    /// The commune of its seat.
    commune: String,
    /// The department of its seat.
    department: String,
    /// The day it was created or first declared.
    created: Option<String>,
    /// The last day on which a source shows that it did something.
    last_sign: Option<String>,
    /// Whether it has ended.
    dissolved: bool,
    /// Whether it is recognised as being of public utility.
    recognised: bool,
    /// How many people it employs: `unknown`, `none`, `under-10`, `under-50`, `under-250` or `large`.
    size: &'static str,
    /// Its SIREN.
    siren: Option<String>,
    /// Its site.
    website: Option<String>,
}

impl From<&Entry> for OrganisationBody {
    fn from(entry: &Entry) -> Self {
        let given = |text: &String| (!text.is_empty()).then(|| text.clone());
        let themes = entry.themes.iter().filter(|theme| **theme != 0);
        Self {
            id: entry.key.clone(),
            name: entry.name.clone(),
            short_name: entry.short_name.clone(),
            kind: entry.kind.code(),
            purpose: entry.purpose.clone(),
            themes: themes.map(|theme| format!("{theme:06}")).collect(),
            commune: entry.place.commune.clone(),
            department: entry.place.department.clone(),
            created: day(entry.life.created),
            last_sign: day(entry.life.last_sign),
            dissolved: entry.life.is_dissolved,
            recognised: entry.recognised,
            size: entry.size.code(),
            siren: given(&entry.siren),
            website: given(&entry.contact.website),
        }
    }
}

fn day(day: Day) -> Option<String> {
    day.is_known().then(|| day.to_string())
}

/// An organisation that answers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HitBody {
    #[serde(flatten)]
    organisation: OrganisationBody,
    /// Its score; it orders the hits of one question and says nothing across two.
    score: f32,
    /// The words that it holds, as it writes them.
    matched: Vec<String>,
}

impl From<&Found> for HitBody {
    fn from(found: &Found) -> Self {
        Self {
            organisation: (&found.entry).into(),
            score: found.why.score,
            matched: found.why.words.iter().flat_map(|word| word.written.clone()).collect(),
        }
    }
}

/// How many have a value.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CountBody {
    /// The value.
    value: String,
    /// How many.
    count: u64,
}

/// How many of those that answer have each value; along each line, as if nothing was filtered by it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FacetsBody {
    /// By theme family.
    families: Vec<CountBody>,
    /// By department.
    departments: Vec<CountBody>,
    /// By region.
    regions: Vec<CountBody>,
    /// By kind.
    kinds: Vec<CountBody>,
    /// By size.
    sizes: Vec<CountBody>,
    /// By year of creation.
    years: Vec<CountBody>,
    /// Employers.
    employers: u64,
    /// Recognised as being of public utility.
    recognised: u64,
    /// That lobbied.
    lobbied: u64,
    /// That received public money.
    granted: u64,
    /// Heard of in the last five years.
    alive: u64,
    /// Public institutions.
    institutions: u64,
}

impl From<Facets> for FacetsBody {
    fn from(facets: Facets) -> Self {
        Self {
            families: counts(&facets.families, |family| format!("{family:03}")),
            departments: counts(&facets.departments, Clone::clone),
            regions: counts(&facets.regions, Clone::clone),
            kinds: counts(&facets.kinds, |kind| kind.code().to_owned()),
            sizes: counts(&facets.sizes, |size| size.code().to_owned()),
            years: counts(&facets.years, ToString::to_string),
            employers: facets.employers,
            recognised: facets.recognised,
            lobbied: facets.lobbied,
            granted: facets.granted,
            alive: facets.alive,
            institutions: facets.institutions,
        }
    }
}

fn counts<T>(counted: &[Counted<T>], word: impl Fn(&T) -> String) -> Vec<CountBody> {
    counted.iter().map(|one| CountBody { value: word(&one.value), count: one.count }).collect()
}

/// An answer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AnswerBody {
    /// How many answer.
    total: u64,
    /// The organisations of the page, twenty at most.
    hits: Vec<HitBody>,
    /// The counts.
    facets: FacetsBody,
    /// The question as it was probably meant.
    suggestion: Option<String>,
}

/// Finds organisations and institutions by words, by filters, or both.
#[utoipa::path(
    get, path = "/api/v1/directory", tag = "reading", operation_id = "searchDirectory", params(Asked),
    responses(
        (status = 200, description = "Who answers", body = AnswerBody),
        (status = 404, description = "No directory is loaded here", body = ApiProblem),
        (status = 503, description = "The directory cannot be read", body = ApiProblem),
    )
)]
pub(crate) async fn search(
    State(web): State<Arc<Web>>,
    Query(asked): Query<Asked>,
) -> Result<Json<AnswerBody>, Problem> {
    let results = directory::search(&web.platform, &asked.query())?;
    Ok(Json(AnswerBody {
        total: results.answer.total,
        hits: results.found.iter().map(HitBody::from).collect(),
        facets: results.answer.facets.unwrap_or_default().into(),
        suggestion: results.answer.understood.suggestion,
    }))
}

/// What the registers know of one organisation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EntryBody {
    #[serde(flatten)]
    organisation: OrganisationBody,
    /// The other numbers it answers to.
    aliases: Vec<String>,
    /// The key of the institution above it.
    parent: Option<String>,
    /// What it declared it did to be heard.
    lobbying: Vec<LobbyingBody>,
    /// What it was paid for with public money.
    funding: Vec<FundingBody>,
    /// Which sources say something of it.
    sources: Vec<SourceBody>,
}

/// An act of lobbying.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LobbyingBody {
    /// About what.
    object: String,
    /// The domains it ticked.
    domains: Vec<String>,
    /// Whom it addressed.
    addressed: Vec<String>,
    /// When it was declared.
    on: Option<String>,
}

/// A grant.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FundingBody {
    /// Who paid.
    giver: String,
    /// For what.
    object: String,
    /// How much, in cents of euro.
    cents: i64,
    /// When.
    on: Option<String>,
}

/// A source.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SourceBody {
    /// Its name: `rna`, `amalia`, `hatvp`, `sirene`, `grants` or `institutions`.
    source: &'static str,
    /// Its edition.
    edition: Option<String>,
    /// Its licence.
    licence: &'static str,
    /// The page at which it is published.
    address: &'static str,
    /// How sure it is that it speaks of this organisation, in hundredths.
    confidence: u8,
}

/// Reads one organisation, by its key or any other of its numbers.
#[utoipa::path(
    get, path = "/api/v1/directory/{key}", tag = "reading", operation_id = "readDirectoryEntry",
    params(("key" = String, Path, description = "Its key, or another of its numbers")),
    responses(
        (status = 200, description = "What the registers know of it", body = EntryBody),
        (status = 404, description = "They do not know it", body = ApiProblem),
    )
)]
pub(crate) async fn item(State(web): State<Arc<Web>>, Path(key): Path<String>) -> Result<Json<EntryBody>, Problem> {
    let entry = directory::entry(&web.platform, &key)?;
    Ok(Json(EntryBody {
        organisation: (&entry).into(),
        aliases: entry.aliases,
        parent: (!entry.parent.is_empty()).then_some(entry.parent),
        lobbying: entry
            .lobbying
            .into_iter()
            .map(|one| LobbyingBody {
                object: one.object,
                domains: one.domains,
                addressed: one.addressed,
                on: day(one.on),
            })
            .collect(),
        funding: entry
            .funding
            .into_iter()
            .map(|one| FundingBody { giver: one.giver, object: one.object, cents: one.cents, on: day(one.on) })
            .collect(),
        sources: entry
            .provenance
            .iter()
            .map(|one| SourceBody {
                source: one.source.name(),
                edition: day(one.edition),
                licence: one.source.licence(),
                address: one.source.address(),
                confidence: one.confidence,
            })
            .collect(),
    }))
}

/// A text to find allies for.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct DiscoveryAsked {
    /// The subject, or a whole draft; 40,000 characters at most. It is not kept.
    text: String,
    /// `organisations`, `institutions`, or both when left out.
    #[serde(default)]
    nature: String,
    /// The code of a region.
    #[serde(default)]
    region: String,
}

/// An organisation that a text could concern.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SuggestionBody {
    #[serde(flatten)]
    organisation: OrganisationBody,
    /// How near it is in meaning, from nought to one.
    score: f32,
    /// `known`, `near` or `unexpected`.
    distance: &'static str,
    /// Why it is suggested.
    reasons: Vec<ReasonBody>,
}

/// A reason.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReasonBody {
    /// `shared_word`, `near_word`, `lobbied` or `granted`.
    kind: &'static str,
    /// The word, the two words, or the object.
    detail: String,
}

impl From<&Reason> for ReasonBody {
    fn from(reason: &Reason) -> Self {
        let (kind, detail) = match reason {
            Reason::SharedWord { word } => ("shared_word", word.clone()),
            Reason::NearWord { word, near } => ("near_word", format!("{word} ~ {near}")),
            Reason::Lobbied { object } => ("lobbied", object.clone()),
            Reason::Granted { object } => ("granted", object.clone()),
        };
        Self { kind, detail }
    }
}

impl From<&Suggested> for SuggestionBody {
    fn from(found: &Suggested) -> Self {
        Self {
            organisation: (&found.entry).into(),
            score: found.suggestion.score,
            distance: match found.suggestion.distance {
                Distance::Known => "known",
                Distance::Near => "near",
                Distance::Unexpected => "unexpected",
            },
            reasons: found.suggestion.reasons.iter().map(ReasonBody::from).collect(),
        }
    }
}

/// Whom a text could concern.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DiscoveryBody {
    /// The organisations: the known, the near, the unexpected.
    hits: Vec<SuggestionBody>,
    /// Theme families that the subject touches and nobody on the list has.
    missing_families: Vec<String>,
    /// Codes of regions where somebody is near the subject, but nobody on the list is.
    missing_regions: Vec<String>,
    /// Kinds near the subject that nobody on the list has.
    missing_kinds: Vec<&'static str>,
}

/// Finds whom a text could concern, each with the reason, and what nobody among them covers.
#[utoipa::path(
    post, path = "/api/v1/directory/discover", tag = "reading", operation_id = "discover",
    request_body = DiscoveryAsked,
    responses(
        (status = 200, description = "Whom it could concern", body = DiscoveryBody),
        (status = 422, description = "The text is empty or too long", body = ApiProblem),
        (status = 404, description = "No directory is loaded here", body = ApiProblem),
        (status = 503, description = "The directory cannot be read", body = ApiProblem),
    )
)]
pub(crate) async fn discover(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Body(asked): Body<DiscoveryAsked>,
) -> Result<Json<DiscoveryBody>, Problem> {
    let text = read("text", SubjectText::parse(&asked.text))?;
    let regions = (!asked.region.is_empty()).then_some(asked.region);
    let filters =
        Filters { nature: nature(&asked.nature), regions: regions.into_iter().collect(), ..Filters::default() };
    let mut reader = web.platform.store.read().await?;
    let discovery = Discovery { subject: Subject::Text(text), filters };
    let found = directory::discover(&web.platform, &visitor.actor, &mut reader, &discovery).await?;
    Ok(Json(DiscoveryBody {
        hits: found.found.iter().map(SuggestionBody::from).collect(),
        missing_families: found.coverage.missing_families.iter().map(|family| format!("{family:03}")).collect(),
        missing_regions: found.coverage.missing_regions,
        missing_kinds: found.coverage.missing_kinds.iter().map(|kind| kind.code()).collect(),
    }))
}
