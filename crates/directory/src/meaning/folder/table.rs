//! `model.safetensors`: the length of a heading on eight bytes, the heading in JSON, then numbers.

use serde_json::Value;

/// The table of directions, a row a piece.
#[derive(Debug)]
pub(super) struct Vectors {
    width: usize,
    values: Vec<f32>,
    /// The row of each piece, where this is not its number.
    mapping: Option<Vec<usize>>,
}

impl Vectors {
    /// Reads a file.
    pub(super) fn read(bytes: Vec<u8>) -> Result<Self, String> {
        let (length, rest) = bytes.split_first_chunk::<8>().ok_or("it is no file of tensors")?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|error| error.to_string())?;
        let (heading, data) = rest.split_at_checked(length).ok_or("it is no file of tensors, or was cut short")?;
        let heading: Value = serde_json::from_slice(heading).map_err(|error| error.to_string())?;
        let (shape, mut values) = tensor(&heading, data, "embeddings")?.ok_or("it has no tensor called embeddings")?;
        let [rows, width] = shape.as_slice() else { return Err("its embeddings are no table".to_owned()) };
        if *rows == 0 || *width == 0 || values.iter().any(|value| !value.is_finite()) {
            return Err("its embeddings hold nothing, or what is no number".to_owned());
        }
        let mapping = tensor(&heading, data, "mapping")?.map(|(_, rows)| rows);
        let mapping: Option<Vec<usize>> = mapping.map(|rows| rows.into_iter().map(|row| row as usize).collect());
        if mapping.iter().flatten().any(|row| row >= rows) {
            return Err("its mapping leads nowhere".to_owned());
        }
        if let Some((_, weights)) = tensor(&heading, data, "weights")? {
            if weights.len() != *rows {
                return Err(format!("{} weights for {rows} embeddings", weights.len()));
            }
            for (row, weight) in values.chunks_mut(*width).zip(weights) {
                row.iter_mut().for_each(|value| *value *= weight);
            }
        }
        Ok(Self { width: *width, values, mapping })
    }

    /// How many pieces have a direction.
    pub(super) fn rows(&self) -> usize {
        self.mapping.as_ref().map_or(self.values.len() / self.width, Vec::len)
    }

    pub(super) const fn width(&self) -> usize {
        self.width
    }

    /// The direction of a piece.
    pub(super) fn row(&self, piece: usize) -> &[f32] {
        let row = self.mapping.as_ref().map_or(piece, |mapping| mapping[piece]);
        &self.values[row * self.width..][..self.width]
    }
}

/// The shape of a tensor, and its numbers.
type Tensor = (Vec<usize>, Vec<f32>);

/// The shape and the numbers of a tensor; nothing when there is none of this name.
fn tensor(heading: &Value, data: &[u8], name: &str) -> Result<Option<Tensor>, String> {
    let told = &heading[name];
    if told.is_null() {
        return Ok(None);
    }
    let numbers = |value: &Value| -> Option<Vec<usize>> {
        value.as_array()?.iter().map(|number| usize::try_from(number.as_u64()?).ok()).collect()
    };
    let torn = || format!("its {name} are not where they should be");
    let shape = numbers(&told["shape"]).ok_or_else(torn)?;
    let place = numbers(&told["data_offsets"]).ok_or_else(torn)?;
    let [start, end] = place.as_slice() else { return Err(torn()) };
    let bytes = data.get(*start..*end).ok_or_else(torn)?;
    let values: Vec<f32> = match told["dtype"].as_str().unwrap_or_default() {
        "F32" => each(bytes, f32::from_le_bytes),
        "F16" => each(bytes, |half| half_float(u16::from_le_bytes(half))),
        "BF16" => each(bytes, |[low, high]| f32::from_le_bytes([0, 0, low, high])),
        "F64" => each(bytes, |double| f64::from_le_bytes(double) as f32),
        "I8" => each(bytes, |[byte]| f32::from(byte.cast_signed())),
        // Numbers of rows: a vocabulary has fewer than a float tells apart.
        "I64" => each(bytes, |long| i64::from_le_bytes(long) as f32),
        "I32" => each(bytes, |int| i32::from_le_bytes(int) as f32),
        other => return Err(format!("its {name} are of the type {other:?}, which is not known")),
    };
    let wanted = shape.iter().try_fold(1_usize, |all, length| all.checked_mul(*length));
    if wanted == Some(values.len()) { Ok(Some((shape, values))) } else { Err(torn()) }
}

