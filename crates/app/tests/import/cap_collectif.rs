//! Exports of Cap Collectif written by hand.

use fabrique_app::{Error, import};
use fabrique_domain::{
    Choice,
    account::Role,
    consultation::ConsultationState,
    proposal::{ProposalState, Side},
};
use fabrique_storage::{argument, plan, proposal, transact};
use fabrique_testkit::{Cast, contribution::open_consultation, on_both_engines};

use crate::{cap_collectif, options, outcomes, place, proposals};

const BICYCLES: &str = r#"{"opinion": {
    "id": 7, "title": "Des arceaux à vélos", "body": "<p>Devant <b>chaque</b> école</p>",
    "created_at": "2015-09-26T02:27:54+0200", "author": {"displayName": "Participant 1"},
    "type": {"id": 3, "title": "Section 1", "subtitle": "Se déplacer"},
    "votes_ok": 5, "votes_mitige": 2, "votes_nok": 1,
    "arguments": [
        {"id": 70, "type": 1, "body": "Oui, vite", "votes_count": 4, "created_at": "2015-09-27T10:00:00+0200"},
        {"id": 71, "type": 0, "body": "Non merci", "created_at": "2015-09-28T10:00:00+0200"},
        {"id": 72, "type": 1, "body": "Retiré", "is_trashed": true}
    ],
    "appendices": [{"body": "<p>Pourquoi</p>", "type": {"title": "Explication"}}],
    "sources": [{"id": 9, "title": "Étude", "link": "https://example.org", "body": "Lue"}],
    "modals": [{"key": "a"}]
}}"#;

