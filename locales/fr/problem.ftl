# Ce qui est dit quand quelque chose ne se passe pas comme demandé.
problem-sign-in-needed-title = Connectez-vous pour continuer
problem-sign-in-needed-advice = Un courriel suffit, sans mot de passe.
problem-forbidden-title = Cette page ne vous est pas ouverte
problem-forbidden-advice = Vos rôles ne le permettent pas. La coordination peut vous donner le rôle qu’il faut.
problem-not-found-title = Cette page n’existe pas
problem-not-found-advice = L’adresse a peut-être été mal recopiée. Les adresses de ce site ne changent pas.
problem-invalid-title = La demande n’a pas pu être lue
problem-invalid-advice = Revenez à la page précédente, vérifiez ce que vous avez saisi et recommencez.
problem-refused-title = Ce n’est pas possible maintenant
problem-changed-title = Quelqu’un a modifié ce texte entre-temps
problem-changed-advice = Rien n’est perdu : revenez à la page précédente pour copier votre texte, puis rechargez la page pour voir le sien.
problem-too-many-title = Trop de demandes
problem-too-many-advice =
    { $minutes ->
        [one] Réessayez dans une minute.
       *[other] Réessayez dans { $minutes } minutes.
    }
problem-cross-site-title = La demande vient d’un autre site
problem-cross-site-advice = Par sécurité, elle n’a pas été exécutée. Refaites-la depuis une page de ce site.
problem-unavailable-title = Le service est momentanément indisponible
problem-unavailable-advice = Rien de ce qui a été confirmé n’est perdu. Réessayez dans quelques instants.
problem-directory-away-title = L’annuaire ne peut pas être lu pour le moment
problem-directory-away-advice = Le reste du site fonctionne. L’exploitant est prévenu dans le journal, et le reconstruit depuis les registres publics.
problem-internal-title = Une erreur est survenue de notre côté
problem-internal-advice = Elle est enregistrée et nous la corrigeons. Réessayez plus tard.
problem-to-consultations = Voir les consultations
problem-to-commitments = Voir les engagements
problem-to-home = Revenir à l’accueil
