//! The directions that explain a symmetric matrix best.
//!
//! Randomised subspace iteration (N. Halko, P. Martinsson, J. Tropp, "Finding Structure with
//! Randomness", SIAM Review 53, 2011, algorithm 4.4), with the method of Jacobi for what is small.

use super::matrix::{Dense, Sparse, Square};

/// How many directions are drawn beyond those that are kept.
const SPARE: usize = 16;

/// How often the space is turned towards the largest directions.
const TURNS: usize = 3;

/// The same start gives the same directions.
const SEED: u64 = 0x5eed;

/// The rows of a symmetric matrix in its `kept` largest directions, each weighed by the square root of how
/// much it explains.
pub(super) fn decompose(matrix: &Sparse, kept: usize) -> Dense {
    let mut random = fastrand::Rng::with_seed(SEED);
    let mut space = Dense::zero(matrix.rows(), kept + SPARE);
    space.values.fill_with(|| if random.bool() { 1.0 } else { -1.0 });
    for _ in 0..=TURNS {
        space = orthonormal(&matrix.times(&space));
    }
    let (values, vectors) = eigen(space.against(&matrix.times(&space)));
    let order = by_size(&values);
    let mut turned = Square::zero(vectors.width);
    for (column, place) in order.iter().enumerate().take(kept) {
        let weight = values[*place].abs().sqrt();
        for row in 0..vectors.width {
            *turned.at(row, column) = vectors.get(row, *place) * weight;
        }
    }
    space.times(&turned, kept)
}

/// The same directions seen from elsewhere: the first numbers of a decomposition say most, and a code that
/// gives each number the same room would waste it on the last. Nearness does not change.
pub(super) fn turned(rows: &Dense) -> Dense {
    let mut random = fastrand::Rng::with_seed(SEED);
    let mut drawn = Dense::zero(rows.width, rows.width);
    drawn.values.fill_with(|| random.f32() - 0.5);
    let axes = orthonormal(&drawn);
    let values = axes.values.iter().map(|value| f64::from(*value)).collect();
    rows.times(&Square { width: rows.width, values }, rows.width)
}

/// The same space, its columns at right angles and of length one.
fn orthonormal(matrix: &Dense) -> Dense {
    let (values, mut vectors) = eigen(matrix.gram());
    let largest = values.iter().copied().fold(0.0, f64::max);
    for (column, value) in values.iter().enumerate() {
        let scale = if *value > largest * 1e-12 { value.sqrt().recip() } else { 0.0 };
        for row in 0..vectors.width {
            *vectors.at(row, column) *= scale;
        }
    }
    matrix.times(&vectors, vectors.width)
}

/// The places of values, from the one farthest from nought.
fn by_size(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|one, other| values[*other].abs().total_cmp(&values[*one].abs()));
    order
}

/// The eigenvalues of a symmetric matrix, and its eigenvectors in columns: cyclic rotations of Jacobi.
fn eigen(mut matrix: Square) -> (Vec<f64>, Square) {
    let width = matrix.width;
    let mut vectors = Square::identity(width);
    for _ in 0..30 {
        let off: f64 = pairs(width).map(|(p, q)| matrix.get(p, q).powi(2)).sum();
        let on: f64 = (0..width).map(|i| matrix.get(i, i).powi(2)).sum();
        if off <= on * 1e-22 {
            break;
        }
        for (p, q) in pairs(width) {
            rotate(&mut matrix, &mut vectors, p, q);
        }
    }
    ((0..width).map(|i| matrix.get(i, i)).collect(), vectors)
}

fn pairs(width: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..width).flat_map(move |p| (p + 1..width).map(move |q| (p, q)))
}

/// Turns two directions so that nothing is left between them.
fn rotate(matrix: &mut Square, vectors: &mut Square, p: usize, q: usize) {
    let between = matrix.get(p, q);
    if between == 0.0 {
        return;
    }
    let slope = (matrix.get(q, q) - matrix.get(p, p)) / (2.0 * between);
    let tangent = slope.signum() / (slope.abs() + slope.hypot(1.0));
    let cosine = tangent.hypot(1.0).recip();
    let sine = tangent * cosine;
    for k in 0..matrix.width {
        let (one, other) = (matrix.get(k, p), matrix.get(k, q));
        *matrix.at(k, p) = cosine * one - sine * other;
        *matrix.at(k, q) = sine * one + cosine * other;
    }
    for k in 0..matrix.width {
        let (one, other) = (matrix.get(p, k), matrix.get(q, k));
        *matrix.at(p, k) = cosine * one - sine * other;
        *matrix.at(q, k) = sine * one + cosine * other;
        let (one, other) = (vectors.get(k, p), vectors.get(k, q));
        *vectors.at(k, p) = cosine * one - sine * other;
        *vectors.at(k, q) = sine * one + cosine * other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_directions_of_a_matrix_give_it_back() {
        // Two groups that only know their own, one twice as strongly.
        let strength = |one: usize, other: usize| match (one < 4, other < 4) {
            (true, true) => 2.0,
            (false, false) => 1.0,
            _ => 0.0,
        };
        let mut matrix = Sparse::default();
        for row in 0..8 {
            for column in 0..8_u16 {
                matrix.columns.push(column);
                matrix.values.push(strength(row, usize::from(column)));
            }
            matrix.ends.push(matrix.columns.len());
        }
        let rows = decompose(&matrix, 2);
        for one in 0..8 {
            for other in 0..8 {
                let product: f32 = rows.row(one).iter().zip(rows.row(other)).map(|(a, b)| a * b).sum();
                assert!((product - strength(one, other)).abs() < 1e-4, "{one} {other} {product}");
            }
        }
    }
}