/// The bicycles on one line, and another proposal.
fn export() -> String {
    format!("{}\n{}\n", BICYCLES.replace('\n', " "), r#"{"opinion": {"id": 8, "title": "Des bancs à l’ombre"}}"#)
}

on_both_engines! {
    async fn an_export_becomes_a_closed_consultation_that_owes_no_answer(store) {
        let report = cap_collectif(store, &export(), &options("autrefois")).await.unwrap();
        assert_eq!(outcomes(&report), (5, 0, 0));
        assert_eq!((report.votes, report.collections["proposals"].created), (8, 2));
        let found = place(store, "autrefois").await.unwrap();
        assert_eq!(found.state(store.clock.now_minus_days(0)), ConsultationState::NoReportExpected);
        assert!(!found.owes_answers());
        assert_eq!((found.proposals, found.arguments, found.positions), (2, 2, 0));
        assert_eq!(found.source, "Un export d’essai, licence ouverte");
    }

    async fn votes_arguments_sections_and_sources_are_kept(store) {
        cap_collectif(store, &export(), &options("autrefois")).await.unwrap();
        let items = proposals(store, "autrefois").await;
        let id = items.iter().find(|item| item.title == "Des arceaux à vélos").unwrap().id;
        let reader = &mut store.read().await.unwrap();
        let kept = proposal::find(reader, id).await.unwrap().unwrap();
        assert_eq!((kept.historic_supports, kept.historic_mixed, kept.historic_against), (5, 2, 1));
        assert_eq!((kept.arguments_for, kept.arguments_against), (1, 1));
        assert_eq!(kept.body, "Devant **chaque** école");
        let found_useful = argument::list(reader, id, Side::For, None, 9).await.unwrap();
        assert_eq!(found_useful.iter().map(|argument| argument.historic_useful).collect::<Vec<_>>(), [4]);
        let appendices = proposal::appendices(reader, id).await.unwrap();
        let titles: Vec<_> = appendices.iter().map(|appendix| appendix.title.as_str()).collect();
        assert_eq!(titles, ["Explication", "Source\u{a0}: Étude"]);
        let themes = plan::theme::list(reader, place(store, "autrefois").await.unwrap().plan_id).await.unwrap();
        assert_eq!(themes.iter().map(|theme| Some(theme.id)).collect::<Vec<_>>(), [kept.theme_id]);
    }

    async fn a_second_run_changes_nothing_and_says_so(store) {
        cap_collectif(store, &export(), &options("autrefois")).await.unwrap();
        let before = (place(store, "autrefois").await, proposals(store, "autrefois").await);
        store.clock.pass_days(3);
        let report = cap_collectif(store, &export(), &options("autrefois")).await.unwrap();
        assert_eq!(outcomes(&report), (0, 0, 5));
        assert_eq!((place(store, "autrefois").await, proposals(store, "autrefois").await), before);
    }

    async fn what_changed_there_changes_here(store) {
        cap_collectif(store, &export(), &options("autrefois")).await.unwrap();
        let changed = export()
            .replace("Des arceaux à vélos", "Des arceaux et des pompes")
            .replace(r#""votes_ok": 5"#, r#""votes_ok": 6"#)
            .replace(r#""id": 71, "type": 0"#, r#""id": 71, "type": 1"#);
        let report = cap_collectif(store, &changed, &options("autrefois")).await.unwrap();
        assert_eq!(outcomes(&report), (0, 2, 3));
        let items = proposals(store, "autrefois").await;
        let id = items.iter().find(|item| item.title == "Des arceaux et des pompes").unwrap().id;
        let kept = proposal::find(&mut store.read().await.unwrap(), id).await.unwrap().unwrap();
        assert_eq!((kept.historic_supports, kept.arguments_for, kept.arguments_against), (6, 2, 0));
        assert_eq!(place(store, "autrefois").await.unwrap().arguments, 2);
    }

    async fn a_bad_line_is_told_and_the_rest_goes_on(store) {
        let torn = format!("{{\"opinion\": {{\"id\":\n{}{{\"opinion\": {{\"id\": 9}}}}\n", export());
        let report = cap_collectif(store, &torn, &options("autrefois")).await.unwrap();
        assert_eq!(outcomes(&report), (5, 0, 0));
        let told: Vec<_> = report.rejected.iter().map(|rejected| (rejected.line, rejected.id.as_deref())).collect();
        assert_eq!(told, [(1, None), (4, Some("9"))]);
        assert!(report.losses.iter().any(|lost| lost.kind == "pop-up comparisons" && lost.places == ["7"]));
    }

    async fn a_rehearsal_writes_nothing(store) {
        let rehearsal = import::Options { dry_run: true, ..options("autrefois") };
        let report = cap_collectif(store, &export(), &rehearsal).await.unwrap();
        assert_eq!(outcomes(&report), (5, 0, 0));
        assert_eq!(place(store, "autrefois").await, None);
        cap_collectif(store, &export(), &options("autrefois")).await.unwrap();
        assert_eq!(outcomes(&cap_collectif(store, &export(), &rehearsal).await.unwrap()), (0, 0, 5));
    }

    async fn nothing_is_mixed_with_what_people_contribute_here(store) {
        open_consultation(store, "ouverte").await;
        let refused = cap_collectif(store, &export(), &options("ouverte")).await;
        assert!(matches!(refused, Err(Error::Refused("import-into-own-consultation"))), "{refused:?}");
    }

    async fn two_exports_may_use_the_same_numbers(store) {
        cap_collectif(store, &export(), &options("autrefois")).await.unwrap();
        let report = cap_collectif(store, &export(), &options("ailleurs")).await.unwrap();
        assert_eq!(outcomes(&report), (5, 0, 0));
    }

    async fn what_was_withdrawn_there_is_hidden_here(store) {
        let withdrawn = r#"{"opinion": {"id": 1, "title": "Retirée là-bas", "is_trashed": true}}"#;
        cap_collectif(store, withdrawn, &options("autrefois")).await.unwrap();
        assert_eq!(proposals(store, "autrefois").await, []);
        let reader = &mut store.read().await.unwrap();
        let key = fabrique_storage::import::Key {
            source: "cap-collectif/autrefois",
            collection: "proposal",
            external_id: "1",
        };
        let known = fabrique_storage::import::find(reader, key).await.unwrap().unwrap();
        let id = fabrique_domain::id::Id::from_uuid(known.entity_id);
        assert_eq!(proposal::find(reader, id).await.unwrap().unwrap().state, ProposalState::Hidden);
    }

    async fn only_coordinators_and_the_console_import(store) {
        let cast = Cast::assemble(store).await;
        let platform = store.platform();
        for role in Role::ALL {
            let actor = cast.actor(*role);
            let done = import::cap_collectif(&platform, actor, "".as_bytes(), &options("autrefois"), &mut |_| {}).await;
            assert_eq!(done.is_ok(), *role == Role::Coordinator, "{}", role.code());
        }
        let anonymous = fabrique_domain::account::Actor::Anonymous;
        let done = import::cap_collectif(&platform, &anonymous, "".as_bytes(), &options("x"), &mut |_| {}).await;
        assert!(matches!(done, Err(Error::SignInNeeded)));
    }

    async fn the_plan_of_the_day_holds_it_else_the_archive(store) {
        cap_collectif(store, &export(), &options("autrefois")).await.unwrap();
        let archive = place(store, "autrefois").await.unwrap().plan_id;
        let named = transact!(store.store, |tx| fabrique_storage::testing::plant_plan(tx, "nouveau").await).unwrap();
        let recent = export().replace("2015-", "2027-");
        cap_collectif(store, &recent, &options("recente")).await.unwrap();
        assert_eq!(place(store, "recente").await.unwrap().plan_id, named);
        cap_collectif(store, &export(), &options("autre")).await.unwrap();
        assert_eq!(place(store, "autre").await.unwrap().plan_id, archive);
    }
}
