//! Who acts, with what role, and what a role allows.

use crate::{
    Instant, Language,
    id::{AccountId, GrantId, OrganisationId},
    text::Line,
};

/// The name or pseudonym that others see.
pub type DisplayName = Line<2, 80>;

/// Under which the contributions of an erased account stay.
pub const ERASED_NAME: &str = "Compte supprimé";

crate::choice! {
    /// The kind of author that is shown beside every contribution.
    AuthorKind("kind of author") {
        /// A public agent.
        Agent = "agent",
        /// A civil-society organisation.
        CivilSociety = "civil_society",
        /// A citizen.
        Citizen = "citizen",
    }
}

crate::choice! {
    /// For whom an agent or a member speaks.
    Capacity("capacity") {
        /// In a personal capacity.
        Personal = "personal",
        /// For one's service or organisation.
        Service = "service",
        /// Under an express mandate.
        Mandate = "mandate",
    }
}

crate::choice! {
    /// What a person may be on the platform. Everybody who signed in is a citizen; the others are
    /// granted, with evidence.
    Role("role") {
        /// Everybody.
        Citizen = "citizen",
        /// Works for a public institution.
        Agent = "agent",
        /// Speaks for a civil-society organisation.
        OrganisationMember = "organisation_member",
        /// Helps design and run gatherings.
        Facilitator = "facilitator",
        /// Runs the cycle.
        Coordinator = "coordinator",
        /// Assesses from outside.
        Evaluator = "evaluator",
        /// Runs the instance.
        Administrator = "administrator",
    }
}

impl Role {
    /// Whether the grant must name the organisation it holds for.
    #[must_use]
    pub const fn needs_organisation(self) -> bool {
        matches!(self, Self::Agent | Self::OrganisationMember)
    }
}

crate::choice! {
    /// What an act needs. Each use-case names one; [`Role::allows`] is the table.
    Permission("permission") {
        /// Propose, support, argue, amend, follow.
        Contribute = "contribute",
        /// Draft a reasoned response, and review another's.
        Respond = "respond",
        /// Publish a reasoned response, answer a contest.
        PublishResponses = "publish_responses",
        /// Write commitments and their clauses.
        DraftCommitments = "draft_commitments",
        /// Publish commitments and plans, change what is published.
        PublishPlans = "publish_plans",
        /// Prepare, open and close consultations.
        RunConsultations = "run_consultations",
        /// Hide what breaks the rules, with a reason.
        Moderate = "moderate",
        /// Answer what organisations ask about the directory.
        KeepDirectory = "keep_directory",
        /// Edit the pages of content.
        EditPages = "edit_pages",
        /// Give and take back roles, add organisations.
        GrantRoles = "grant_roles",
        /// Read the state of the instance: jobs, logs, settings.
        Operate = "operate",
    }
}

impl Role {
    /// The table of what each role allows.
    #[must_use]
    pub const fn allows(self, permission: Permission) -> bool {
        use Permission as P;
        match self {
            Self::Citizen | Self::OrganisationMember | Self::Facilitator => matches!(permission, P::Contribute),
            Self::Evaluator => false,
            Self::Agent => matches!(permission, P::Contribute | P::Respond | P::DraftCommitments),
            Self::Coordinator => !matches!(permission, P::GrantRoles | P::Operate),
            Self::Administrator => {
                matches!(
                    permission,
                    P::Contribute | P::GrantRoles | P::Operate | P::EditPages | P::Moderate | P::KeepDirectory
                )
            }
        }
    }
}

/// A person known to the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its identifier.
    pub id: AccountId,
    /// Where mail reaches it; none once erased.
    pub email: Option<String>,
    /// The name or pseudonym that others see.
    pub display_name: String,
    /// The language of its mail and pages.
    pub language: Language,
    /// When it first signed in.
    pub created_at: Instant,
}

/// A role given to somebody, on evidence that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Its identifier.
    pub id: GrantId,
    /// To whom.
    pub account_id: AccountId,
    /// What.
    pub role: Role,
    /// For which organisation, where the role needs one.
    pub organisation_id: Option<OrganisationId>,
    /// On what evidence ("address in the ministry's domain, checked on …").
    pub evidence: String,
    /// Since when.
    pub granted_at: Instant,
    /// Until when, if it was taken back.
    pub revoked_at: Option<Instant>,
}

