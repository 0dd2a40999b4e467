# The directory: organisations and institutions of the public registers.
directory-title = Directory
directory-lead = The associations and institutions that the public registers know. Search for a subject: you find those you know, and those you had not thought of.
directory-search = Search
directory-search-label = A subject, a name, an acronym
directory-search-help = Accents, plurals and typing errors do not matter. Words between quotation marks follow each other. A hyphen before a word leaves it out.
directory-count =
    { $count ->
        [0] No organisation
        [one] One organisation
       *[other] { $count } organisations
    }
directory-none = No organisation answers these words and filters. Remove a filter, or try a broader word.
directory-nothing-to-search = These words say nothing alone. Add the subject you care about.
directory-shortened = The text is long: only its beginning was searched for.
directory-suggestion = Did you mean:
directory-read-as = “{ $typed }” was read as “{ $read }”.
directory-unknown = “{ $word }” is in no register.
directory-relaxed =
    { $count ->
        [one] No organisation has all these words. These have one.
       *[other] No organisation has all these words. These have { $count }.
    }
directory-widened =
    { $whole ->
        [one] The first one has all these words.
       *[other] The first { $whole } have all these words.
    } { $count ->
        [one] The others have one of them at least.
       *[other] The others have { $count } of them at least.
    }
directory-sort = Sort by
directory-sort-relevance = relevance
directory-sort-name = name
directory-sort-created = date of creation
directory-sort-sign = last sign of life
directory-since = since { $year }
directory-dissolved = dissolved
directory-why = Why this result
directory-why-word = “{ $word }”: { $places }
directory-why-evidence = Its signs of life, size and recognition raise it by { $percent }%.
directory-field-name = in its name
directory-field-short-name = in its acronym
directory-field-purpose = in its purpose
directory-field-object = in what it argued for or was paid for
directory-field-commune = in its town
directory-field-initials = in its initials
directory-before = Previous results
directory-after = Next results
directory-with-dissolved = Show dissolved ones too
directory-without-dissolved = Hide dissolved ones
directory-nature = Who
directory-nature-organisations = organisations
directory-nature-institutions = public institutions
directory-families = Themes
directory-marks = Distinctive signs
directory-mark-alive = recent sign of life
directory-mark-recognised = recognised as being of public utility
directory-mark-lobbied = made its voice heard
directory-mark-granted = received a grant
directory-mark-employer = employer
directory-regions = Regions
directory-kinds = Kind
directory-kind-association = association
directory-kind-foundation = foundation or endowment fund
directory-kind-professional = professional body or trade union
directory-kind-company = company or consultancy
directory-kind-ministry = ministry
directory-kind-directorate = directorate or central service
directory-kind-authority = authority, court or assembly
directory-kind-agency = agency or public establishment
directory-kind-local-body = local service
directory-kind-other = other organisation
directory-sizes = Staff
directory-size-unknown = staff unknown
directory-size-none = no employee
directory-size-under-10 = 1 to 9 employees
directory-size-under-50 = 10 to 49 employees
directory-size-under-250 = 50 to 249 employees
directory-size-large = 250 employees and more
directory-decades = Created
directory-decade = { $decade }s
directory-map = Where they have their seat
directory-map-label = A square for each department, darker where there are more organisations. The table gives the numbers.
directory-map-table = The numbers, department by department
directory-department = Department
directory-organisations = Organisations
directory-missing = The directory is not loaded here yet.
directory-missing-how = The operator of the site loads it from the public registers.
directory-missing-instead = The organisations that take part in the plans
directory-path = You are here
directory-short-name = Acronym
directory-seat = Seat
directory-created = Created on
directory-ended = Dissolved on
directory-last-sign = Last sign of life
directory-website = Site
directory-numbers = Numbers
directory-yes = yes
directory-lobbying = What it argued for before public authorities
directory-funding = What public money paid for
directory-sources = Who says so
directory-source-guess = Matched by name and town, { $percent }% sure.
directory-privacy = No street, telephone, mailbox or name of a person enters the directory.
directory-family-01 = politics
directory-family-02 = clubs and think tanks
directory-family-03 = fundamental rights and civic life
directory-family-04 = justice
directory-family-05 = information and communication
directory-family-06 = arts and culture
directory-family-07 = leisure and social clubs
directory-family-09 = social and cultural activities
directory-family-10 = heritage
directory-family-11 = sport and outdoor activities
directory-family-13 = hunting and fishing
directory-family-14 = friendly societies and mutual aid
directory-family-15 = education and training
directory-family-16 = research
directory-family-17 = health
directory-family-18 = health and social care institutions
directory-family-19 = social work
directory-family-20 = charity, aid and volunteering
directory-family-21 = families and older people
directory-family-22 = economic activities
directory-family-23 = economic and professional interests
directory-family-24 = environment and living conditions
directory-family-30 = jobs, local development, solidarity economy
directory-family-32 = housing
directory-family-34 = tourism
directory-family-36 = safety and civil protection
directory-family-38 = armed forces and remembrance
directory-family-40 = religion, spirituality, philosophy
directory-family-50 = other fields
directory-source-rna = National register of associations
directory-source-amalia = Register of associations of Alsace and Moselle
directory-source-hatvp = Register of interest representatives (HATVP)
directory-source-sirene = Sirene register (Insee)
directory-source-grants = Grants published by public bodies
directory-source-institutions = Directory of the administration (DILA)
directory-compare-title = Compare organisations
directory-compare-lead = What is known of each, fact by fact. What differs is pointed out.
directory-compare-fact = Fact
directory-compare-differs = differs
directory-compare-same = the same
directory-compare-unsaid = not stated
directory-compare-contested = contested
directory-compare-without = Remove
directory-compare-more = Find another organisation to compare
directory-compare-none = A comparison needs at least two organisations.
directory-compare-search = Find them in the directory, then open the page of one of them: its neighbours can be compared in one click.
directory-compare-missing =
    { $count ->
        [one] One of the organisations asked for cannot be found.
       *[other] { $count } of the organisations asked for cannot be found.
    }
