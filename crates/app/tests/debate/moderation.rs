//! Reports, hiding with a reason, and what everybody may read of it.

use fabrique_app::{Error, Result, argument, argument::NewArgument, moderation, moderation::NewReport};
use fabrique_domain::{
    account::{Actor, AuthorKind, Role},
    id::ArgumentId,
    moderation::{Act, Ground, ReportState, Subject, SubjectKind},
    proposal::{ArgumentBody, ArgumentState, ProposalState, Reason, Side},
};
use fabrique_storage::{argument as stored, moderation::ReportCount, outbox, transact};
use fabrique_testkit::{TestStore, contribution::actor, on_both_engines};

use super::{Debate, citizen, mailbox, rule};

fn reason(text: &str) -> Reason {
    Reason::parse(text).unwrap()
}

async fn report(store: &TestStore, who: &Actor, subject: Subject) -> Result<()> {
    let new = NewReport { subject, ground: Ground::Abuse, reason: reason("Cela insulte une personne.") };
    transact!(store.store, |tx| moderation::report(who, tx, &new).await)
}

async fn hide(store: &TestStore, who: &Actor, subject: Subject) -> Result<()> {
    let (platform, why) = (store.platform(), reason("La règle 3 interdit l’insulte."));
    transact!(store.store, |tx| moderation::hide(&platform, who, tx, subject, Ground::Abuse, &why).await)
}

async fn restore(store: &TestStore, who: &Actor, subject: Subject) -> Result<()> {
    let (platform, why) = (store.platform(), reason("Relue, elle respecte les règles."));
    transact!(store.store, |tx| moderation::restore(&platform, who, tx, subject, &why).await)
}

async fn keep(store: &TestStore, who: &Actor, subject: Subject) -> Result<()> {
    let why = reason("La critique vise le texte, pas la personne.");
    transact!(store.store, |tx| moderation::keep(who, tx, subject, &why).await)
}

async fn waiting(store: &TestStore, who: &Actor) -> usize {
    moderation::queue(who, &mut store.read().await.unwrap(), None, 100).await.unwrap().len()
}

async fn coordinator(store: &TestStore) -> Actor {
    actor(store, "Cora", &[Role::Coordinator]).await
}

async fn argued(store: &TestStore, debate: &Debate) -> ArgumentId {
    let camille = citizen(store, "Camille").await;
    let new = NewArgument {
        proposal: debate.proposal.id,
        side: Side::For,
        body: ArgumentBody::parse("Un argument qui fâche.").unwrap(),
        author_kind: AuthorKind::Citizen,
    };
    transact!(store.store, |tx| argument::add(&camille, tx, &new).await).unwrap()
}

