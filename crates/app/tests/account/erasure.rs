//! Names that change, accounts that go, data that is carried away.

use fabrique_app::{
    Error,
    account::{Erasure, Profile, erase, export_own_data, update_profile},
};
use fabrique_domain::{
    Language,
    account::{Account, Actor, DisplayName, ERASED_NAME, Role},
    text::{EmailAddress, Fault},
};
use fabrique_storage::{account, proposal, transact};
use fabrique_testkit::{
    Cast, TestStore,
    contribution::{open_consultation, published_proposal},
    on_both_engines,
};

use super::{holder, is_refused, sign_in, somebody};

async fn leave(store: &TestStore, actor: &Actor, typed: &str) -> fabrique_app::Result<()> {
    let erasure = Erasure { email: EmailAddress::parse(typed).unwrap() };
    transact!(store.store, |tx| erase(actor, tx, &erasure).await)
}

async fn rename(store: &TestStore, actor: &Actor, name: &str) -> fabrique_app::Result<()> {
    let profile = Profile { display_name: DisplayName::parse(name).unwrap(), language: Language::French };
    transact!(store.store, |tx| update_profile(actor, tx, &profile).await)
}

async fn account_of(store: &TestStore, actor: &Actor) -> Account {
    let id = actor.account_id().unwrap();
    account::find(&mut store.read().await.unwrap(), id).await.unwrap().unwrap()
}

on_both_engines! {
    async fn a_new_name_stands_on_what_was_already_written(store) {
        let camille = somebody(store, "camille@example.org").await;
        let consultation = open_consultation(store, "ouverte").await;
        let proposal = published_proposal(store, &consultation, camille.person().unwrap(), "Publier").await;
        rename(store, &camille, "Sacha").await.unwrap();
        let kept = proposal::find(&mut store.read().await.unwrap(), proposal.id).await.unwrap().unwrap();
        assert_eq!(kept.author_name, "Sacha");
    }

    async fn nobody_passes_for_an_erased_account(store) {
        let camille = somebody(store, "camille@example.org").await;
        let outcome = rename(store, &camille, "compte SUPPRIME").await;
        assert!(matches!(outcome, Err(Error::Invalid(faults)) if faults.of("display_name") == Some(Fault::Taken)));
    }

    async fn an_erased_account_leaves_its_contributions_and_nothing_of_itself(store) {
        let platform = store.platform();
        let signed_in = sign_in(&platform, "camille@example.org").await;
        let camille = Actor::Person(holder(&platform, &signed_in.token).await.unwrap());
        let consultation = open_consultation(store, "ouverte").await;
        let proposal = published_proposal(store, &consultation, camille.person().unwrap(), "Publier").await;
        leave(store, &camille, "camille@example.org").await.unwrap();
        let account = account_of(store, &camille).await;
        assert_eq!((account.email, account.display_name.as_str()), (None, ERASED_NAME));
        assert!(holder(&platform, &signed_in.token).await.is_none());
        let kept = proposal::find(&mut store.read().await.unwrap(), proposal.id).await.unwrap().unwrap();
        assert_eq!((kept.author_name.as_str(), kept.title.as_str()), (ERASED_NAME, "Publier"));
        let again = sign_in(&platform, "camille@example.org").await;
        assert!(again.is_first && Some(again.account_id) != camille.account_id());
    }

    async fn an_account_goes_only_when_its_own_address_is_typed(store) {
        let camille = somebody(store, "camille@example.org").await;
        let outcome = leave(store, &camille, "autre@example.org").await;
        assert!(matches!(outcome, Err(Error::Invalid(faults)) if faults.of("email").is_some()));
        assert_eq!(account_of(store, &camille).await.email.as_deref(), Some("camille@example.org"));
    }

    async fn the_last_administrator_does_not_go(store) {
        let cast = Cast::assemble(store).await;
        let outcome = leave(store, cast.actor(Role::Administrator), "administrator@example.org").await;
        assert!(is_refused(&outcome, "last-administrator"));
    }

    async fn the_roles_of_an_erased_account_are_taken_back(store) {
        let cast = Cast::assemble(store).await;
        leave(store, cast.actor(Role::Coordinator), "coordinator@example.org").await.unwrap();
        let id = cast.actor(Role::Coordinator).account_id().unwrap();
        assert!(account::grant::in_force(&mut store.read().await.unwrap(), id).await.unwrap().is_empty());
    }

    async fn one_carries_away_everything_that_is_held_and_nothing_of_others(store) {
        let (camille, other) = (somebody(store, "camille@example.org").await, somebody(store, "autre@example.org").await);
        let consultation = open_consultation(store, "ouverte").await;
        published_proposal(store, &consultation, camille.person().unwrap(), "La mienne").await;
        published_proposal(store, &consultation, other.person().unwrap(), "La sienne").await;
        let document = export_own_data(&camille, &mut store.read().await.unwrap()).await.unwrap();
        assert_eq!(document["account"][0]["email"], "camille@example.org");
        assert_eq!(document["sessions"][0]["device"], "Firefox, Linux");
        assert_eq!(document["proposals"][0]["title"], "La mienne");
        assert!(!document.to_string().contains("La sienne") && !document.to_string().contains("autre@"));
    }
}

/// Columns that point at an account without saying anything of the person who asks: who decided,
/// reviewed or granted, which is the institution's business and stands on public pages.
const OF_OFFICE: [&str; 9] = [
    "granted_by",
    "revoked_by",
    "reviewed_by",
    "replied_by",
    "decided_by",
    "moderated_by",
    "handled_by",
    "acted_by",
    "recorded_by",
];
/// Tables whose sections of the document are named otherwise, or that hold public acts of office.
const ACTS_OF_OFFICE: [&str; 8] = [
    "page_versions",
    "clause_versions",
    "commitments",
    "commitment_changes",
    "response_versions",
    "consultation_revisions",
    "moderation_acts",
    "accessibility_audits",
];

#[test]
fn every_table_that_points_at_people_is_in_the_document_they_carry_away() {
    let source = include_str!("../../src/account/export.rs");
    let schema = fabrique_storage::schema();
    let mut table = "";
    for line in schema.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("CREATE TABLE ") {
            table = name.trim_end_matches([' ', '(']);
        }
        let column = line.split(' ').next().unwrap();
        let points = line.contains("REFERENCES accounts") && !OF_OFFICE.contains(&column);
        if points && !ACTS_OF_OFFICE.contains(&table) {
            assert!(source.contains(&format!("{table},")), "{table}.{column} is not in the document");
        }
    }
}
