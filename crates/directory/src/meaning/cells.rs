//! Directions put into cells, so that the near ones of a question stand in a few of them.
//!
//! Two levels of spherical k-means: as good to search as one level, and a document meets a hundred
//! centres instead of thousands.

use rayon::prelude::*;

use super::matrix::{add, dot, normalise};

/// How often the centres move.
const MOVES: usize = 8;

/// How many members speak for each centre when it is placed.
const VOICES: usize = 64;

/// The centres of cells, in groups.
#[derive(Debug, Clone)]
pub(super) struct Cells {
    width: usize,
    groups: Vec<f32>,
    /// The centres, those of one group after those of another.
    pub(super) centres: Vec<f32>,
    /// Where the cells of each group end.
    ends: Vec<usize>,
}

impl Cells {
    /// About `wanted` cells for directions like those of the sample.
    pub(super) fn place(sample: &[f32], width: usize, wanted: usize) -> Self {
        let across = (wanted as f64).sqrt().ceil() as usize;
        let groups = centres(sample, width, across);
        let mut members = vec![Vec::new(); groups.len() / width];
        for vector in sample.chunks(width) {
            members[nearest(&groups, width, vector)].extend_from_slice(vector);
        }
        let placed: Vec<Vec<f32>> = members.par_iter().map(|members| centres(members, width, across)).collect();
        let mut cells = Self { width, groups, centres: Vec::new(), ends: Vec::new() };
        for (group, placed) in placed.into_iter().enumerate() {
            // A group that the sample does not fill is one cell.
            let own = &cells.groups[group * width..][..width];
            cells.centres.extend_from_slice(if placed.is_empty() { own } else { &placed });
            cells.ends.push(cells.centres.len() / width);
        }
        cells
    }

    /// The number of the cell that a direction falls in.
    pub(super) fn of(&self, vector: &[f32]) -> usize {
        let group = nearest(&self.groups, self.width, vector);
        let start = if group == 0 { 0 } else { self.ends[group - 1] };
        start + nearest(&self.centres[start * self.width..self.ends[group] * self.width], self.width, vector)
    }

    /// The centre of a cell.
    pub(super) fn centre(&self, cell: usize) -> &[f32] {
        &self.centres[cell * self.width..][..self.width]
    }

    /// How many cells there are.
    pub(super) fn count(&self) -> usize {
        self.centres.len() / self.width
    }
}

/// The number of the nearest centre.
fn nearest(centres: &[f32], width: usize, vector: &[f32]) -> usize {
    let nearness = centres.chunks(width).map(|centre| dot(centre, vector));
    nearness.enumerate().fold((0, f32::MIN), |best, (place, near)| if near > best.1 { (place, near) } else { best }).0
}

/// At most `wanted` centres of the vectors.
fn centres(vectors: &[f32], width: usize, wanted: usize) -> Vec<f32> {
    let count = vectors.len() / width;
    let wanted = wanted.min(count / 4);
    let every = (count / (wanted * VOICES).max(1)).max(1);
    let voices: Vec<&[f32]> = vectors.chunks(width).step_by(every).collect();
    let mut centres: Vec<f32> =
        (0..wanted).flat_map(|place| voices[place * voices.len() / wanted].iter().copied()).collect();
    for _ in 0..MOVES {
        let homes: Vec<usize> = voices.par_iter().map(|vector| nearest(&centres, width, vector)).collect();
        let mut moved = vec![0.0; centres.len()];
        for (home, vector) in homes.iter().zip(&voices) {
            add(&mut moved[home * width..][..width], vector, 1.0);
        }
        for (centre, moved) in centres.chunks_mut(width).zip(moved.chunks_mut(width)) {
            // A centre that nobody is near to stays where it is.
            if moved.iter().any(|value| *value != 0.0) {
                normalise(moved);
                centre.copy_from_slice(moved);
            }
        }
    }
    centres
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_directions_fall_in_the_same_cell() {
        let mut random = fastrand::Rng::with_seed(3);
        let corners = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [-1.0, 0.0, 0.0]];
        let mut sample = Vec::new();
        for round in 0..400 {
            let mut vector = corners[round % 4].map(|value: f32| value + random.f32() * 0.1);
            normalise(&mut vector);
            sample.extend_from_slice(&vector);
        }
        let cells = Cells::place(&sample, 3, 16);
        assert!(cells.count() >= 4);
        for vector in sample.chunks(3) {
            assert!(dot(cells.centre(cells.of(vector)), vector) > 0.9);
        }
    }
}
