//! A static model in a folder, in the layout of model2vec: `tokenizer.json` says the pieces of words and
//! `model.safetensors` a direction for each; `config.json` says nothing that is needed here.
//!
//! Read by hand: what is needed is a vocabulary and a table, and a library for tokenizers of every sort would weigh more
//! than the rest of the directory. Registers are in bare capitals, so pieces are folded as words are before words are
//! cut into them.

mod pieces;
mod table;

use std::fs;
use std::path::Path;

use self::pieces::Pieces;
use self::table::Vectors;
use super::corpus::Corpus;
use super::matrix::{add, normalise};
use super::model::Model;
use crate::error::{Error, Result};

/// The widest direction that is kept: models are made with the numbers that say most first.
const WIDEST: usize = 256;

/// The longest file that is believed, in bytes.
const LONGEST: u64 = 4 << 30;

/// A static model.
#[derive(Debug)]
pub(crate) struct Folder {
    pieces: Pieces,
    vectors: Vectors,
}

impl Folder {
    /// Reads a folder.
    ///
    /// # Errors
    /// [`Error::Model`] when a file is missing, is no such file, or says something that is not known here.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let tokenizer = path.join("tokenizer.json");
        let pieces = Pieces::read(&read(&tokenizer)?).map_err(Error::model(&tokenizer))?;
        let tensors = path.join("model.safetensors");
        let vectors = Vectors::read(read(&tensors)?).map_err(Error::model(&tensors))?;
        if vectors.rows() < pieces.count() {
            let what = format!("{} directions for {} pieces of words", vectors.rows(), pieces.count());
            return Err(Error::model(&tensors)(what));
        }
        Ok(Self { pieces, vectors })
    }

    /// What the words of a corpus mean by this model.
    pub(crate) fn model(&self, corpus: &Corpus) -> Model {
        let width = self.vectors.width().min(WIDEST);
        let padded = width.next_multiple_of(4);
        let mut directions = Vec::with_capacity(corpus.words().len() * padded);
        for word in corpus.words() {
            let mut direction = vec![0.0; padded];
            for piece in self.pieces.cut(word) {
                add(&mut direction[..width], &self.vectors.row(piece)[..width], 1.0);
            }
            normalise(&mut direction);
            directions.extend(direction);
        }
        Model::with(corpus, padded, &directions)
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    let length = fs::metadata(path).map_err(|error| Error::model(path)(error.to_string()))?.len();
    if length > LONGEST {
        return Err(Error::model(path)("it is longer than four gigabytes".to_owned()));
    }
    fs::read(path).map_err(|error| Error::model(path)(error.to_string()))
}
