# Plans, thèmes, calendrier.
rule-plan-already-published = Ce plan est déjà publié.
rule-plan-not-published = Ce plan n’est pas en vigueur. Publiez-le avant de le clore.
plan-published-mail-subject = Publié : { $plan }
plan-published-mail-text = Le plan « { $plan } » est publié. Chacun de ses engagements a sa page : ce qui change, qui le fait, quand, et les contributions dont il vient.
