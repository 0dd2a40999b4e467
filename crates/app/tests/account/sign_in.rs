//! Links and codes answer once, for a quarter of an hour, and tell strangers nothing.

use fabrique_app::{
    Error, Platform,
    account::{ADDRESS_LIMIT, Confirmation, NETWORK_LIMIT, confirm_by_code, link_is_live, request_sign_in},
};
use fabrique_domain::{
    id::SignInId,
    sign_in::{Device, SIGN_IN_LIFETIME},
    time::MINUTE,
};
use fabrique_identity::{Code, Token};
use fabrique_storage::{account, transact};
use fabrique_testkit::on_both_engines;

use super::{ask, follow, link, next_mail, request, sign_in, signed_in};

const CAMILLE: &str = "camille@example.org";

async fn type_code(platform: &Platform, id: SignInId, code: &str) -> Confirmation {
    let code = Code::parse(code).unwrap();
    transact!(platform.store, |tx| confirm_by_code(platform, tx, id, &code, &Device::default()).await).unwrap()
}

/// The code in a mail: two words of three digits, one after the other.
fn code(text: &str) -> String {
    let digits = |word: &&str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<_> = text.split_whitespace().collect();
    let at = words.windows(2).position(|pair| pair.iter().all(digits)).unwrap();
    words[at..at + 2].concat()
}

fn wrong(right: &str) -> &'static str {
    if right == "000000" { "000001" } else { "000000" }
}

