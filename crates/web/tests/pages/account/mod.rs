//! People at the door, and at home.

mod home;
mod people;
mod sign_in;

use fabrique_testkit::{TestApp, TestVisitor};

/// Asks to sign in; the path of the page that waits for the code.
pub(crate) async fn ask(app: &TestApp, visitor: &mut TestVisitor, email: &str) -> String {
    let waiting = visitor.post("/sign-in", &[("email", email)]).await.assert_redirect().to_owned();
    app.run_jobs().await;
    waiting
}

/// The six digits of the last mail.
pub(crate) fn code(text: &str) -> String {
    let digits: Vec<_> =
        text.split_whitespace().filter(|word| word.len() == 3 && word.parse::<u32>().is_ok()).collect();
    digits[digits.len() - 2..].concat()
}
