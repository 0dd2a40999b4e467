//! What happens, in the order in which it happens.

use fabrique_domain::proposal::Position;

use super::script::{
    Amendment, Argument, Change, Commitment, Consultation, Contest, Correction, Proposal, Response, Script,
};

/// One thing that happens.
#[derive(Debug)]
pub(super) enum Scene<'s> {
    Prepare(&'s Consultation),
    Announce(&'s Consultation),
    Approve(&'s Consultation),
    FollowUp(&'s Consultation),
    Conclude(&'s Consultation),
    Propose(&'s Proposal),
    Argue(&'s Proposal, &'s Argument),
    TakePositions(&'s Proposal, Vec<(usize, Position)>),
    Amend(&'s Proposal, &'s Amendment),
    Settle(&'s Proposal, &'s Amendment),
    Draft(&'s Commitment),
    Submit(&'s Commitment),
    Publish(&'s Commitment),
    ChangeClause(&'s Commitment, i64, &'s Change),
    WriteResponse(&'s Response),
    PublishResponse(&'s Response),
    Correct(&'s Response, &'s Correction),
    Contest(&'s Response, &'s Contest),
    Reply(&'s Response, &'s Contest),
}

/// A scene and its moment: the day counted from today, the minute of that day.
#[derive(Debug)]
pub(super) struct Cue<'s> {
    pub(super) day: i64,
    pub(super) minute: i64,
    pub(super) scene: Scene<'s>,
}

/// The last day of the story.
const YESTERDAY: i64 = -1;
/// Hours of the day at which things happen, in minutes: what depends on another comes later.
const MORNING: i64 = 8 * 60;
const NOON: i64 = 12 * 60;
const AFTERNOON: i64 = 14 * 60;
const EVENING: i64 = 19 * 60;

/// Every scene, in order.
pub(super) fn schedule(script: &Script) -> Vec<Cue<'_>> {
    let mut cues = Vec::new();
    for consultation in &script.consultations {
        cues.extend(of_consultation(consultation));
    }
    for (place, proposal) in script.proposals.iter().enumerate() {
        let last = last_day(script, proposal);
        cues.extend(of_proposal(proposal, place, last));
    }
    script.commitments.iter().for_each(|commitment| cues.extend(of_commitment(commitment)));
    script.responses.iter().for_each(|response| cues.extend(of_response(response)));
    cues.sort_by_key(|cue| (cue.day, cue.minute));
    cues
}

fn cue(day: i64, minute: i64, scene: Scene<'_>) -> Cue<'_> {
    Cue { day, minute, scene }
}

/// The last day on which people may speak of a proposal.
fn last_day(script: &Script, proposal: &Proposal) -> i64 {
    let consultation = script.consultations.iter().find(|consultation| consultation.slug == proposal.consultation);
    consultation.map_or(YESTERDAY, |consultation| consultation.days[1].min(YESTERDAY))
}

fn of_consultation(consultation: &Consultation) -> impl Iterator<Item = Cue<'_>> {
    let announced = consultation.announced;
    let approved = consultation.approved.map(|day| cue(day, MORNING, Scene::Approve(consultation)));
    let follow_up = consultation.follow_up.as_ref();
    let follow_up = follow_up.map(|text| cue(text.day, AFTERNOON, Scene::FollowUp(consultation)));
    let ended = consultation.ended.map(|day| cue(day, AFTERNOON, Scene::Conclude(consultation)));
    let prepared = cue(announced - 1, AFTERNOON, Scene::Prepare(consultation));
    let known = cue(announced, MORNING, Scene::Announce(consultation));
    [prepared, known].into_iter().chain(approved).chain(follow_up).chain(ended)
}

fn of_proposal(proposal: &Proposal, place: usize, last: i64) -> Vec<Cue<'_>> {
    let minute = MORNING + place as i64;
    let mut cues = vec![cue(proposal.day, minute, Scene::Propose(proposal))];
    for (number, argument) in (0..).zip(&proposal.arguments) {
        let day = (proposal.day + 1 + number).min(last);
        cues.push(cue(day, AFTERNOON + number, Scene::Argue(proposal, argument)));
    }
    for amendment in &proposal.amendments {
        cues.push(cue(amendment.day, NOON, Scene::Amend(proposal, amendment)));
        let decided = amendment.decided.map(|day| cue(day, NOON + 30, Scene::Settle(proposal, amendment)));
        cues.extend(decided);
    }
    cues.extend(positions(proposal, place, last));
    cues
}

/// Positions spread over the days that are left, more of them at the beginning.
fn positions(proposal: &Proposal, place: usize, last: i64) -> impl Iterator<Item = Cue<'_>> {
    let days = usize::try_from(last - proposal.day + 1).unwrap_or(1).clamp(1, 20);
    let mut by_day: Vec<Vec<(usize, Position)>> = vec![Vec::new(); days];
    let said = [
        (Position::Support, proposal.supports),
        (Position::Mixed, proposal.mixed),
        (Position::Against, proposal.against),
    ];
    let said = said.into_iter().flat_map(|(position, times)| std::iter::repeat_n(position, times));
    for (turn, position) in said.enumerate() {
        let spread = turn * turn % days;
        by_day[spread].push((place * 13 + turn, position));
    }
    by_day
        .into_iter()
        .enumerate()
        .filter(|(_, taken)| !taken.is_empty())
        .map(move |(after, taken)| cue(proposal.day + after as i64, EVENING, Scene::TakePositions(proposal, taken)))
}

fn of_commitment(commitment: &Commitment) -> impl Iterator<Item = Cue<'_>> {
    let drafted = cue(commitment.drafted, AFTERNOON, Scene::Draft(commitment));
    let submitted = commitment.submitted.map(|day| cue(day, AFTERNOON + 10, Scene::Submit(commitment)));
    let published = commitment.published.map(|day| cue(day, AFTERNOON + 20, Scene::Publish(commitment)));
    let changes = (1..).zip(&commitment.clause).flat_map(move |(number, clause)| {
        clause
            .change
            .iter()
            .map(move |change| cue(change.day, MORNING, Scene::ChangeClause(commitment, number, change)))
    });
    std::iter::once(drafted).chain(submitted).chain(published).chain(changes)
}

fn of_response(response: &Response) -> impl Iterator<Item = Cue<'_>> {
    let written = cue(response.drafted, AFTERNOON + 30, Scene::WriteResponse(response));
    let published = cue(response.day, AFTERNOON + 40, Scene::PublishResponse(response));
    let correction = response.correction.as_ref();
    let correction = correction.map(|correction| cue(correction.day, NOON, Scene::Correct(response, correction)));
    let contest = response.contest.iter().flat_map(|contest| {
        [
            cue(contest.day, EVENING, Scene::Contest(response, contest)),
            cue(contest.replied, NOON, Scene::Reply(response, contest)),
        ]
    });
    [written, published].into_iter().chain(correction).chain(contest)
}
