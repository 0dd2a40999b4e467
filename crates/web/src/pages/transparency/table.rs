//! `GET /transparency.csv`: the same figures for programs. Delays are in whole days.

use std::{fmt::Write, sync::Arc};

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use fabrique_app::transparency::{self, Figures, Speed};
use fabrique_domain::Choice;

use crate::{problem::Problem, state::Web};

pub(super) async fn download(State(web): State<Arc<Web>>) -> Result<Response, Problem> {
    let mut reader = web.platform.store.read().await?;
    let figures = transparency::overall(&mut reader).await?;
    let kind = [(header::CONTENT_TYPE, "text/csv; charset=utf-8")];
    Ok((kind, table(&figures)).into_response())
}

/// One row a scope; what does not apply to it is left empty.
fn table(figures: &Figures) -> String {
    let mut csv = "scope,name,contributions,answered,late,median_days,ninth_decile_days\r\n".to_owned();
    let all = &figures.coverage;
    line(&mut csv, "all", "", Some(all.contributions), all.answered, Some(all.late), figures.speed);
    for one in &figures.consultations {
        let coverage = &one.coverage;
        let (contributions, late) = (Some(coverage.contributions), Some(coverage.late));
        line(&mut csv, "consultation", &one.title.fr, contributions, coverage.answered, late, one.speed);
    }
    for one in &figures.institutions {
        line(&mut csv, "institution", &one.name, None, one.speed.answered, None, one.speed);
    }
    for one in &figures.themes {
        let name = one.name.as_ref().map_or("", |name| name.fr.as_str());
        line(&mut csv, "theme", name, Some(one.contributions), one.answered, None, one.speed);
    }
    for (decision, count) in &figures.decisions {
        line(&mut csv, "decision", decision.code(), None, *count, None, Speed::default());
    }
    csv
}

fn line(csv: &mut String, scope: &str, name: &str, all: Option<i64>, answered: i64, late: Option<i64>, speed: Speed) {
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let (all, late, median, ninth) = (number(all), number(late), number(speed.median), number(speed.ninth_decile));
    // Writing into a String cannot fail.
    let _ = write!(csv, "{scope},{},{all},{answered},{late},{median},{ninth}\r\n", quoted(name));
}

/// A text as a field (RFC 4180). A leading sign is guarded, since spreadsheets would compute it.
fn quoted(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_neither_a_formula_nor_the_end_of_its_field() {
        assert_eq!(quoted("=1+1, \"x\""), "\"'=1+1, \"\"x\"\"\"");
    }
}
