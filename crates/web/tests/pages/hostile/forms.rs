//! Every form that is filled in wrongly comes back with what was typed and with what was wrong.

use axum::http::StatusCode;
use fabrique_testkit::{Page, TestVisitor, stories};

use super::{Scene, source::routes};

/// No title, no date, no address, no number, and dangerous to whoever shows it unescaped.
const TYPED: &str = "\"><script>alert(1)</script> ’ & é";

/// A form of a page: where it is sent, and the names of what one types and chooses.
struct Form {
    action: String,
    typed: Vec<String>,
    fields: Vec<(String, String)>,
}

/// The forms of a page that are sent with POST.
fn forms(page: &Page) -> Vec<Form> {
    let place = page.path.split('?').next().unwrap_or_default().to_owned();
    page.forms()
        .into_iter()
        .filter(|form| form.method == "post")
        .map(|form| {
            let typed: Vec<_> =
                form.fields.iter().filter(|field| field.is_typed).map(|field| field.name.clone()).collect();
            let fields = form
                .fields
                .iter()
                .map(|field| (field.name.clone(), if field.is_typed { TYPED.to_owned() } else { field.value.clone() }))
                .collect();
            let action = if form.action.is_empty() { place.clone() } else { form.action };
            Form { action, typed, fields }
        })
        .filter(|form| !form.typed.is_empty())
        .collect()
}

/// Sends every form of a page; how many came back.
async fn send_all(visitor: &mut TestVisitor, path: &str) -> usize {
    let page = visitor.get(path).await;
    if page.status != StatusCode::OK {
        return 0;
    }
    let mut returned = 0;
    for form in forms(&page) {
        let fields: Vec<_> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = visitor.post(&form.action, &fields).await;
        assert!(!answer.body.contains("<script>alert"), "{path}: {} runs what was typed", form.action);
        if answer.status != StatusCode::UNPROCESSABLE_ENTITY {
            assert!(answer.status.as_u16() < 500, "{path}: {} answers {}", form.action, answer.status);
            continue;
        }
        returned += 1;
        assert_said_and_kept(path, &form, &answer);
    }
    returned
}

fn assert_said_and_kept(path: &str, form: &Form, answer: &Page) {
    let said = answer.has(".error-summary a") || answer.has(".notice--error") || answer.has(".field__error");
    assert!(said, "{path}: {} does not say what is wrong: {}", form.action, answer.body);
    for link in answer.attributes(".error-summary a", "href") {
        assert!(answer.has(&link) || !answer.attributes(&link, "id").is_empty(), "{path}: {link} leads nowhere");
    }
    let back = answer.forms();
    for name in &form.typed {
        let kept = back
            .iter()
            .flat_map(|form| &form.fields)
            .filter(|field| field.name == *name)
            .any(|field| field.value == TYPED);
        assert!(kept, "{path}: {} loses what was typed in “{name}”", form.action);
    }
}

stories! {
    async fn every_form_keeps_what_was_typed_and_says_what_is_wrong(app) {
        let mut scene = Scene::set(app).await;
        let mut visitors = std::mem::take(&mut scene.visitors);
        let mut returned = 0;
        for route in routes() {
            // Who signed in and who did not meet other forms at the same address.
            for visitor in &mut visitors {
                returned += send_all(visitor, &scene.address(&route, "", "1")).await;
            }
        }
        assert!(returned > 25, "only {returned} forms came back");
    }
}
