//! Everything that is held about one person, as that person may carry it away.
//!
//! One section a noun, in the words of the tables; a noun that begins to hold something about
//! people adds its section here, and a test names the tables that point at an account.

use fabrique_domain::{Instant, id::AccountId};
use serde::Serialize;
use uuid::Uuid;

use crate::{Reader, Result, column::record, query::fetch_all};

/// Declares a section: its rows, the query that reads them, the function that runs it.
macro_rules! section {
    ($(#[$doc:meta])* $name:ident, $row:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),+ $(,)? }, $sql:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        pub struct $row { $($(#[$field_doc])* pub $field: $type),+ }

        record!($row { $($field),+ });

        $(#[$doc])*
        ///
        /// # Errors
        /// When the database refuses.
        pub async fn $name(reader: &mut Reader, account: AccountId) -> Result<Vec<$row>> {
            const SQL: &str = $sql;
            fetch_all!(reader, SQL, account)
        }
    };
}

section!(
    /// The account itself.
    account, AccountRow {
        /// Its identifier.
        id: Uuid,
        /// Where mail reaches it.
        email: Option<String>,
        /// The name that others see.
        display_name: String,
        /// The language of its mail and pages.
        language: String,
        /// When it first signed in.
        created_at: Instant,
    },
    "SELECT id, email, display_name, language, created_at FROM accounts WHERE id = $1"
);

section!(
    /// The roles it has or had.
    grants, GrantRow {
        /// What.
        role: String,
        /// For which organisation.
        organisation: Option<String>,
        /// On what evidence.
        evidence: String,
        /// Since when.
        granted_at: Instant,
        /// Until when.
        revoked_at: Option<Instant>,
    },
    "SELECT g.role AS role, o.name AS organisation, g.evidence AS evidence, g.granted_at AS granted_at,
        g.revoked_at AS revoked_at
    FROM grants g LEFT JOIN organisations o ON o.id = g.organisation_id
    WHERE g.account_id = $1 ORDER BY g.granted_at, g.id"
);

section!(
    /// Where it is or was signed in.
    sessions, SessionRow {
        /// The browser and the system.
        device: String,
        /// Since when.
        created_at: Instant,
        /// When it was last used, to the hour.
        seen_at: Instant,
        /// Until when.
        expires_at: Instant,
        /// When it was ended.
        revoked_at: Option<Instant>,
    },
    "SELECT device, created_at, seen_at, expires_at, revoked_at FROM sessions WHERE account_id = $1 ORDER BY created_at, id"
);

section!(
    /// Its personal tokens of the API, without their secrets.
    tokens, TokenRow {
        /// What its owner calls it.
        name: String,
        /// Since when.
        created_at: Instant,
        /// Until when.
        expires_at: Instant,
        /// When it was ended.
        revoked_at: Option<Instant>,
    },
    "SELECT name, created_at, expires_at, revoked_at FROM tokens WHERE account_id = $1 ORDER BY created_at, id"
);

section!(
    /// What it proposed, drafts included.
    proposals, ProposalRow {
        /// Its identifier, which stands in its address.
        id: Uuid,
        /// Draft, published, withdrawn or hidden.
        state: String,
        /// The title.
        title: String,
        /// The problem.
        problem: String,
        /// What it would change.
        change: String,
        /// The text, in Markdown.
        body: String,
        /// Under which kind it was written.
        author_kind: String,
        /// When it was begun.
        created_at: Instant,
        /// When it was published.
        published_at: Option<Instant>,
    },
    "SELECT id, state, title, problem, change, body, author_kind, created_at, published_at
    FROM proposals WHERE author_id = $1 ORDER BY created_at, id"
);

section!(
    /// The positions it took on proposals.
    positions, PositionRow {
        /// On which proposal.
        proposal_id: Uuid,
        /// Support, mixed or against.
        position: String,
        /// When.
        taken_at: Instant,
    },
    "SELECT proposal_id, position, taken_at FROM positions WHERE account_id = $1 ORDER BY taken_at, proposal_id"
);

section!(
    /// Its arguments.
    arguments, ArgumentRow {
        /// On which proposal.
        proposal_id: Uuid,
        /// For or against.
        side: String,
        /// The text, in Markdown.
        body: String,
        /// Published, withdrawn or hidden.
        state: String,
        /// When.
        created_at: Instant,
    },
    "SELECT proposal_id, side, body, state, created_at FROM arguments WHERE author_id = $1 ORDER BY created_at, id"
);

section!(
    /// The arguments it found useful.
    useful_marks, UsefulMarkRow {
        /// Which argument.
        argument_id: Uuid,
        /// When.
        marked_at: Instant,
    },
    "SELECT argument_id, marked_at FROM useful_marks WHERE account_id = $1 ORDER BY marked_at, argument_id"
);

section!(
    /// The other words it proposed.
    amendments, AmendmentRow {
        /// For which proposal.
        proposal_id: Uuid,
        /// The passage.
        passage: String,
        /// The other words.
        replacement: String,
        /// Why.
        reason: String,
        /// What became of it.
        state: String,
        /// When.
        created_at: Instant,
    },
    "SELECT proposal_id, passage, replacement, reason, state, created_at
    FROM amendments WHERE author_id = $1 ORDER BY created_at, id"
);

section!(
    /// The answers it contested.
    contests, ContestRow {
        /// Which answer.
        response_id: Uuid,
        /// On which proposal.
        proposal_id: Uuid,
        /// The text.
        body: String,
        /// When.
        created_at: Instant,
    },
    "SELECT response_id, proposal_id, body, created_at FROM contests WHERE author_id = $1 ORDER BY created_at, id"
);

section!(
    /// What it reported to the moderators.
    reports, ReportRow {
        /// What kind of thing.
        subject_kind: String,
        /// Which one.
        subject_id: Uuid,
        /// On what ground.
        ground: String,
        /// Why.
        reason: String,
        /// What became of it.
        state: String,
        /// When.
        created_at: Instant,
    },
    "SELECT subject_kind, subject_id, ground, reason, state, created_at
    FROM reports WHERE reporter_id = $1 ORDER BY created_at, id"
);

section!(
    /// The answers it drafted for an institution.
    responses, ResponseRow {
        /// Its identifier, which stands in its address.
        id: Uuid,
        /// The decision.
        decision: String,
        /// Draft, in review or published.
        state: String,
        /// When it was begun.
        created_at: Instant,
    },
    "SELECT id, decision, state, created_at FROM responses WHERE drafted_by = $1 ORDER BY created_at, id"
);

section!(
    /// The cards that it wrote in the name of an organisation.
    directory_cards, CardRow {
        /// Of which organisation.
        organisation: String,
        /// Which version.
        version: i64,
        /// What the organisation acts for.
        causes: String,
        /// Whom it talks to.
        audience: String,
        /// What it wants.
        goals: String,
        /// How to reach it.
        reach: String,
        /// Its site.
        website: String,
        /// When it was written.
        written_at: Instant,
    },
    "SELECT o.name AS organisation, c.version AS version, c.causes AS causes, c.audience AS audience, c.goals AS goals,
        c.reach AS reach, c.website AS website, c.written_at AS written_at
    FROM directory_cards c JOIN organisations o ON o.id = c.organisation_id
    WHERE c.author_id = $1 ORDER BY c.written_at, c.version"
);

section!(
    /// What it asked about the directory.
    directory_requests, DirectoryRequestRow {
        /// What.
        kind: String,
        /// About whom.
        name: String,
        /// The fact it contested.
        fact: Option<String>,
        /// What it said is true.
        truth: String,
        /// Where it is shown.
        link: String,
        /// Why.
        reason: String,
        /// What became of it.
        state: String,
        /// When.
        asked_at: Instant,
        /// What was answered.
        answer: String,
    },
    "SELECT kind, name, fact, truth, link, reason, state, asked_at, answer
    FROM directory_requests WHERE asked_by = $1 ORDER BY asked_at, id"
);

section!(
    /// What it follows.
    follows, FollowRow {
        /// What kind of thing.
        topic: String,
        /// Which one.
        subject_id: Uuid,
        /// Since when.
        created_at: Instant,
    },
    "SELECT topic, subject_id, created_at FROM follows WHERE account_id = $1 ORDER BY created_at, subject_id"
);

section!(
    /// The news that its address asked for.
    subscriptions, SubscriptionRow {
        /// What kind of thing.
        topic: String,
        /// Which one.
        subject_id: Uuid,
        /// When it was asked for.
        created_at: Instant,
        /// When it was confirmed.
        confirmed_at: Option<Instant>,
    },
    "SELECT s.topic AS topic, s.subject_id AS subject_id, s.created_at AS created_at, s.confirmed_at AS confirmed_at
    FROM subscriptions s JOIN accounts a ON a.email = s.email WHERE a.id = $1 ORDER BY s.created_at, s.subject_id"
);

section!(
    /// The lists of organisations that it keeps.
    shortlists, ShortlistRow {
        /// Its identifier.
        id: Uuid,
        /// What it is called.
        title: String,
        /// What it is for.
        aim: String,
        /// Whether a link opens it.
        link_open: bool,
        /// Since when.
        created_at: Instant,
    },
    "SELECT id, title, aim, link_open, created_at FROM shortlists WHERE keeper_id = $1 ORDER BY created_at, id"
);

section!(
    /// The lists of others on which it is named.
    shortlist_members, ShortlistMembershipRow {
        /// Which list.
        shortlist_id: Uuid,
        /// What it may do there.
        access: String,
        /// Since when.
        named_at: Instant,
    },
    "SELECT shortlist_id, access, named_at FROM shortlist_members WHERE account_id = $1 ORDER BY named_at, shortlist_id"
);

section!(
    /// What it put on lists, and what stands on those that it keeps.
    shortlist_entries, ShortlistEntryRow {
        /// On which list.
        shortlist_id: Uuid,
        /// Its key in the directory.
        directory_key: Option<String>,
        /// Its name.
        name: String,
        /// Why it is there.
        why: String,
        /// The search or the text it was found by.
        sought: String,
        /// The notes on it.
        notes: String,
        /// When it was added.
        added_at: Instant,
        /// When it was taken off.
        removed_at: Option<Instant>,
    },
    "SELECT shortlist_id, directory_key, name, why, sought, notes, added_at, removed_at FROM shortlist_entries
     WHERE added_by = $1 OR shortlist_id IN (SELECT id FROM shortlists WHERE keeper_id = $1) ORDER BY added_at, id"
);

section!(
    /// The marks of interest and influence that it gave.
    stakes, StakeRow {
        /// To which organisation.
        name: String,
        /// Of what.
        axis: String,
        /// The mark, from 1 to 4.
        mark: i64,
        /// Why.
        reason: String,
        /// When.
        created_at: Instant,
        /// Until when.
        replaced_at: Option<Instant>,
    },
    "SELECT e.name, k.axis, k.mark, k.reason, k.created_at, k.replaced_at
     FROM stakes k JOIN shortlist_entries e ON e.id = k.entry_id WHERE k.author_id = $1 ORDER BY k.created_at, k.id"
);

section!(
    /// What it answered when asked who is absent.
    absents, AbsentRow {
        /// On which list.
        shortlist_id: Uuid,
        /// Who; nobody as far as it knew, when empty.
        who: Option<String>,
        /// Why they should be there.
        why: String,
        /// When.
        created_at: Instant,
    },
    "SELECT shortlist_id, who, why, created_at FROM absents WHERE author_id = $1 ORDER BY created_at, id"
);
