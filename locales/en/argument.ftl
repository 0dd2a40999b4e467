# Arguments, in two columns.
side-for = For
side-against = Against

rule-argument-own = You wrote this argument: only other people can find it useful.
rule-argument-hidden = A moderator hid this argument. The decision was sent to you by e-mail, with the way to contest it.
