//! Means with their intervals: the bootstrap (B. Efron, "Bootstrap Methods", Annals of Statistics 7, 1979).

/// How often the questions are drawn again.
const DRAWS: usize = 2_000;

/// The same draws in every run.
const SEED: u64 = 0xb007;

/// What a question gave: to us, and to the baseline. Questions of one group stand or fall together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outcome {
    pub(super) group: usize,
    pub(super) ours: f64,
    pub(super) baseline: f64,
}

/// A value and what it lies between, ninety-five times in a hundred.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Interval {
    pub(super) value: f64,
    pub(super) low: f64,
    pub(super) high: f64,
}

/// The means of both, and their ratio, each with its interval.
pub(super) fn intervals(outcomes: &[Outcome]) -> [Interval; 3] {
    let groups = outcomes.iter().map(|outcome| outcome.group + 1).max().unwrap_or(0);
    let mut members = vec![Vec::new(); groups];
    outcomes.iter().for_each(|outcome| members[outcome.group].push(*outcome));
    members.retain(|group| !group.is_empty());
    let mut random = fastrand::Rng::with_seed(SEED);
    let drawn: Vec<[f64; 3]> = (0..DRAWS)
        .map(|_| {
            let groups = (0..members.len()).flat_map(|_| random.choice(&members).into_iter().flatten());
            measures(groups)
        })
        .collect();
    let all = measures(outcomes);
    [0, 1, 2].map(|at| {
        let mut values: Vec<f64> = drawn.iter().map(|draw| draw[at]).collect();
        values.sort_by(f64::total_cmp);
        let part = |hundredths: f64| values[((DRAWS - 1) as f64 * hundredths) as usize];
        Interval { value: all[at], low: part(0.025), high: part(0.975) }
    })
}

fn measures<'o>(outcomes: impl IntoIterator<Item = &'o Outcome>) -> [f64; 3] {
    let (mut count, mut ours, mut baseline) = (0.0, 0.0, 0.0);
    for outcome in outcomes {
        count += 1.0;
        ours += outcome.ours;
        baseline += outcome.baseline;
    }
    [ours / f64::max(count, 1.0), baseline / f64::max(count, 1.0), if baseline > 0.0 { ours / baseline } else { 0.0 }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_lies_in_its_interval_and_more_questions_make_it_narrower() {
        let of = |count: usize| {
            let outcome =
                |at: usize| Outcome { group: at, ours: f64::from(u8::from(at.is_multiple_of(4))), baseline: 0.5 };
            intervals(&(0..count).map(outcome).collect::<Vec<_>>())
        };
        let ([few, baseline, ratio], [many, ..]) = (of(40), of(4000));
        assert!(few.low < few.value && few.value < few.high);
        assert!(many.high - many.low < few.high - few.low);
        assert_eq!((few.value, baseline.low, ratio.value), (0.25, 0.5, 0.5));
    }

    #[test]
    fn questions_of_one_group_are_one_question() {
        let outcome = |group| Outcome { group, ours: 1.0, baseline: 0.0 };
        let nought = |group| Outcome { group, ours: 0.0, baseline: 0.0 };
        let apart = intervals(&[outcome(0), outcome(1), nought(2), nought(3)])[0];
        let together = intervals(&[outcome(0), outcome(0), nought(1), nought(1)])[0];
        assert!(together.high - together.low >= apart.high - apart.low);
    }
}