fn each<const N: usize>(bytes: &[u8], read: impl Fn([u8; N]) -> f32) -> Vec<f32> {
    bytes.as_chunks::<N>().0.iter().map(|chunk| read(*chunk)).collect()
}

/// A number on sixteen bits: a sign, five bits of exponent, ten of fraction (IEEE 754).
fn half_float(bits: u16) -> f32 {
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f32::from(bits & 0x3ff) / 1024.0);
    match exponent {
        0 => sign * fraction * 2.0_f32.powi(-14),
        31 => f32::NAN,
        _ => sign * (1.0 + fraction) * 2.0_f32.powi(exponent - 15),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(heading: &str, data: &[u8]) -> Vec<u8> {
        [&(heading.len() as u64).to_le_bytes()[..], heading.as_bytes(), data].concat()
    }

    #[test]
    fn numbers_of_every_width_are_read() {
        // One, minus two and a half, a half: as halves.
        let halves = [0x00, 0x3c, 0x00, 0xc1, 0x00, 0x38, 0x00, 0x00];
        let heading = r#"{"embeddings":{"dtype":"F16","shape":[2,2],"data_offsets":[0,8]}}"#;
        let vectors = Vectors::read(file(heading, &halves)).unwrap();
        assert_eq!((vectors.row(0), vectors.row(1)), (&[1.0, -2.5][..], &[0.5, 0.0][..]));
        let heading = r#"{"embeddings":{"dtype":"BF16","shape":[1,1],"data_offsets":[0,2]}}"#;
        assert_eq!(Vectors::read(file(heading, &[0x80, 0x3f])).unwrap().row(0), [1.0]);
    }

    #[test]
    fn weights_and_a_mapping_are_followed() {
        let floats: Vec<u8> = [1.0_f32, 2.0, 3.0, 4.0, 10.0, 100.0].iter().flat_map(|one| one.to_le_bytes()).collect();
        let mapping: Vec<u8> = [1_i64, 1, 0].iter().flat_map(|one| one.to_le_bytes()).collect();
        let heading = r#"{"embeddings":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},
            "weights":{"dtype":"F32","shape":[2],"data_offsets":[16,24]},
            "mapping":{"dtype":"I64","shape":[3],"data_offsets":[24,48]}}"#;
        let vectors = Vectors::read(file(heading, &[floats, mapping].concat())).unwrap();
        assert_eq!((vectors.rows(), vectors.row(0), vectors.row(2)), (3, &[300.0, 400.0][..], &[10.0, 20.0][..]));
    }

    #[test]
    fn what_is_torn_is_refused() {
        let of = |place: &str| format!(r#"{{"embeddings":{{"dtype":"F32","shape":[1,2],"data_offsets":{place}}}}}"#);
        let whole = file(&of("[0,8]"), &[0; 8]);
        assert!(Vectors::read(whole.clone()).is_ok());
        for length in 0..whole.len() {
            assert!(Vectors::read(whole[..length].to_vec()).is_err(), "{length}");
        }
        for place in ["[0,4]", "[4,0]", "[0,9]", "[0,18446744073709551615]", "[0]", "7"] {
            assert!(Vectors::read(file(&of(place), &[0; 8])).is_err(), "{place}");
        }
        assert!(Vectors::read(file("{}", &[])).unwrap_err().contains("embeddings"));
        assert!(Vectors::read(file(&of("[0,8]"), &[0xff; 8])).is_err(), "what is no number");
    }
}
