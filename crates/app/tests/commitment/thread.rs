//! The thread, read from either end.

use fabrique_app::{
    Error,
    response::{self, ResponseDraft, Seen},
    trace::{self, BeadKind, Says, Thread},
};
use fabrique_domain::{
    account::{Actor, Person, Role},
    commitment::Level,
    consultation::Consultation,
    id::{ClauseId, CommitmentId, ProposalId, ResponseId},
    proposal::{Proposal, ProposalState},
    response::Decision,
    text::Markdown,
};
use fabrique_storage::{commitment::clause, proposal, transact};
use fabrique_testkit::{
    TestStore,
    contribution::{open_consultation, person, published_proposal},
    on_both_engines,
};

use crate::stage::Stage;

/// A published commitment with its clause, a consultation and somebody who contributes to it.
struct Story<'s> {
    stage: Stage<'s>,
    commitment: CommitmentId,
    clause: ClauseId,
    consultation: Consultation,
    author: Person,
}

impl<'s> Story<'s> {
    async fn begin(store: &'s TestStore) -> Self {
        let stage = Stage::set(store).await;
        let commitment = stage.published(Level::Commitment, None).await;
        let clause = clause::of_commitment(&mut store.read().await.unwrap(), commitment).await.unwrap().remove(0).id;
        let consultation = open_consultation(store, "ouvrir").await;
        let author = person(store, "Dominique", &[]).await;
        Self { stage, commitment, clause, consultation, author }
    }

    async fn propose(&self, title: &str) -> Proposal {
        published_proposal(self.stage.store, &self.consultation, &self.author, title).await
    }

    async fn answer(&self, of: &[ProposalId], decision: Decision, merged_into: Option<ProposalId>) -> ResponseId {
        let store = self.stage.store;
        let input = ResponseDraft {
            institution_id: self.stage.institution,
            contributions: of.to_vec(),
            decision,
            reason: Markdown::parse("La loi le permet déjà depuis deux ans, et le service est prêt.").unwrap(),
            reason_en: Markdown::parse("").unwrap(),
            merged_into,
            clauses: if decision.needs_clause() { vec![self.clause] } else { Vec::new() },
        };
        let (writer, reader) = (&self.stage.agent, &self.stage.coordinator);
        let platform = store.platform();
        transact!(store.store, |tx| {
            let id = response::draft(writer, tx, self.consultation.id, &input).await?;
            response::submit(writer, tx, Seen { id, version: 1 }).await?;
            let version = fabrique_storage::response::get(tx, id).await?.unwrap().version;
            response::publish(&platform, reader, tx, Seen { id, version }).await?;
            Ok::<_, Error>(id)
        })
        .unwrap()
    }

    async fn of_proposal(&self, id: ProposalId) -> Thread {
        let (store, nobody) = (self.stage.store, Actor::Anonymous);
        trace::of_proposal(&store.platform(), &nobody, &mut store.read().await.unwrap(), id).await.unwrap()
    }

    async fn of_clause(&self) -> Thread {
        let store = self.stage.store;
        trace::of_clause(&store.platform(), &mut store.read().await.unwrap(), self.clause).await.unwrap()
    }
}