on_both_engines! {
    async fn anybody_reports_and_the_coordinator_reads_it(store) {
        let debate = Debate::open(store).await;
        let subject = Subject::Proposal(debate.proposal.id);
        report(store, &Actor::Anonymous, subject).await.unwrap();
        let queue = moderation::queue(&coordinator(store).await, &mut store.read().await.unwrap(), None, 10).await.unwrap();
        let first = queue.first().unwrap();
        assert_eq!((first.excerpt.as_str(), first.author_name.as_str()), ("Publier chaque décision", "Ada Auteur"));
        assert_eq!((first.report.subject, first.report.ground, first.report.reporter_id), (subject, Ground::Abuse, None));
        assert_eq!(first.report.reason, "Cela insulte une personne.");
    }

    async fn the_same_person_reports_once_and_a_crowd_does_not_flood_the_queue(store) {
        let debate = Debate::open(store).await;
        let subject = Subject::Proposal(debate.proposal.id);
        let (camille, cora) = (citizen(store, "Camille").await, coordinator(store).await);
        report(store, &camille, subject).await.unwrap();
        report(store, &camille, subject).await.unwrap();
        assert_eq!(waiting(store, &cora).await, 1);
        for _ in 0..30 {
            report(store, &Actor::Anonymous, subject).await.unwrap();
        }
        assert_eq!(waiting(store, &cora).await, 20);
    }

    async fn hiding_a_proposal_says_why_closes_the_reports_and_tells_the_author(store) {
        let debate = Debate::open(store).await;
        let subject = Subject::Proposal(debate.proposal.id);
        let cora = coordinator(store).await;
        report(store, &Actor::Anonymous, subject).await.unwrap();
        transact!(store.store, |tx| outbox::stamp(tx, 100).await).unwrap();
        hide(store, &cora, subject).await.unwrap();

        let proposal = debate.proposal_now(store).await;
        assert_eq!((proposal.state, proposal.state_reason.as_str()), (ProposalState::Hidden, "La règle 3 interdit l’insulte."));
        assert_eq!(debate.consultation_now(store).await.proposals, 0, "it left the list");
        assert_eq!(waiting(store, &cora).await, 0);
        assert_eq!(transact!(store.store, |tx| outbox::stamp(tx, 100).await).unwrap(), 1, "the index hears of it");
        let told = mailbox(store).await;
        assert_eq!((told.len(), told[0].to.as_str()), (1, "ada.auteur@people.example"));
        for part in ["Publier chaque décision", "Injure, menace ou harcèlement", "La règle 3 interdit l’insulte.", "répondez à ce message"] {
            assert!(told[0].text.contains(part), "{part} in {}", told[0].text);
        }
    }

    async fn a_hidden_argument_leaves_its_column_and_comes_back(store) {
        let debate = Debate::open(store).await;
        let id = argued(store, &debate).await;
        let (subject, cora) = (Subject::Argument(id), coordinator(store).await);
        hide(store, &cora, subject).await.unwrap();
        assert_eq!(debate.proposal_now(store).await.arguments_for, 0);
        assert_eq!(debate.consultation_now(store).await.arguments, 0);
        assert_eq!(rule(hide(store, &cora, subject).await), "moderation-not-published");
        restore(store, &cora, subject).await.unwrap();
        assert_eq!(debate.proposal_now(store).await.arguments_for, 1);
        let argument = stored::find(&mut store.read().await.unwrap(), id).await.unwrap().unwrap();
        assert_eq!((argument.state, argument.state_reason.as_str()), (ArgumentState::Published, ""));
        assert_eq!(rule(restore(store, &cora, subject).await), "moderation-not-hidden");
        assert_eq!(mailbox(store).await.len(), 2);
    }

    async fn an_author_cannot_take_back_what_was_hidden_to_show_it_again(store) {
        let debate = Debate::open(store).await;
        let id = argued(store, &debate).await;
        hide(store, &coordinator(store).await, Subject::Argument(id)).await.unwrap();
        let author = stored::find(&mut store.read().await.unwrap(), id).await.unwrap().unwrap().author_id;
        let camille = fabrique_testkit::contribution::person(store, "Camille bis", &[]).await;
        let camille = Actor::Person(fabrique_domain::account::Person {
            account: fabrique_domain::account::Account { id: author.unwrap(), ..camille.account },
            grants: Vec::new(),
        });
        let outcome = transact!(store.store, |tx| argument::withdraw(&camille, tx, id).await);
        assert_eq!(rule(outcome), "argument-hidden");
    }

    async fn the_moderator_sees_the_words_the_reports_and_what_was_done(store) {
        let debate = Debate::open(store).await;
        let (subject, cora) = (Subject::Proposal(debate.proposal.id), coordinator(store).await);
        report(store, &Actor::Anonymous, subject).await.unwrap();
        let case = moderation::case(&cora, &mut store.read().await.unwrap(), subject).await.unwrap();
        assert_eq!((case.excerpt.as_str(), case.reports.len(), case.last), ("Publier chaque décision", 1, None));
        assert!(case.is_published && !case.is_hidden);
        hide(store, &cora, subject).await.unwrap();
        let reader = &mut store.read().await.unwrap();
        let case = moderation::case(&cora, reader, subject).await.unwrap();
        assert_eq!((case.is_hidden, case.reports.len(), case.last.unwrap().act), (true, 0, Act::Hide));
        assert!(matches!(moderation::reportable(reader, subject).await, Err(Error::NotFound)));
    }

    async fn what_stands_is_kept_with_a_reason_and_leaves_the_queue(store) {
        let debate = Debate::open(store).await;
        let (subject, cora) = (Subject::Proposal(debate.proposal.id), coordinator(store).await);
        assert_eq!(rule(keep(store, &cora, subject).await), "moderation-nothing-reported");
        report(store, &Actor::Anonymous, subject).await.unwrap();
        keep(store, &cora, subject).await.unwrap();
        assert_eq!(waiting(store, &cora).await, 0);
        assert_eq!(debate.proposal_now(store).await.state, ProposalState::Published);
        assert!(mailbox(store).await.is_empty(), "nothing happened to the author");
    }

    async fn everybody_reads_how_much_was_done_and_why_but_not_by_whom(store) {
        let debate = Debate::open(store).await;
        let (subject, cora) = (Subject::Proposal(debate.proposal.id), coordinator(store).await);
        report(store, &Actor::Anonymous, subject).await.unwrap();
        hide(store, &cora, subject).await.unwrap();
        store.clock.pass(1_000);
        restore(store, &cora, subject).await.unwrap();
        let reader = &mut store.read().await.unwrap();
        let figures = moderation::figures(reader).await.unwrap();
        assert_eq!(figures.reports, [ReportCount { state: ReportState::Upheld, reports: 1 }]);
        let counted: Vec<_> = figures.acts.iter().map(|count| (count.subject_kind, count.act, count.ground, count.acts)).collect();
        assert_eq!(counted, [
            (SubjectKind::Proposal, Act::Hide, Some(Ground::Abuse), 1),
            (SubjectKind::Proposal, Act::Restore, None, 1),
        ]);
        let acts = moderation::acts(reader, None, 1).await.unwrap();
        assert_eq!((acts[0].act, acts[0].reason.as_str()), (Act::Restore, "Relue, elle respecte les règles."));
        let before = moderation::acts(reader, Some(acts[0].id), 10).await.unwrap();
        assert_eq!(before.iter().map(|act| act.act).collect::<Vec<_>>(), [Act::Hide]);
    }

    async fn nobody_moderates_ones_own_words(store) {
        let debate = Debate::open(store).await;
        let mut author = debate.author.clone();
        let Actor::Person(cora) = coordinator(store).await else { panic!("a person") };
        author.grants = cora.grants;
        assert_eq!(rule(hide(store, &Actor::Person(author), Subject::Proposal(debate.proposal.id)).await), "moderation-own");
    }

    async fn a_draft_can_be_neither_reported_nor_moderated(store) {
        let debate = Debate::open(store).await;
        debate.set(store, |proposal| proposal.state = ProposalState::Draft).await;
        let subject = Subject::Proposal(debate.proposal.id);
        assert!(matches!(report(store, &Actor::Anonymous, subject).await, Err(Error::NotFound)));
        assert!(matches!(hide(store, &coordinator(store).await, subject).await, Err(Error::NotFound)));
    }

    async fn who_does_not_moderate_reads_no_report_and_hides_nothing(store) {
        let debate = Debate::open(store).await;
        let subject = Subject::Proposal(debate.proposal.id);
        for who in [citizen(store, "Camille").await, actor(store, "Alex", &[Role::Agent]).await] {
            assert!(matches!(hide(store, &who, subject).await, Err(Error::Forbidden(_))));
            let queue = moderation::queue(&who, &mut store.read().await.unwrap(), None, 10).await;
            assert!(matches!(queue, Err(Error::Forbidden(_))));
        }
    }
}