on_both_engines! {
    async fn the_first_sign_in_makes_the_account_under_a_pseudonym(store) {
        let platform = store.platform();
        let first = sign_in(&platform, CAMILLE).await;
        assert!(first.is_first && first.return_to == "/proposals");
        let again = sign_in(&platform, CAMILLE).await;
        assert!(!again.is_first && again.account_id == first.account_id);
        let mut reader = store.read().await.unwrap();
        let account = account::find(&mut reader, first.account_id).await.unwrap().unwrap();
        assert!(account.display_name.starts_with("Participant "), "{}", account.display_name);
    }

    async fn a_mail_is_the_same_for_a_stranger_and_for_somebody_known(store) {
        let platform = store.platform();
        sign_in(&platform, CAMILLE).await;
        ask(&platform, CAMILLE).await.unwrap();
        ask(&platform, "personne@example.org").await.unwrap();
        let (known, stranger) = (next_mail(&platform).await.unwrap(), next_mail(&platform).await.unwrap());
        let bare = |text: &str, secret: &Token| text.replace(&secret.reveal(), "").replace(&code_as_read(text), "");
        assert_eq!(bare(&known.text, &link(&known)), bare(&stranger.text, &link(&stranger)));
        assert_eq!(known.subject, stranger.subject);
    }

    async fn neither_link_nor_code_stands_in_the_database(store) {
        let platform = store.platform();
        let asked = ask(&platform, CAMILLE).await.unwrap();
        let mail = next_mail(&platform).await.unwrap();
        let kept = account::sign_in::find(&mut store.read().await.unwrap(), asked.id).await.unwrap().unwrap();
        let told = format!("{kept:?}");
        assert!(!told.contains(&link(&mail).reveal()) && !told.contains(&code(&mail.text)), "{told}");
    }

    async fn twelve_hands_on_one_link_open_one_session(store) {
        let platform = store.platform();
        ask(&platform, CAMILLE).await.unwrap();
        let link = link(&next_mail(&platform).await.unwrap());
        let outcomes = futures_util::future::join_all((0..12).map(|_| follow(&platform, &link))).await;
        let opened = outcomes.iter().filter(|outcome| matches!(outcome, Confirmation::SignedIn(_))).count();
        assert_eq!(opened, 1);
        assert!(outcomes.iter().all(|outcome| !matches!(outcome, Confirmation::WrongCode { .. })));
    }

    async fn two_mails_answered_at_once_make_one_account(store) {
        let platform = store.platform();
        let mut links = Vec::new();
        for _ in 0..4 {
            ask(&platform, CAMILLE).await.unwrap();
            links.push(link(&next_mail(&platform).await.unwrap()));
        }
        let outcomes = futures_util::future::join_all(links.iter().map(|link| follow(&platform, link))).await;
        let accounts: Vec<_> = outcomes.into_iter().map(|outcome| signed_in(outcome).account_id).collect();
        assert!(accounts.iter().all(|account| *account == accounts[0]), "{accounts:?}");
    }

    async fn a_code_used_after_the_link_is_spent_and_the_other_way_round(store) {
        let platform = store.platform();
        let asked = ask(&platform, CAMILLE).await.unwrap();
        let mail = next_mail(&platform).await.unwrap();
        signed_in(type_code(&platform, asked.id, &code(&mail.text)).await);
        assert_eq!(follow(&platform, &link(&mail)).await, Confirmation::Spent);
        assert_eq!(type_code(&platform, asked.id, &code(&mail.text)).await, Confirmation::Spent);
    }

    async fn every_wrong_code_counts_even_when_many_are_tried_at_once(store) {
        let platform = store.platform();
        let asked = ask(&platform, CAMILLE).await.unwrap();
        let right = code(&next_mail(&platform).await.unwrap().text);
        let guesses = (0..9).map(|_| type_code(&platform, asked.id, wrong(&right)));
        let outcomes = futures_util::future::join_all(guesses).await;
        let heard = outcomes.iter().filter(|outcome| matches!(outcome, Confirmation::WrongCode { .. })).count();
        assert_eq!(heard, 5, "{outcomes:?}");
        assert_eq!(type_code(&platform, asked.id, &right).await, Confirmation::Spent);
    }

    async fn the_fifth_try_may_still_be_right(store) {
        let platform = store.platform();
        let asked = ask(&platform, CAMILLE).await.unwrap();
        let right = code(&next_mail(&platform).await.unwrap().text);
        for left in [4, 3, 2, 1] {
            let outcome = type_code(&platform, asked.id, wrong(&right)).await;
            assert_eq!(outcome, Confirmation::WrongCode { attempts_left: left });
        }
        signed_in(type_code(&platform, asked.id, &right).await);
    }

    async fn the_code_of_one_request_does_not_answer_another(store) {
        let platform = store.platform();
        let first = ask(&platform, CAMILLE).await.unwrap();
        let first_code = code(&next_mail(&platform).await.unwrap().text);
        let second = ask(&platform, CAMILLE).await.unwrap();
        let second_code = code(&next_mail(&platform).await.unwrap().text);
        assert_ne!(first_code, second_code);
        assert_eq!(type_code(&platform, second.id, &first_code).await, Confirmation::WrongCode { attempts_left: 4 });
        signed_in(type_code(&platform, first.id, &first_code).await);
    }

    async fn a_link_lives_a_quarter_of_an_hour_and_looking_at_it_uses_nothing_up(store) {
        let platform = store.platform();
        ask(&platform, CAMILLE).await.unwrap();
        let link = link(&next_mail(&platform).await.unwrap());
        let is_live = async || link_is_live(&platform, &mut store.read().await.unwrap(), &link).await.unwrap();
        store.clock.pass(SIGN_IN_LIFETIME - 1);
        assert!(is_live().await && is_live().await);
        store.clock.pass(1);
        assert!(!is_live().await);
        assert_eq!(follow(&platform, &link).await, Confirmation::Spent);
    }

    async fn a_link_that_was_never_sent_opens_nothing(store) {
        assert_eq!(follow(&store.platform(), &Token::new([9; 32])).await, Confirmation::Spent);
    }

    async fn an_address_receives_five_mails_an_hour_whatever_the_network(store) {
        let platform = store.platform();
        let ask = async |last: u8| {
            let request = request(CAMILLE, [198, 51, last, 1]);
            transact!(platform.store, |tx| request_sign_in(&platform, tx, &request).await)
        };
        for network in 0..5 {
            ask(network).await.unwrap();
        }
        assert!(matches!(ask(9).await, Err(Error::TooMany(seconds)) if (1..=3_600).contains(&seconds)));
        store.clock.pass(ADDRESS_LIMIT.window);
        ask(9).await.unwrap();
    }

    async fn a_network_causes_thirty_mails_an_hour_whatever_the_address(store) {
        let platform = store.platform();
        let ask = async |number: i64, network| {
            let request = request(&format!("person{number}@example.org"), network);
            transact!(platform.store, |tx| request_sign_in(&platform, tx, &request).await)
        };
        for number in 0..NETWORK_LIMIT.most {
            ask(number, [192, 0, 2, 7]).await.unwrap();
        }
        assert!(matches!(ask(99, [192, 0, 2, 200]).await, Err(Error::TooMany(_))), "the same /24");
        ask(99, [192, 0, 3, 7]).await.unwrap();
    }

    async fn a_dozen_requests_at_once_are_not_counted_short(store) {
        let platform = store.platform();
        let asking = (0..12).map(|_| ask(&platform, CAMILLE));
        let outcomes = futures_util::future::join_all(asking).await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 5, "{outcomes:?}");
    }

    async fn what_is_of_no_use_any_more_is_swept(store) {
        let platform = store.platform();
        sign_in(&platform, CAMILLE).await;
        let sweep = async || transact!(platform.store, |tx| fabrique_app::account::sweep(tx).await).unwrap();
        assert_eq!(sweep().await, 0, "nothing is old");
        store.clock.pass(2 * 24 * 60 * MINUTE);
        assert_eq!(sweep().await, 3, "one request, two counts");
        store.clock.pass_days(61);
        assert_eq!(sweep().await, 1, "one session");
    }
}

/// The code as the mail writes it, in two groups.
fn code_as_read(text: &str) -> String {
    let code = code(text);
    format!("{} {}", &code[..3], &code[3..])
}
