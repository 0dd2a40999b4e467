//! Who may touch sessions, tokens, profiles and roles.

use fabrique_app::account::{
    self, Erasure, GrantInput, Invitation, NewToken, Profile, SignInRequest, TokenName, export_own_data, sign_in_link,
};
use fabrique_domain::{
    Language,
    account::{DisplayName, Role},
    id::{GrantId, Id, SessionId, SignInId, TokenId},
    sign_in::{Device, NetworkPrefix, ReturnPath},
    text::{EmailAddress, Line},
};
use fabrique_identity::{Code, Token};
use fabrique_testkit::{Cast, on_both_engines};
use uuid::Uuid;

use crate::let_in;

/// Everybody who signed in, the external evaluator too: it is their own account.
const PEOPLE: [&str; 7] =
    ["citizen", "agent", "organisation_member", "facilitator", "coordinator", "evaluator", "administrator"];
const GIVERS_OF_ROLES: [&str; 2] = ["administrator", "platform"];

fn evaluator() -> GrantInput {
    GrantInput { role: Role::Evaluator, organisation_id: None, evidence: Line::parse("letter of mission").unwrap() }
}

fn address(typed: &str) -> EmailAddress {
    EmailAddress::parse(typed).unwrap()
}

on_both_engines! {
    async fn people_see_their_own_account(store) {
        let cast = Cast::assemble(store).await;
        assert_eq!(let_in!(store, cast, |actor, tx| account::own_account(&actor, tx)), PEOPLE);
        assert_eq!(let_in!(store, cast, |actor, tx| account::sessions(&actor, tx)), PEOPLE);
        assert_eq!(let_in!(store, cast, |actor, tx| account::tokens(&actor, tx)), PEOPLE);
        assert_eq!(let_in!(store, cast, |actor, tx| export_own_data(&actor, tx)), PEOPLE);
    }

    async fn people_change_their_own_account(store) {
        let cast = Cast::assemble(store).await;
        let platform = store.platform();
        let profile =
            Profile { display_name: DisplayName::parse("Un autre nom").unwrap(), language: Language::English };
        assert_eq!(let_in!(store, cast, |actor, tx| account::update_profile(&actor, tx, &profile)), PEOPLE);
        let token = NewToken { name: TokenName::parse("essai").unwrap(), days: 30 };
        assert_eq!(let_in!(store, cast, |actor, tx| account::create_token(&platform, &actor, tx, &token)), PEOPLE);
        let erasure = Erasure { email: address("somebody@example.org") };
        assert_eq!(let_in!(store, cast, |actor, tx| account::erase(&actor, tx, &erasure)), PEOPLE);
    }

    async fn people_end_their_own_sessions(store) {
        let cast = Cast::assemble(store).await;
        let kept = SessionId::from_uuid(Uuid::nil());
        assert_eq!(let_in!(store, cast, |actor, tx| account::revoke_other_sessions(&actor, tx, kept)), PEOPLE);
        assert_eq!(let_in!(store, cast, |actor, tx| account::sign_out(&actor, tx, kept)), PEOPLE);
    }

    async fn what_is_not_ones_own_is_not_there(store) {
        let cast = Cast::assemble(store).await;
        let session = SessionId::from_uuid(Uuid::nil());
        let none: [&str; 0] = [];
        assert_eq!(let_in!(store, cast, |actor, tx| account::revoke_session(&actor, tx, session)), none);
        let token = TokenId::from_uuid(Uuid::nil());
        assert_eq!(let_in!(store, cast, |actor, tx| account::revoke_token(&actor, tx, token)), none);
    }

    async fn roles_are_given_by_those_who_run_the_site(store) {
        let cast = Cast::assemble(store).await;
        let platform = store.platform();
        let citizen = cast.actor(Role::Citizen).account_id().unwrap();
        let grant = evaluator();
        assert_eq!(let_in!(store, cast, |actor, tx| account::grant_role(&actor, tx, citizen, &grant)), GIVERS_OF_ROLES);
        let invitation = Invitation { email: address("new@example.org"), language: Language::French, grant };
        assert_eq!(
            let_in!(store, cast, |actor, tx| account::invite(&platform, &actor, tx, &invitation)),
            GIVERS_OF_ROLES
        );
        let first = Default::default();
        assert_eq!(let_in!(store, cast, |actor, tx| account::roles_in_force(&actor, tx, first, 10)), GIVERS_OF_ROLES);
    }

    async fn roles_are_taken_back_by_those_who_run_the_site(store) {
        let cast = Cast::assemble(store).await;
        let grant = cast.actor(Role::Coordinator).person().unwrap().grants[0].id;
        assert_eq!(let_in!(store, cast, |actor, tx| account::revoke_role(&actor, tx, grant)), GIVERS_OF_ROLES);
        let none: [&str; 0] = [];
        let unknown = GrantId::from_uuid(Uuid::nil());
        assert_eq!(let_in!(store, cast, |actor, tx| account::revoke_role(&actor, tx, unknown)), none);
    }

    async fn the_evidence_of_a_role_is_for_everybody(store) {
        let cast = Cast::assemble(store).await;
        let agent = cast.actor(Role::Agent).account_id().unwrap();
        let admitted = let_in!(store, cast, |_actor, tx| account::roles_of(tx, agent));
        assert_eq!(admitted.len(), cast.everybody().len());
    }

    async fn only_the_console_prints_a_link_that_signs_somebody_in(store) {
        let cast = Cast::assemble(store).await;
        let (platform, email, path) = (store.platform(), address("citizen@example.org"), ReturnPath::default());
        let admitted = let_in!(store, cast, |actor, tx| sign_in_link(&platform, &actor, tx, &email, &path));
        assert_eq!(admitted, ["platform"]);
    }

    async fn everybody_may_ask_to_sign_in_and_answer_a_mail(store) {
        let (cast, platform) = (Cast::assemble(store).await, store.platform());
        let everybody = cast.everybody().len();
        let request = SignInRequest {
            email: address("citizen@example.org"),
            language: Language::French,
            return_to: ReturnPath::default(),
            network: NetworkPrefix::V4([192, 0, 2]),
        };
        assert_eq!(let_in!(store, cast, |_actor, tx| account::request_sign_in(&platform, tx, &request)).len(), everybody);
        // A secret that was never mailed opens nothing, whoever tries it, and says so to all alike.
        let (link, code, device) = (Token::new([1; 32]), Code::parse("123456").unwrap(), Device::of(""));
        let never = SignInId::from_uuid(Uuid::nil());
        assert_eq!(let_in!(store, cast, |_actor, tx| account::link_is_live(&platform, tx, &link)).len(), everybody);
        let admitted = let_in!(store, cast, |_actor, tx| account::confirm_by_link(&platform, tx, &link, &device));
        assert_eq!(admitted.len(), everybody);
        let admitted = let_in!(store, cast, |_actor, tx| account::confirm_by_code(&platform, tx, never, &code, &device));
        assert_eq!(admitted.len(), everybody);
    }
}
