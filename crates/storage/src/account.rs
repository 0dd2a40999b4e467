//! Accounts, grants, sign-ins, sessions, tokens.
