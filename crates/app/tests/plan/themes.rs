//! Themes are added, renamed and put in order.

use fabrique_app::{
    Error,
    plan::themes::{self, Way},
};
use fabrique_domain::{
    Localized,
    account::{Actor, Role},
    id::{PlanId, ThemeId},
    plan::{ThemeCard, ThemeName},
    text::{Fault, Markdown},
};
use fabrique_storage::transact;
use fabrique_testkit::{Cast, TestStore, on_both_engines};

use crate::plan_in;

fn card(name: &str) -> ThemeCard {
    ThemeCard {
        name: Localized::french(ThemeName::parse(name).unwrap()),
        description: Localized::french(Markdown::parse("").unwrap()),
    }
}

async fn add(store: &TestStore, actor: &Actor, plan: PlanId, name: &str) -> Result<ThemeId, Error> {
    transact!(store.store, |tx| themes::add(actor, tx, plan, &card(name)).await)
}

async fn slugs(store: &TestStore, plan: PlanId) -> Vec<String> {
    let themes = themes::list(&mut store.read().await.unwrap(), plan).await.unwrap();
    themes.into_iter().map(|theme| theme.slug).collect()
}

on_both_engines! {
    async fn a_theme_keeps_its_address_when_it_is_renamed(store) {
        let (cast, plan) = (Cast::assemble(store).await, plan_in(store).await);
        let coordinator = cast.actor(Role::Coordinator);
        let id = add(store, coordinator, plan, "Santé publique").await.unwrap();
        transact!(store.store, |tx| themes::edit(coordinator, tx, id, &card("Santé et soin")).await).unwrap();
        let themes = themes::list(&mut store.read().await.unwrap(), plan).await.unwrap();
        assert_eq!((themes[0].slug.as_str(), themes[0].name.fr.as_str()), ("sante-publique", "Santé et soin"));
    }

    async fn two_themes_of_a_plan_never_have_the_same_address(store) {
        let (cast, plan) = (Cast::assemble(store).await, plan_in(store).await);
        let coordinator = cast.actor(Role::Coordinator);
        add(store, coordinator, plan, "Santé").await.unwrap();
        let again = add(store, coordinator, plan, "SANTE").await;
        assert!(matches!(again, Err(Error::Invalid(faults)) if faults.of("name") == Some(Fault::Taken)));
    }

    async fn themes_are_put_in_order(store) {
        let (cast, plan) = (Cast::assemble(store).await, plan_in(store).await);
        let coordinator = cast.actor(Role::Coordinator);
        let mut ids = Vec::new();
        for name in ["Climat", "Santé", "Justice"] {
            ids.push(add(store, coordinator, plan, name).await.unwrap());
        }
        ids.reverse();
        transact!(store.store, |tx| themes::reorder(coordinator, tx, plan, &ids).await).unwrap();
        assert_eq!(slugs(store, plan).await, ["justice", "sante", "climat"]);
        transact!(store.store, |tx| themes::shift(coordinator, tx, ids[2], Way::Up).await).unwrap();
        assert_eq!(slugs(store, plan).await, ["justice", "climat", "sante"]);
        transact!(store.store, |tx| themes::shift(coordinator, tx, ids[0], Way::Up).await).unwrap();
        transact!(store.store, |tx| themes::shift(coordinator, tx, ids[1], Way::Down).await).unwrap();
        assert_eq!(slugs(store, plan).await, ["justice", "climat", "sante"], "the ends stay where they are");
    }

    async fn an_order_made_before_another_theme_came_is_not_kept(store) {
        let (cast, plan) = (Cast::assemble(store).await, plan_in(store).await);
        let coordinator = cast.actor(Role::Coordinator);
        let first = add(store, coordinator, plan, "Climat").await.unwrap();
        add(store, coordinator, plan, "Santé").await.unwrap();
        for order in [vec![first], vec![first, first], Vec::new()] {
            let outcome = transact!(store.store, |tx| themes::reorder(coordinator, tx, plan, &order).await);
            assert!(matches!(outcome, Err(Error::Changed)), "{order:?}");
        }
    }
}
