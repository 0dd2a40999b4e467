//! Who reads what people add to the directory, and who adds it.

use fabrique_app::{
    Error, Platform,
    directory::{
        self, Asked, Portrait, Subject, SubjectText, card,
        request::{self, Answer},
    },
};
use fabrique_directory::Filters;
use fabrique_domain::{
    account::{Actor, Role},
    directory::{Ask, CardInput, Cause, Fact, Reach, Reason, Truth},
    id::{DirectoryRequestId, Id, OrganisationId, ProposalId},
    organisation::Website,
};
use fabrique_storage::{organisation, transact};
use fabrique_testkit::{Cast, TestStore, on_both_engines};

use uuid::Uuid;

use crate::let_in;

const NOBODY: [&str; 0] = [];

const ASSOCIATION: &str = "association-des-essais";

fn card_input() -> CardInput {
    CardInput {
        seen: 0,
        causes: Cause::parse("Essayer").unwrap(),
        audience: Cause::parse("").unwrap(),
        goals: Cause::parse("").unwrap(),
        goals_still_hold: false,
        reach: Reach::parse("").unwrap(),
        website: Website::default(),
    }
}

fn reason() -> Reason {
    Reason::parse("Pour la forme").unwrap()
}

fn contest() -> Ask {
    Ask::Contest { fact: Fact::Seat, truth: Truth::parse("À Castres").unwrap(), link: Website::default() }
}

async fn portrait(store: &TestStore, platform: &Platform, id: OrganisationId) -> Portrait {
    let found = organisation::find(&mut store.read().await.unwrap(), id).await.unwrap().unwrap();
    Portrait::of(platform, found)
}

async fn asked(store: &TestStore, platform: &Platform, who: &Actor, about: &Portrait, ask: &Ask) -> DirectoryRequestId {
    let asked: Result<_, Error> = transact!(store.store, |tx| request::ask(platform, who, tx, about, ask).await);
    asked.unwrap()
}

