//! People: signing in without a password, sessions, tokens of the API, one's own data, roles.
//!
//! Signing in asks nothing of the account: a link and a code go to the address, whoever it is, and
//! the account is looked up, or made, once the mail was answered. So nothing that a stranger sees
//! or measures tells whether an address has an account.

mod confirmation;
mod erasure;
mod export;
mod grant;
mod housekeeping;
mod invitation;
mod profile;
mod request;
mod session;
mod token;

pub use confirmation::{Confirmation, SignedIn, confirm_by_code, confirm_by_link, link_is_live};
pub use erasure::{Erasure, erase};
pub use export::export_own_data;
pub use grant::{GrantInput, grant_role, revoke_role, roles_in_force, roles_of};
pub use housekeeping::sweep;
pub use invitation::{Invitation, invite, sign_in_link};
pub use profile::{Profile, own_account, update_profile};
pub use request::{ADDRESS_LIMIT, NETWORK_LIMIT, SignInRequest, SignInRequested, request_sign_in};
pub use session::{
    ResolvedSession, resolve_session, revoke_other_sessions, revoke_session, sessions, sign_out, touch_session,
};
pub use token::{MOST_TOKENS, NewToken, TokenName, create_token, resolve_token, revoke_token, tokens};
