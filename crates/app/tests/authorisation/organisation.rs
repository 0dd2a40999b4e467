//! Who may add and correct organisations.

use fabrique_app::organisation;
use fabrique_domain::{
    directory::RegisterNumber,
    organisation::{OrganisationCard, OrganisationKind, OrganisationName, Website},
    text::{Line, Slug},
};
use fabrique_testkit::{Cast, on_both_engines};

use crate::let_in;

fn card() -> OrganisationCard {
    OrganisationCard {
        slug: Slug::of("Agence neuve"),
        kind: OrganisationKind::Institution,
        name: OrganisationName::parse("Agence neuve").unwrap(),
        acronym: Line::parse("AN").unwrap(),
        purpose: Line::parse("").unwrap(),
        website: Website::default(),
        register_number: RegisterNumber::default(),
    }
}

on_both_engines! {
    async fn who_gives_roles_adds_organisations(store) {
        let cast = Cast::assemble(store).await;
        let admitted = let_in!(store, cast, |actor, tx| organisation::add(&actor, tx, &card()));
        assert_eq!(admitted, ["administrator", "platform"]);
    }

    async fn who_gives_roles_corrects_organisations(store) {
        let cast = Cast::assemble(store).await;
        let admitted = let_in!(store, cast, |actor, tx| organisation::correct(&actor, tx, cast.institution, &card()));
        assert_eq!(admitted, ["administrator", "platform"]);
    }

    async fn everybody_reads_organisations(store) {
        let cast = Cast::assemble(store).await;
        let admitted = let_in!(store, cast, |_actor, tx| organisation::find(tx, "ministere-des-essais"));
        assert_eq!(admitted.len(), cast.everybody().len());
    }
}