on_both_engines! {
    async fn everybody_learns_whom_the_platform_knows_and_whom_to_leave_in_peace(store) {
        let cast = Cast::assemble(store).await;
        let everybody = cast.everybody().len();
        assert_eq!(let_in!(store, cast, |_actor, tx| directory::known(tx)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| directory::withdrawn(tx)).len(), everybody);
    }

    async fn everybody_finds_allies_for_what_they_may_read(store) {
        let (cast, platform) = (Cast::assemble(store).await, store.platform());
        let text = SubjectText::parse("Lutter contre l’illettrisme").unwrap();
        let asked = Asked { subject: Subject::Text(text), filters: Filters::default() };
        let admitted = let_in!(store, cast, |actor, tx| directory::discover(&platform, &actor, tx, &asked));
        assert_eq!(admitted.len(), cast.everybody().len());
        let unknown = Asked { subject: Subject::Proposal(ProposalId::from_uuid(Uuid::nil())), ..asked };
        assert_eq!(let_in!(store, cast, |actor, tx| directory::discover(&platform, &actor, tx, &unknown)), NOBODY);
    }

    async fn everybody_reads_the_page_of_an_organisation_and_compares_several(store) {
        let (cast, platform) = (Cast::assemble(store).await, store.platform());
        let everybody = cast.everybody().len();
        let about = portrait(store, &platform, cast.association).await;
        let names = [ASSOCIATION.to_owned()];
        assert_eq!(let_in!(store, cast, |_actor, tx| directory::portrait(&platform, tx, ASSOCIATION)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| directory::added(tx, &about)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| directory::compared(&platform, tx, &names)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| card::versions(tx, cast.association, None, 5)).len(), everybody);
        let entry = entry();
        assert_eq!(let_in!(store, cast, |_actor, tx| directory::alike(&platform, tx, &entry)).len(), everybody);
    }

    async fn a_card_is_written_by_those_who_speak_for_its_organisation(store) {
        let cast = Cast::assemble(store).await;
        let input = card_input();
        let admitted = let_in!(store, cast, |actor, tx| card::write(&actor, tx, cast.association, &input));
        assert_eq!(admitted, ["organisation_member"]);
        let admitted = let_in!(store, cast, |actor, tx| card::write(&actor, tx, cast.institution, &input));
        assert_eq!(admitted, ["agent"]);
        let admitted = let_in!(store, cast, |actor, tx| card::to_write(&actor, tx, ASSOCIATION));
        assert_eq!(admitted, ["organisation_member"]);
    }

    async fn whoever_contributes_asks_something_of_the_coordination(store) {
        let (cast, platform) = (Cast::assemble(store).await, store.platform());
        let about = portrait(store, &platform, cast.association).await;
        let contributors = ["citizen", "agent", "organisation_member", "facilitator", "coordinator", "administrator"];
        for ask in [contest(), Ask::Withdrawal { reason: reason() }, Ask::Voice { reason: reason() }] {
            let admitted = let_in!(store, cast, |actor, tx| request::ask(&platform, &actor, tx, &about, &ask));
            assert_eq!(admitted, contributors);
        }
    }

    async fn an_organisation_comes_back_by_its_members_who_asked_or_the_coordination(store) {
        let (cast, platform) = (Cast::assemble(store).await, store.platform());
        let about = portrait(store, &platform, cast.association).await;
        asked(store, &platform, cast.actor(Role::Facilitator), &about, &Ask::Withdrawal { reason: reason() }).await;
        let admitted = let_in!(store, cast, |actor, tx| request::come_back(&actor, tx, &about));
        assert_eq!(admitted, ["organisation_member", "facilitator", "coordinator", "administrator", "platform"]);
    }

    async fn requests_are_read_by_those_who_keep_the_directory_and_by_who_asked(store) {
        let (cast, platform) = (Cast::assemble(store).await, store.platform());
        let about = portrait(store, &platform, cast.association).await;
        let id = asked(store, &platform, cast.actor(Role::Citizen), &about, &contest()).await;
        let keepers = ["coordinator", "administrator", "platform"];
        assert_eq!(let_in!(store, cast, |actor, tx| request::waiting(&actor, tx, None, 5)), keepers);
        assert_eq!(let_in!(store, cast, |actor, tx| request::handled(&actor, tx)), keepers);
        assert_eq!(let_in!(store, cast, |actor, tx| request::count_waiting(&actor, tx)), keepers);
        let admitted = let_in!(store, cast, |actor, tx| request::find(&actor, tx, id));
        assert_eq!(admitted, ["citizen", "coordinator", "administrator", "platform"]);
        let admitted = let_in!(store, cast, |actor, tx| request::own(&actor, tx));
        assert_eq!(admitted.len(), cast.everybody().len() - 2, "everybody who is somebody");
    }

    async fn requests_are_answered_by_those_who_keep_the_directory_and_a_role_is_given_by_who_gives_roles(store) {
        let (cast, platform) = (Cast::assemble(store).await, store.platform());
        let about = portrait(store, &platform, cast.association).await;
        let citizen = cast.actor(Role::Citizen);
        let wrong = asked(store, &platform, citizen, &about, &contest()).await;
        let yes = Answer { agrees: true, reason: reason() };
        let admitted = let_in!(store, cast, |actor, tx| request::answer(&platform, &actor, tx, wrong, &yes));
        assert_eq!(admitted, ["coordinator", "administrator", "platform"]);
        let voice = asked(store, &platform, citizen, &about, &Ask::Voice { reason: reason() }).await;
        let admitted = let_in!(store, cast, |actor, tx| request::answer(&platform, &actor, tx, voice, &yes));
        assert_eq!(admitted, ["administrator", "platform"]);
        let no = Answer { agrees: false, reason: reason() };
        let admitted = let_in!(store, cast, |actor, tx| request::answer(&platform, &actor, tx, voice, &no));
        assert_eq!(admitted, ["coordinator", "administrator", "platform"]);
    }
}

/// An association of the registers, invented.
fn entry() -> fabrique_directory::Entry {
    use fabrique_directory::{Contact, Entry, Kind, Life, Place, Size};
    Entry {
        key: "W1".to_owned(),
        aliases: Vec::new(),
        kind: Kind::Association,
        name: "LES JARDINS".to_owned(),
        short_name: String::new(),
        purpose: String::new(),
        themes: [0, 0],
        place: Place::default(),
        life: Life::default(),
        size: Size::Unknown,
        recognised: false,
        siren: String::new(),
        contact: Contact::default(),
        parent: String::new(),
        lobbying: Vec::new(),
        funding: Vec::new(),
        provenance: Vec::new(),
    }
}
