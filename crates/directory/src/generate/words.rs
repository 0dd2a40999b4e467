//! Words that nobody wrote, without end, in the shapes of French.
//!
//! A word is its rank: the same rank is always the same word, and ranks are drawn so that the
//! vocabulary grows with the text as it does in the register (Heaps: `V = K n^β`; ranks drawn with a
//! density of `r^(-1/β)` give that β).

const HEADS: [&str; 64] = [
    "ar", "bel", "bri", "cal", "can", "cha", "clo", "cor", "cou", "cré", "dan", "des", "don", "ensem", "équi", "esp",
    "fa", "fla", "fon", "fran", "ga", "gran", "har", "her", "im", "inter", "jar", "jou", "la", "li", "lu", "ma", "mar",
    "mé", "mi", "mon", "mul", "na", "no", "ob", "or", "pa", "par", "per", "plan", "pro", "que", "ra", "re", "ri", "sa",
    "sau", "sol", "su", "ta", "ter", "tra", "uni", "val", "ver", "vi", "vol", "xé", "zé",
];
const MIDDLES: [&str; 48] = [
    "ba", "ber", "bi", "bou", "ca", "ci", "co", "da", "dé", "di", "dou", "fé", "fi", "gué", "gi", "la", "lé", "li",
    "lon", "mé", "mi", "mou", "na", "né", "ni", "no", "pé", "pi", "quin", "ra", "ré", "ri", "ron", "sé", "si", "so",
    "ta", "té", "ti", "tou", "va", "ve", "vi", "xa", "zan", "tra", "pli", "gra",
];
const TAILS: [&str; 40] = [
    "age", "ain", "aise", "al", "ance", "ard", "ateur", "ation", "eau", "elle", "ement", "ence", "ère", "esse", "et",
    "eur", "euse", "iale", "ien", "ienne", "ier", "ière", "if", "ille", "in", "ion", "ique", "isme", "iste", "ité",
    "ive", "oir", "oise", "ol", "on", "ot", "oux", "ure", "ac", "y",
];

/// The word of a rank; another rank is another word.
pub(super) fn word(rank: u64, into: &mut String) {
    let (heads, middles, tails) = (HEADS.len() as u64, MIDDLES.len() as u64, TAILS.len() as u64);
    // Neighbouring ranks share neither head nor tail: 1,009 has no divisor in common with 64 × 40.
    let ends = rank % (heads * tails) * 1_009 % (heads * tails);
    let (mut rest, head, tail) = (rank / heads / tails, ends % heads, ends / heads);
    into.push_str(HEADS[head as usize]);
    while rest > 0 {
        rest -= 1;
        into.push_str(MIDDLES[(rest % middles) as usize]);
        rest /= middles;
    }
    into.push_str(TAILS[tail as usize]);
}

/// A rank whose density falls with the power `1 / heaps`; the first `flat` ranks are about as frequent as each other.
pub(super) fn rank(random: &mut fastrand::Rng, heaps: f64, flat: f64) -> u64 {
    let power = heaps / (1.0 - heaps);
    let drawn = flat * ((1.0 - random.f64()).powf(-power) - 1.0);
    drawn.min(1e12) as u64
}

/// A number with this median, whose logarithm is normal with the spread `sigma`.
pub(super) fn log_normal(random: &mut fastrand::Rng, median: f64, sigma: f64) -> f64 {
    let (one, other) = (1.0 - random.f64(), random.f64());
    median * (sigma * (-2.0 * one.ln()).sqrt() * (std::f64::consts::TAU * other).cos()).exp()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_rank_below_a_million_has_nearly_a_word_of_its_own() {
        let words: HashSet<String> = (0..1_000_000)
            .map(|rank| {
                let mut text = String::new();
                word(rank, &mut text);
                text
            })
            .collect();
        assert!(words.len() > 950_000, "{}", words.len());
    }

    #[test]
    fn the_vocabulary_grows_slower_than_the_text() {
        let mut random = fastrand::Rng::with_seed(1);
        let mut seen = HashSet::new();
        let mut growth = Vec::new();
        for drawn in 1..=400_000 {
            seen.insert(rank(&mut random, 0.6, 50.0));
            if drawn == 100_000 || drawn == 400_000 {
                growth.push(seen.len() as f64);
            }
        }
        let heaps = (growth[1] / growth[0]).ln() / 4_f64.ln();
        assert!((0.5..0.7).contains(&heaps), "{heaps}");
    }
}
