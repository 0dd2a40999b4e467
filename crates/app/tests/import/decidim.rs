//! Exports of Decidim written by hand.

use fabrique_app::{
    Result,
    import::{self, Files, Options, Report},
};
use fabrique_domain::account::Actor;
use fabrique_storage::{proposal, remark};
use fabrique_testkit::{TestStore, on_both_engines};

use crate::{options, outcomes, place, proposals};

const PROPOSALS: &str = "id;category/id;category/name/fr;title;body;votes;created_at;url
4;9;Vélos;Des arceaux à vélos;Devant chaque école;12;2019-01-24 22:29:15 +0100;http://e.example/proposals/4
";
const COMMENTS: &str =
    "id;created_at;body;author/name;alignment;depth;commentable_id;commentable_type;root_commentable_url
1;2019-01-25 10:00:00 +0100;Très utile;;1;0;4;Decidim::Proposals::Proposal;http://e.example/proposals/4
2;2019-01-25 11:00:00 +0100;Où exactement ?;;0;0;4;Decidim::Proposals::Proposal;http://e.example/proposals/4
3;2019-01-26 10:00:00 +0100;Baissons la vitesse;;0;0;23;Decidim::Debates::Debate;http://e.example/debates/23
4;2019-01-26 11:00:00 +0100;Certainement pas;;-1;1;3;Decidim::Comments::Comment;http://e.example/debates/23
";

async fn decidim(store: &TestStore, options: &Options) -> Result<Report> {
    let files = Files { proposals: vec![PROPOSALS.as_bytes()], comments: vec![COMMENTS.as_bytes()] };
    import::decidim(&store.platform(), &Actor::Platform, files, options, &mut |_| {}).await
}

on_both_engines! {
    async fn comments_for_and_against_become_arguments_and_the_others_remarks(store) {
        let report = decidim(store, &options("debat")).await.unwrap();
        assert_eq!(outcomes(&report), (5, 0, 0));
        let kinds: Vec<_> = report.collections.iter().map(|(kind, tally)| (*kind, tally.created)).collect();
        assert_eq!(kinds, [("arguments", 2), ("discussions", 1), ("proposals", 1), ("remarks", 2)]);
        let items = proposals(store, "debat").await;
        let bicycles = items.iter().find(|item| item.title == "Des arceaux à vélos").unwrap();
        let reader = &mut store.read().await.unwrap();
        let kept = proposal::find(reader, bicycles.id).await.unwrap().unwrap();
        assert_eq!((kept.historic_supports, kept.arguments_for), (12, 1));
        let remarks = remark::list(reader, bicycles.id, None, 9).await.unwrap();
        assert_eq!(remarks.iter().map(|remark| remark.body.as_str()).collect::<Vec<_>>(), ["Où exactement ?"]);
    }

    async fn a_debate_without_its_question_becomes_one_contribution(store) {
        decidim(store, &options("debat")).await.unwrap();
        let items = proposals(store, "debat").await;
        let debate = items.iter().find(|item| item.title.starts_with("Discussion importée")).unwrap();
        let reader = &mut store.read().await.unwrap();
        let kept = proposal::find(reader, debate.id).await.unwrap().unwrap();
        assert_eq!((kept.arguments_for, kept.arguments_against), (0, 1));
        let address = proposal::appendices(reader, debate.id).await.unwrap();
        assert!(address[0].body.contains("http://e.example/debates/23"));
        let against = fabrique_domain::proposal::Side::Against;
        let answer = fabrique_storage::argument::list(reader, debate.id, against, None, 9).await.unwrap();
        assert_eq!(answer[0].body, "*En réponse au commentaire 3.*\n\nCertainement pas");
    }

    async fn a_second_run_of_both_files_changes_nothing(store) {
        decidim(store, &options("debat")).await.unwrap();
        let before = (place(store, "debat").await, proposals(store, "debat").await);
        assert_eq!(outcomes(&decidim(store, &options("debat")).await.unwrap()), (0, 0, 5));
        assert_eq!((place(store, "debat").await, proposals(store, "debat").await), before);
    }

    async fn a_file_with_another_header_is_rejected_alone(store) {
        let files = Files { proposals: vec!["name;address\nA;B\n".as_bytes()], comments: vec![COMMENTS.as_bytes()] };
        let platform = store.platform();
        let report = import::decidim(&platform, &Actor::Platform, files, &options("debat"), &mut |_| {}).await.unwrap();
        assert_eq!((report.rejected.len(), report.rejected[0].line), (1, 1));
        assert_eq!(outcomes(&report), (4, 0, 0));
    }
}
