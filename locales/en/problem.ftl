# What is said when something does not go as asked.
problem-sign-in-needed-title = Sign in to go on
problem-sign-in-needed-advice = An e-mail address is enough, no password.
problem-forbidden-title = This page is not open to you
problem-forbidden-advice = Your roles do not allow it. The coordination team can give you the role you need.
problem-not-found-title = There is no such page
problem-not-found-advice = The address may have been copied wrongly. Addresses on this site do not change.
problem-invalid-title = The request could not be read
problem-invalid-advice = Go back, check what you typed and try again.
problem-refused-title = This is not possible now
problem-changed-title = Somebody changed this text in the meantime
problem-changed-advice = Nothing is lost: go back to copy your text, then reload the page to see theirs.
problem-too-many-title = Too many requests
problem-too-many-advice =
    { $minutes ->
        [one] Try again in a minute.
       *[other] Try again in { $minutes } minutes.
    }
problem-cross-site-title = The request comes from another site
problem-cross-site-advice = For safety it was not carried out. Make it again from a page of this site.
problem-unavailable-title = The service is unavailable for a moment
problem-unavailable-advice = Nothing that was confirmed is lost. Try again in a few moments.
problem-directory-away-title = The directory cannot be read at the moment
problem-directory-away-advice = The rest of the site works. The operator is told in the log, and rebuilds it from the public registers.
problem-internal-title = Something failed on our side
problem-internal-advice = It is recorded and we are mending it. Try again later.
problem-to-consultations = See the consultations
problem-to-commitments = See the commitments
problem-to-home = Back to the home page
