//! The people of a load, and their tokens.

use anyhow::Result;
use fabrique_app::{Error, Platform};
use fabrique_domain::{Language, id::AccountId, time::DAY};
use fabrique_identity::Token;
use fabrique_storage::{Tx, account, account::token, transact};

use super::{BATCH, Size, Told, batches, words};

pub(super) async fn people(platform: &Platform, size: &Size, told: Told<'_>) -> Result<Vec<AccountId>> {
    let mut people = Vec::new();
    for batch in batches(size.people) {
        let rows = batch.end - batch.start;
        let added: Result<_, Error> = transact!(platform.store, |tx| insert_people(tx, size.seed, batch.clone()).await);
        people.extend(added?);
        told(rows);
    }
    Ok(people)
}

async fn insert_people(tx: &mut Tx, seed: u64, batch: std::ops::Range<u64>) -> Result<Vec<AccountId>, Error> {
    let mut people = Vec::new();
    for number in batch {
        let email = format!("charge-{seed}-{number}@example.org");
        let name = words::name(number);
        people.push(account::insert(tx, &email, &name, Language::French).await?.ok_or(Error::Changed)?);
    }
    Ok(people)
}

pub(super) async fn tokens(platform: &Platform, people: &[AccountId]) -> Result<Vec<String>> {
    let mut secrets = Vec::new();
    for batch in people.chunks(BATCH as usize) {
        let made: Result<Vec<String>, Error> = transact!(platform.store, |tx| make_tokens(platform, tx, batch).await);
        secrets.extend(made?);
    }
    Ok(secrets)
}

async fn make_tokens(platform: &Platform, tx: &mut Tx, people: &[AccountId]) -> Result<Vec<String>, Error> {
    let mut secrets = Vec::new();
    let expires_at = tx.now().plus(30 * DAY);
    for person in people {
        let secret = Token::new(tx.random());
        token::insert(tx, *person, "charge", secret.digest(&platform.keyring).to_vec(), expires_at).await?;
        secrets.push(secret.reveal());
    }
    Ok(secrets)
}