on_both_engines! {
    async fn a_contribution_taken_up_leads_to_its_clause_its_commitment_and_what_is_to_come(store) {
        let story = Story::begin(store).await;
        let proposal = story.propose("Publier chaque avis").await;
        story.answer(&[proposal.id], Decision::TakenUp, None).await;
        let thread = story.of_proposal(proposal.id).await;
        assert_eq!(
            thread.outline(),
            ["*contribution:done", "answer:done", "clause:done", "commitment:done", "milestone:planned", "evaluation:planned"]
        );
        assert_eq!(thread.beads[2].path, format!("/commitments/{}/clauses/1", story.commitment));
        assert_eq!(thread.awaited(), None);
    }

    async fn the_clause_leads_back_to_the_contribution(store) {
        let story = Story::begin(store).await;
        let proposal = story.propose("Publier chaque avis").await;
        let answer = story.answer(&[proposal.id], Decision::PartlyTakenUp, None).await;
        let thread = story.of_clause().await;
        assert_eq!(
            thread.outline(),
            ["contribution:done", "answer:partly", "*clause:done", "commitment:done", "milestone:planned", "evaluation:planned"]
        );
        assert_eq!(thread.beads[0].path, format!("/proposals/{}", proposal.id));
        let from_answer =
            trace::of_response(&store.platform(), &mut store.read().await.unwrap(), answer).await.unwrap();
        assert_eq!(from_answer.outline()[..3], ["contribution:done", "*answer:partly", "clause:done"]);
        let whole = trace::of_commitment(&store.platform(), &mut store.read().await.unwrap(), story.commitment).await;
        assert_eq!(
            whole.unwrap().outline(),
            ["contribution:done", "answer:partly", "clause:done", "*commitment:done", "milestone:planned", "evaluation:planned"]
        );
    }

    async fn an_answer_is_promised_while_people_contribute_then_awaited_by_the_day_and_then_late(store) {
        let story = Story::begin(store).await;
        let proposal = story.propose("Publier chaque avis").await;
        store.clock.pass_days(12);
        assert_eq!(story.of_proposal(proposal.id).await.outline(), ["*contribution:done", "answer:planned"]);
        store.clock.pass_days(28);
        let waiting = story.of_proposal(proposal.id).await;
        assert_eq!(waiting.outline(), ["*contribution:done", "answer:owed"]);
        assert_eq!(waiting.awaited().unwrap().awaited_days, Some(40));
        store.clock.pass_days(32);
        let late = story.of_proposal(proposal.id).await;
        assert_eq!(late.outline(), ["*contribution:done", "answer:late"]);
        assert_eq!(late.awaited().unwrap().awaited_days, Some(12));
    }

    async fn a_refusal_ends_the_thread_and_a_merger_goes_on_along_the_other(store) {
        let story = Story::begin(store).await;
        let (refused, merged, target) = (
            story.propose("Publier sur papier").await,
            story.propose("Publier les avis").await,
            story.propose("Publier chaque avis").await,
        );
        story.answer(&[refused.id], Decision::NotTakenUp, None).await;
        story.answer(&[target.id], Decision::TakenUp, None).await;
        story.answer(&[merged.id], Decision::Merged, Some(target.id)).await;
        assert_eq!(story.of_proposal(refused.id).await.outline(), ["*contribution:done", "answer:refused"]);
        assert_eq!(
            story.of_proposal(merged.id).await.outline()[..5],
            ["*contribution:done", "answer:merged", "contribution:done", "answer:done", "clause:done"]
        );
    }

    async fn many_contributions_behind_a_clause_are_counted_and_the_first_told(store) {
        let story = Story::begin(store).await;
        let mut all = Vec::new();
        for number in 0..10 {
            store.clock.pass(1);
            all.push(story.propose(&format!("Publier chaque avis, {number}")).await.id);
        }
        let answer = story.answer(&all, Decision::TakenUp, None).await;
        let beads = story.of_clause().await.beads;
        let told: Vec<_> = beads.iter().filter(|bead| bead.kind == BeadKind::Contribution).collect();
        assert_eq!((told.len(), told[2].others), (3, 7));
        assert_eq!(told[0].path, format!("/proposals/{}", all[0]));
        let of_answer = trace::of_response(&store.platform(), &mut store.read().await.unwrap(), answer).await.unwrap();
        assert_eq!((of_answer.beads[2].kind, of_answer.beads[2].others), (BeadKind::Contribution, 7));
    }

    async fn a_milestone_whose_day_has_passed_owes_its_evidence(store) {
        let story = Story::begin(store).await;
        store.clock.pass_days(220);
        let thread = story.of_clause().await;
        assert_eq!(thread.outline()[1..], ["commitment:done", "evidence:late", "evaluation:planned"]);
        let owed = thread.awaited().unwrap();
        assert_eq!(owed.title.fr, "Un fichier public, chaque mois.");
        assert_eq!(owed.awaited_days, Some(1));
    }

    async fn what_was_hidden_is_not_told_again_and_a_draft_is_nobody_elses(store) {
        let story = Story::begin(store).await;
        let hidden = story.propose("Un titre à cacher").await;
        transact!(store.store, |tx| {
            let after = Proposal { state: ProposalState::Hidden, ..hidden.clone() };
            proposal::update(tx, &hidden, &after).await.map_err(Error::from)
        })
        .unwrap();
        let bead = story.of_proposal(hidden.id).await.beads.remove(0);
        assert_eq!((bead.says, bead.title.fr.as_str(), bead.who.len()), (Says::Hidden, "", 0));
        transact!(store.store, |tx| {
            let after = Proposal { state: ProposalState::Draft, published_at: None, ..hidden.clone() };
            let before = Proposal { state: ProposalState::Hidden, ..hidden.clone() };
            proposal::update(tx, &before, &after).await.map_err(Error::from)
        })
        .unwrap();
        let (platform, stranger) = (store.platform(), person(store, "Sacha", &[(Role::Citizen, None)]).await);
        for (actor, readable) in
            [(Actor::Anonymous, false), (Actor::Person(stranger), false), (Actor::Person(story.author.clone()), true)]
        {
            let mut reader = store.read().await.unwrap();
            assert_eq!(trace::of_proposal(&platform, &actor, &mut reader, hidden.id).await.is_ok(), readable);
        }
    }
    async fn the_example_of_a_plan_is_its_most_supported_thread_one_bead_of_each_kind(store) {
        let story = Story::begin(store).await;
        let platform = store.platform();
        let plan = story.stage.plan;
        let example = async || trace::example(&platform, &mut store.read().await.unwrap(), plan).await.unwrap();
        let first = story.propose("Publier les agendas").await;
        story.propose("Publier les avis").await;
        assert_eq!(example().await, None, "nothing was answered yet");
        let refused = story.propose("Publier les brouillons").await;
        story.answer(&[refused.id], Decision::NotTakenUp, None).await;
        assert_eq!(example().await, None, "nothing changed the plan yet");
        story.answer(&[first.id], Decision::TakenUp, None).await;
        let found = example().await.unwrap();
        assert_eq!((found.proposal_id, &*found.title), (first.id, "Publier les agendas"));
        let outline = found.thread.outline();
        let kinds: Vec<_> = outline.iter().filter_map(|bead| bead.split(':').next()).collect();
        assert_eq!(kinds, ["contribution", "answer", "clause", "commitment", "milestone", "evaluation"]);
    }
}