/// Who performs a use-case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who did not sign in.
    Anonymous,
    /// A signed-in person with the roles in force.
    Person(Person),
    /// The platform itself: the console, a job, an import.
    Platform,
}

/// A signed-in person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub account: Account,
    /// The grants in force; [`Role::Citizen`] goes without saying.
    pub grants: Vec<Grant>,
}

impl Person {
    /// Whether one of the person's roles allows `permission`.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        let sits_outside = self.has(Role::Evaluator) && permission == Permission::Contribute;
        !sits_outside
            && (Role::Citizen.allows(permission) || self.grants.iter().any(|grant| grant.role.allows(permission)))
    }

    /// Whether the person has `role`.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        role == Role::Citizen || self.grants.iter().any(|grant| grant.role == role)
    }

    /// The organisation for which the person has `role`, if any.
    #[must_use]
    pub fn organisation(&self, role: Role) -> Option<OrganisationId> {
        self.grants.iter().find(|grant| grant.role == role).and_then(|grant| grant.organisation_id)
    }

    /// Whether the person speaks in the name of an organisation.
    #[must_use]
    pub fn speaks_for(&self, organisation: OrganisationId) -> bool {
        self.grants.iter().any(|grant| grant.role.needs_organisation() && grant.organisation_id == Some(organisation))
    }

    /// The kinds under which the person may contribute, the widest first: a citizen always, and
    /// what the grants add, each with the organisation it speaks from.
    #[must_use]
    pub fn author_kinds(&self) -> Vec<(AuthorKind, Option<OrganisationId>)> {
        let granted = self.grants.iter().filter_map(|grant| match grant.role {
            Role::Agent => Some((AuthorKind::Agent, grant.organisation_id)),
            Role::OrganisationMember => Some((AuthorKind::CivilSociety, grant.organisation_id)),
            _ => None,
        });
        std::iter::once((AuthorKind::Citizen, None)).chain(granted).collect()
    }
}

impl Actor {
    /// The account that acts, if any.
    #[must_use]
    pub const fn account_id(&self) -> Option<AccountId> {
        match self {
            Self::Person(person) => Some(person.account.id),
            Self::Anonymous | Self::Platform => None,
        }
    }

    /// The person who acts, if any.
    #[must_use]
    pub const fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            Self::Anonymous | Self::Platform => None,
        }
    }

    /// Whether the actor may do what needs `permission`. The platform itself may do everything
    /// but speak for somebody.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        match self {
            Self::Anonymous => false,
            Self::Person(person) => person.may(permission),
            Self::Platform => permission != Permission::Contribute,
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{choice::Choice, id::Id};

    fn person(roles: &[Role]) -> Person {
        let id = AccountId::from_uuid(Uuid::from_u128(1));
        let account = Account {
            id,
            email: None,
            display_name: "Camille".into(),
            language: Language::French,
            created_at: Instant::default(),
        };
        let grants = roles
            .iter()
            .map(|role| Grant {
                id: GrantId::from_uuid(Uuid::from_u128(2)),
                account_id: id,
                role: *role,
                organisation_id: None,
                evidence: String::new(),
                granted_at: Instant::default(),
                revoked_at: None,
            })
            .collect();
        Person { account, grants }
    }

    #[test]
    fn everybody_who_signed_in_may_contribute_but_the_external_evaluator() {
        assert!(person(&[]).may(Permission::Contribute));
        assert!(!person(&[Role::Evaluator]).may(Permission::Contribute));
        assert!(!Actor::Anonymous.may(Permission::Contribute));
    }

    #[test]
    fn who_runs_the_instance_does_not_run_the_plan() {
        let administrator = person(&[Role::Administrator]);
        assert!(administrator.may(Permission::GrantRoles));
        assert!(!administrator.may(Permission::PublishPlans));
        assert!(!person(&[Role::Coordinator]).may(Permission::GrantRoles));
    }

    #[test]
    fn roles_add_up() {
        let both = person(&[Role::Coordinator, Role::Administrator]);
        assert!(Permission::ALL.iter().all(|permission| both.may(*permission)));
    }
}
