//! One person a role, as the tests of authorisation need them.

use fabrique_domain::{
    Choice, Language,
    account::{Actor, Person, Role},
    directory::RegisterNumber,
    id::OrganisationId,
    organisation::{OrganisationCard, OrganisationKind, OrganisationName, Website},
    text::{Line, Slug},
};
use fabrique_storage::{
    Error, Tx, account,
    account::grant::{self, NewGrant},
    organisation, transact,
};

use crate::TestStore;

/// A person for each role, an institution and an association, kept in a store.
#[derive(Debug, Clone)]
pub struct Cast {
    /// The institution that the agent works for.
    pub institution: OrganisationId,
    /// The association that the member speaks for.
    pub association: OrganisationId,
    people: Vec<(Role, Actor)>,
}

impl Cast {
    /// Brings the cast into `store`.
    ///
    /// # Panics
    /// When the store refuses.
    #[expect(clippy::expect_used, reason = "a test")]
    pub async fn assemble(store: &TestStore) -> Self {
        transact!(store.store, |tx| {
            let institution = organisation_called(tx, OrganisationKind::Institution, "Ministère des Essais").await?;
            let association = organisation_called(tx, OrganisationKind::CivilSociety, "Association des essais").await?;
            let mut people = Vec::new();
            for role in Role::ALL {
                let organisation_id = match role {
                    Role::Agent => Some(institution),
                    Role::OrganisationMember => Some(association),
                    _ => None,
                };
                people.push((*role, Actor::Person(person(tx, role.code(), *role, organisation_id).await?)));
            }
            Ok::<_, Error>(Self { institution, association, people })
        })
        .expect("the cast is kept")
    }

    /// The person who has `role`, and no other.
    ///
    /// # Panics
    /// Never: every role is in the cast.
    #[must_use]
    #[expect(clippy::expect_used, reason = "every role is in the cast")]
    pub fn actor(&self, role: Role) -> &Actor {
        self.people.iter().find(|(of, _)| *of == role).map(|(_, actor)| actor).expect("every role is in the cast")
    }

    /// Everybody with a name to show in a failure: nobody in particular first, then each role,
    /// then the platform itself.
    #[must_use]
    pub fn everybody(&self) -> Vec<(&'static str, Actor)> {
        let people = self.people.iter().map(|(role, actor)| (role.code(), actor.clone()));
        std::iter::once(("anonymous", Actor::Anonymous))
            .chain(people)
            .chain(std::iter::once(("platform", Actor::Platform)))
            .collect()
    }
}

/// Adds an organisation called `name`.
///
/// # Errors
/// When the name is no name, or the database refuses.
pub async fn organisation_called(tx: &mut Tx, kind: OrganisationKind, name: &str) -> Result<OrganisationId, Error> {
    let unfit = |fault: fabrique_domain::text::Fault| Error::Dangling(format!("{name} {fault}"));
    let card = OrganisationCard {
        slug: Slug::of(name),
        kind,
        name: OrganisationName::parse(name).map_err(unfit)?,
        acronym: Line::parse("").map_err(unfit)?,
        purpose: Line::parse("Essayer.").map_err(unfit)?,
        website: Website::default(),
        register_number: RegisterNumber::default(),
    };
    organisation::insert(tx, &card).await
}

/// Adds a person with `role`, reached at `name`@example.org.
///
/// # Errors
/// When the address has an account, or the database refuses.
pub async fn person(
    tx: &mut Tx,
    name: &str,
    role: Role,
    organisation_id: Option<OrganisationId>,
) -> Result<Person, Error> {
    let email = format!("{name}@example.org");
    account::insert(tx, &email, name, Language::French).await?;
    let account = account::find_by_email(tx, &email).await?.ok_or_else(|| Error::Dangling(email))?;
    if role != Role::Citizen {
        let evidence = "for a test";
        let grant = NewGrant { account_id: account.id, role, organisation_id, evidence, granted_by: None };
        grant::insert(tx, &grant).await?;
    }
    let grants = grant::in_force(tx, account.id).await?;
    Ok(Person { account, grants })
}
