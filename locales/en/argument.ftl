# Arguments, in two columns.
side-for = For
side-against = Against

rule-argument-own = You wrote this argument: only other people can find it useful.
rule-argument-hidden = A moderator hid this argument. The decision was sent to you by e-mail, with the way to contest it.

# The columns and the form.
argument-title = Arguments
argument-none = No argument yet.
argument-all = All arguments: { $side }
argument-column-title = Arguments { $side } – { $title }
argument-add-for = Add an argument for
argument-add-against = Add an argument against
argument-add-title = Add an argument
argument-side = Which side
argument-body = Your argument
argument-body-help = One argument at a time, with what supports it: a fact, an example, a source. At most 3,000 characters.
argument-author-kind = You speak as
argument-author-kind-help = This choice is shown beside your name.
argument-publish = Publish the argument
argument-after = It is public at once, under your display name. You can take it back at any time.
argument-is-hidden = A moderator hid an argument, for this reason:
argument-useful = Useful
argument-withdraw = Take back my argument
