//! What is there when the story begins: organisations, people, plans.

use anyhow::{Context, Result};
use fabrique_app::{
    Error,
    account::{GrantInput, grant_role},
    organisation,
    plan::{self as plans, calendar, themes},
};
use fabrique_domain::{
    Choice, Date, Instant, Language, LocalizedText,
    account::{Actor, Person, Role},
    commitment::{Commitment, CommitmentState, Level},
    directory::RegisterNumber,
    organisation::{OrganisationCard, OrganisationKind, OrganisationName, Website},
    plan::{Period, PhaseCard, PhaseKind, Plan, PlanCard, PlanState, ThemeCard},
    text::{Line, Markdown, Slug},
};
use fabrique_storage::{Tx, account, account::grant, commitment, plan};

use super::{
    address, script,
    script::{Script, checked},
    stage::{Stage, act, named},
};

impl Stage {
    /// Brings in everybody and everything that is there from the start.
    pub(super) async fn enter(&mut self, script: &Script) -> Result<()> {
        for organisation in &script.organisations {
            self.enter_organisation(organisation).await?;
        }
        for person in &script.people.person {
            let language = person.language.as_deref().map(Language::from_code).transpose()?;
            self.enter_person(&person.key, &person.name, language.unwrap_or(Language::French), Some(person)).await?;
        }
        let citizens = &script.people.citizens;
        for (language, names) in [(Language::French, &citizens.names), (Language::English, &citizens.english)] {
            for (key, name) in names {
                self.enter_person(key, name, language, None).await?;
            }
        }
        for plan in &script.plans.plan {
            self.enter_plan(plan).await?;
        }
        for earlier in &script.plans.earlier {
            self.enter_earlier(earlier).await?;
        }
        Ok(())
    }

    async fn enter_organisation(&mut self, entry: &script::Organisation) -> Result<()> {
        let card = OrganisationCard {
            slug: checked(&entry.slug, Slug::parse)?,
            kind: OrganisationKind::from_code(&entry.kind)?,
            name: checked(&entry.name, OrganisationName::parse)?,
            acronym: checked(&entry.acronym, Line::parse)?,
            purpose: checked(&entry.purpose, Line::parse)?,
            website: checked(&entry.website, Website::parse)?,
            register_number: RegisterNumber::default(),
        };
        let id = act!(self, |tx| organisation::add(&Actor::Platform, tx, &card))?;
        self.organisations.insert(entry.slug.clone(), id);
        Ok(())
    }

    async fn enter_person(
        &mut self,
        key: &str,
        name: &str,
        language: Language,
        entry: Option<&script::Person>,
    ) -> Result<()> {
        let grants = entry.map_or(Ok(Vec::new()), |entry| self.grants(entry))?;
        let email = address(key)?;
        let person = act!(self, |tx| enter_account(tx, &email, name, language, &grants))?;
        if !person.has(Role::Evaluator) {
            self.crowd.push(key.to_owned());
        }
        self.people.insert(key.to_owned(), person);
        Ok(())
    }

    fn grants(&self, entry: &script::Person) -> Result<Vec<GrantInput>> {
        let organisation_id = entry.organisation.as_deref().map(|slug| self.organisation(slug)).transpose()?;
        let grant = |code: &String| {
            Ok(GrantInput {
                role: Role::from_code(code)?,
                organisation_id,
                evidence: checked(&entry.evidence, Line::parse)?,
            })
        };
        entry.roles.iter().map(grant).collect()
    }

    async fn enter_plan(&mut self, entry: &script::Plan) -> Result<()> {
        let card = PlanCard {
            national_label: entry.label.parse(Line::parse)?,
            ogp_label: checked(&entry.ogp_label, Line::parse)?,
            national: period(&entry.national)?,
            ogp: period(&entry.ogp)?,
            introduction: entry.introduction.parse(Markdown::parse)?,
            source: checked(&entry.source, Line::parse)?,
        };
        let slug = checked(&entry.slug, Slug::parse)?;
        let id = match entry.announced {
            Some(day) => {
                self.turn_to(day, 9 * 60);
                act!(self, |tx| plans::create(&Actor::Platform, tx, &slug, &card))?
            }
            None => {
                let published = entry.published.as_deref().context("an ended plan without its date")?;
                let published_at: Date = published.parse()?;
                let published_at = published_at.start(&self.platform.site.zone);
                let state = PlanState::from_code(&entry.state)?;
                act!(self, |tx| enter_ended(tx, &slug, &card, state, published_at))?
            }
        };
        self.plans.insert(entry.slug.clone(), id);
        self.enter_calendar(entry, id).await
    }

