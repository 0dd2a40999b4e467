//! Matrices: sparse by rows, and dense and narrow. Only what the decomposition needs.

use rayon::prelude::*;

/// A sparse matrix, row by row.
#[derive(Debug, Clone, Default)]
pub(super) struct Sparse {
    /// Where each row ends in the next two.
    pub(super) ends: Vec<usize>,
    pub(super) columns: Vec<u16>,
    pub(super) values: Vec<f32>,
}

impl Sparse {
    pub(super) fn rows(&self) -> usize {
        self.ends.len()
    }

    fn row(&self, row: usize) -> impl Iterator<Item = (usize, f32)> {
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        let range = start..self.ends[row];
        self.columns[range.clone()].iter().map(|column| usize::from(*column)).zip(self.values[range].iter().copied())
    }

    /// The product with a dense matrix that has a row for each column.
    pub(super) fn times(&self, dense: &Dense) -> Dense {
        let width = dense.width;
        let mut product = Dense::zero(self.rows(), width);
        product.values.par_chunks_mut(width).enumerate().for_each(|(row, sums)| {
            for (column, value) in self.row(row) {
                add(sums, dense.row(column), value);
            }
        });
        product
    }
}

/// A dense matrix, row by row.
#[derive(Debug, Clone)]
pub(super) struct Dense {
    pub(super) width: usize,
    pub(super) values: Vec<f32>,
}

impl Dense {
    pub(super) fn zero(rows: usize, width: usize) -> Self {
        Self { width, values: vec![0.0; rows * width] }
    }

    pub(super) fn row(&self, row: usize) -> &[f32] {
        &self.values[row * self.width..][..self.width]
    }

    /// The products of its columns with each other: a square matrix as wide as this one, symmetric.
    /// Summed in the order of the rows, so that the same rows always give the same sums.
    pub(super) fn gram(&self) -> Square {
        self.against(self)
    }

    /// The products of its columns with those of another matrix that is as wide.
    pub(super) fn against(&self, other: &Self) -> Square {
        let size = self.width * 512;
        let chunks = self.values.par_chunks(size).zip(other.values.par_chunks(size));
        let parts: Vec<Square> = chunks.map(|(rows, others)| products(rows, others, self.width)).collect();
        parts.into_iter().fold(Square::zero(self.width), Square::plus)
    }

    /// The product with a square matrix, of which only the first `kept` columns are wanted.
    pub(super) fn times(&self, square: &Square, kept: usize) -> Self {
        let mut product = Self::zero(self.values.len() / self.width, kept);
        product.values.par_chunks_mut(kept).zip(self.values.par_chunks(self.width)).for_each(|(sums, row)| {
            let mut exact = vec![0.0_f64; kept];
            for (value, others) in row.iter().zip(square.values.chunks(square.width)) {
                for (sum, other) in exact.iter_mut().zip(others) {
                    *sum += f64::from(*value) * other;
                }
            }
            for (sum, exact) in sums.iter_mut().zip(exact) {
                *sum = exact as f32;
            }
        });
        product
    }
}

fn products(rows: &[f32], others: &[f32], width: usize) -> Square {
    let mut square = Square::zero(width);
    for (row, others) in rows.chunks(width).zip(others.chunks(width)) {
        for (sums, value) in square.values.chunks_mut(width).zip(row) {
            for (sum, other) in sums.iter_mut().zip(others) {
                *sum += f64::from(*value) * f64::from(*other);
            }
        }
    }
    square
}

/// A small square matrix.
#[derive(Debug, Clone)]
pub(super) struct Square {
    pub(super) width: usize,
    pub(super) values: Vec<f64>,
}

impl Square {
    pub(super) fn zero(width: usize) -> Self {
        Self { width, values: vec![0.0; width * width] }
    }

    pub(super) fn identity(width: usize) -> Self {
        let mut square = Self::zero(width);
        for i in 0..width {
            *square.at(i, i) = 1.0;
        }
        square
    }

    pub(super) fn at(&mut self, row: usize, column: usize) -> &mut f64 {
        &mut self.values[row * self.width + column]
    }

    pub(super) fn get(&self, row: usize, column: usize) -> f64 {
        self.values[row * self.width + column]
    }

    fn plus(mut self, other: Self) -> Self {
        for (value, other) in self.values.iter_mut().zip(other.values) {
            *value += other;
        }
        self
    }
}

/// Adds `factor` times a vector to another.
pub(super) fn add(sums: &mut [f32], values: &[f32], factor: f32) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += factor * value;
    }
}

/// The scalar product of two vectors.
pub(super) fn dot(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// Makes a vector of length one; a vector of nothing stays as it is.
pub(super) fn normalise(vector: &mut [f32]) {
    let length = dot(vector, vector).sqrt();
    if length > f32::EPSILON {
        for value in vector {
            *value /= length;
        }
    }
}
