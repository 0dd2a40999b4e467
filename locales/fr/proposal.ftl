# Les propositions : les écrire, les publier, les lire.

rule-proposal-not-a-draft = Cette proposition n’est plus un brouillon : elle est publiée. Vous pouvez la modifier depuis sa page.
rule-proposal-not-published = Cette proposition n’est pas publiée.
rule-proposal-not-yours = Seule la personne qui a écrit cette proposition peut la modifier. Vous pouvez proposer un amendement.
rule-proposal-consultation-not-open-yet = La consultation n’est pas encore ouverte. Votre texte reste dans vos brouillons.
rule-proposal-consultation-closed = La consultation est close : on n’y propose et on n’y modifie plus rien.
rule-proposal-too-many-drafts = Vous avez déjà cinquante brouillons. Publiez-en ou supprimez-en un.
rule-proposal-already-answered = Cette proposition a reçu sa réponse : elle ne se retire plus.