    async fn enter_calendar(&mut self, entry: &script::Plan, id: fabrique_domain::id::PlanId) -> Result<()> {
        for theme in &entry.theme {
            let card = ThemeCard {
                name: theme.name.parse(Line::parse)?,
                description: theme.description.parse(Markdown::parse)?,
            };
            let theme_id = act!(self, |tx| themes::add(&Actor::Platform, tx, id, &card))?;
            self.themes.insert(theme.slug.clone(), theme_id);
        }
        for phase in &entry.phase {
            let days = Period { start: self.date(phase.days[0]), end: self.date(phase.days[1]) };
            let card =
                PhaseCard { kind: PhaseKind::from_code(&phase.kind)?, days, note: phase.note.parse(Markdown::parse)? };
            act!(self, |tx| calendar::add(&Actor::Platform, tx, id, &card))?;
        }
        Ok(())
    }

    /// The title of an earlier commitment, as published, for the lineage of those of today.
    async fn enter_earlier(&mut self, entry: &script::Earlier) -> Result<()> {
        let plan_id = named(&self.plans, &entry.plan)?;
        let plan = plan::find(&mut self.platform.store.read().await?, plan_id).await?.context("the plan is gone")?;
        let id = act!(self, |tx| enter_title(tx, &plan, entry))?;
        self.commitments.insert(entry.key.clone(), id);
        Ok(())
    }
}

async fn enter_account(
    tx: &mut Tx,
    email: &str,
    name: &str,
    language: Language,
    grants: &[GrantInput],
) -> Result<Person, Error> {
    let id = account::insert(tx, email, name, language).await?.ok_or(Error::Changed)?;
    for grant in grants {
        grant_role(&Actor::Platform, tx, id, grant).await?;
    }
    let account = account::find(tx, id).await?.ok_or(Error::NotFound)?;
    Ok(Person { account, grants: grant::in_force(tx, id).await? })
}

async fn enter_ended(
    tx: &mut Tx,
    slug: &Slug,
    card: &PlanCard,
    state: PlanState,
    published_at: Instant,
) -> Result<fabrique_domain::id::PlanId, Error> {
    let plan = Plan {
        id: tx.new_id(),
        slug: slug.to_string(),
        national_label: card.national_label.text(),
        ogp_label: card.ogp_label.to_string(),
        national_start: card.national.start,
        national_end: card.national.end,
        ogp_start: card.ogp.start,
        ogp_end: card.ogp.end,
        introduction: card.introduction.text(),
        state,
        published_at: Some(published_at),
        source: card.source.to_string(),
        created_at: tx.now(),
    };
    plan::insert(tx, &plan).await?;
    Ok(plan.id)
}

async fn enter_title(
    tx: &mut Tx,
    plan: &Plan,
    entry: &script::Earlier,
) -> Result<fabrique_domain::id::CommitmentId, Error> {
    let nothing = LocalizedText::default;
    let earlier = Commitment {
        id: tx.new_id(),
        plan_id: plan.id,
        theme_id: None,
        parent_id: None,
        level: Level::Commitment,
        national_number: entry.number.clone(),
        ogp_id: entry.ogp_id.clone(),
        title: LocalizedText { fr: entry.title.fr.clone(), en: entry.title.en.clone() },
        summary: LocalizedText::both(
            "Un engagement d’un plan passé, rappelé par son titre. Son texte se lit dans le plan publié.",
            "A commitment of a past plan, recalled by its title. Its text is in the plan as published.",
        ),
        problem: nothing(),
        causes: nothing(),
        done_so_far: nothing(),
        solution: nothing(),
        results_wanted: nothing(),
        transparency: nothing(),
        accountability: nothing(),
        participation: nothing(),
        budget: String::new(),
        development_goals: String::new(),
        contact: String::new(),
        starts_on: plan.national_start,
        ends_on: plan.national_end,
        state: CommitmentState::Published,
        state_reason: String::new(),
        position: commitment::next_position(tx, plan.id).await?,
        author_id: None,
        version: 1,
        created_at: tx.now(),
        updated_at: tx.now(),
        submitted_at: plan.published_at,
        published_at: plan.published_at,
    };
    commitment::insert(tx, &earlier).await?;
    Ok(earlier.id)
}

pub(super) fn period([start, end]: &[String; 2]) -> Result<Period> {
    Period::new(start.parse()?, end.parse()?).map_err(|fault| anyhow::anyhow!("{start} to {end} {fault}"))
}
