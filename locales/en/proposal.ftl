# Proposals: writing, publishing, reading them.

rule-proposal-not-a-draft = This proposal is no longer a draft: it is published. You can edit it from its page.
rule-proposal-not-published = This proposal is not published.
rule-proposal-not-yours = Only the person who wrote this proposal can edit it. You can propose an amendment.
rule-proposal-consultation-not-open-yet = The consultation is not open yet. Your text stays among your drafts.
rule-proposal-consultation-closed = The consultation is closed: nothing more is proposed or edited in it.
rule-proposal-too-many-drafts = You already have fifty drafts. Publish or delete one.
rule-proposal-already-answered = This proposal has been answered and can no longer be withdrawn.
