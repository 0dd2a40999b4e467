//! Who brings consultations from elsewhere.

use fabrique_app::{
    Error,
    import::{self, Files, Options},
};
use fabrique_domain::{consultation::ConsultationTitle, text::Slug};
use fabrique_testkit::{Cast, on_both_engines};

/// Only to see what would be done.
fn options() -> Options {
    Options {
        into: Slug::of("avant"),
        title: ConsultationTitle::parse("Une consultation d’avant").unwrap(),
        plan: None,
        source: "Un export d’essai".to_owned(),
        dry_run: true,
    }
}

on_both_engines! {
    async fn who_runs_consultations_brings_those_of_elsewhere(store) {
        let (cast, platform) = (Cast::assemble(store).await, store.platform());
        for (name, actor) in cast.everybody() {
            let may = ["coordinator", "platform"].contains(&name);
            let told = import::cap_collectif(&platform, &actor, "".as_bytes(), &options(), &mut |_| {}).await;
            assert_eq!(told.is_ok(), may, "{name}: {told:?}");
            let files = Files::<&[u8]>::default();
            let told = import::decidim(&platform, &actor, files, &options(), &mut |_| {}).await;
            assert_eq!(told.is_ok(), may, "{name}: {told:?}");
            assert!(may || matches!(told, Err(Error::SignInNeeded | Error::Forbidden(_))), "{name}: {told:?}");
        }
    }
}