directory-compare-too-many = At most { $most } organisations are compared. The first ones are shown.
directory-discover = Find allies
directory-discover-lead = Give the draft of a commitment, a proposal or a subject. The directory draws from it the organisations it may concern: those you know, those close to it, and those you had not thought of. Each says why it is there.
directory-discover-text = Your text
directory-discover-other = Another text
directory-discover-label = The subject, or the whole draft
directory-discover-help = The more precise the text, the better the suggestions. It is not kept.
directory-discover-everybody = organisations and institutions
directory-discover-region = Seat
directory-discover-everywhere = anywhere
directory-discover-find = Find allies
directory-discover-for = For “{ $title }”
directory-discover-words = The words that counted:
directory-discover-near-words = Words added because they are close in the registers
directory-discover-none = No organisation is close enough to this text. Add the people concerned, the problem, what changes.
directory-discover-link = Do you have a text rather than a word?
directory-discover-from-proposal = Find the organisations this proposal may concern
directory-discover-from-commitment = Find the organisations this commitment may concern
directory-near-word = “{ $near }” ({ $word })
directory-quoted = “{ $word }”
directory-distance-known = Known here
directory-distance-known-about = They have already contributed, answered or carried a commitment on this platform.
directory-distance-near = Close to it
directory-distance-near-about = They use the words of your text.
directory-distance-unexpected = Perhaps you had not thought of them
directory-distance-unexpected-about = They use none of the words of your text, but speak of the same thing.
directory-reasons = Why it is here
directory-reason-shared = It uses { $words }.
directory-reason-near = It speaks of close things: { $words }.
directory-reason-lobbied = It argued for it with public bodies: “{ $object }”
directory-reason-granted = It was funded for it: “{ $object }”
directory-gaps = Who is missing
directory-gaps-about = Nobody on this list covers them, though the subject touches them. Each link leads to who would.
directory-gaps-none = The themes, regions and kinds that the subject touches are all on this list.
directory-themes = Detailed themes
directory-communes = Towns
directory-files = These results as a file, { $rows } lines at most:
directory-suggested = Organisations whose name begins so
directory-here = Here: { $acts }.
directory-here-proposals =
    { $count ->
        [one] one proposal
       *[other] { $count } proposals
    }
directory-here-arguments =
    { $count ->
        [one] one argument
       *[other] { $count } arguments
    }
directory-here-commitments =
    { $count ->
        [one] one commitment carried
       *[other] { $count } commitments carried
    }
directory-here-answers =
    { $count ->
        [one] one answer
       *[other] { $count } answers
    }
directory-why-name = Its name is what you are looking for.
directory-why-together = The words stand together in it.
directory-compare = Compare
directory-compare-ticked = Compare the ticked organisations
directory-often = Already asked a lot
directory-often-about = Several people put them on their lists these last six months. See whether others can answer.
directory-never =
    { $count ->
        [0] All are on somebody’s list already.
        [one] One organisation of this list has been asked by nobody here.
       *[other] { $count } organisations of this list have been asked by nobody here.
    }
