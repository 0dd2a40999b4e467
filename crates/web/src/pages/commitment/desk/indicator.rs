//! The fields of an indicator, to and from a form.

use fabrique_app::commitment::{ChangeReason, IndicatorInput};
use fabrique_domain::{commitment::Indicator, text::Line};

use crate::form::FormState;

pub(super) fn read(form: &mut FormState) -> Option<IndicatorInput> {
    let name = form.read_localized("indicator", "indicator_en", Line::parse);
    let unit = form.read("unit", Line::parse);
    let baseline = form.read("baseline", Line::parse);
    let target = form.read("target", Line::parse);
    let latest = form.read("latest", Line::parse);
    let reason = form.read("indicator_reason", ChangeReason::parse);
    Some(IndicatorInput {
        name: name?,
        unit: unit?,
        baseline: baseline?,
        target: target?,
        latest: latest?,
        reason: reason?,
    })
}

pub(super) fn filled(kept: &Indicator) -> FormState {
    FormState::default()
        .with("indicator", kept.name.fr.clone())
        .with("indicator_en", kept.name.en.clone().unwrap_or_default())
        .with("unit", kept.unit.clone())
        .with("baseline", kept.baseline.clone())
        .with("target", kept.target.clone())
        .with("latest", kept.latest.clone())
}
