# Institutions and civil-society organisations.
organisation-list-title = Organisations
organisation-list-how = The institutions and civil-society organisations that take part in the plans.
organisation-list-empty = No organisation is listed here yet. Those who run the site add them.
organisation-list-next = Next organisations
organisation-kind = Kind
organisation-kind-institution = public institution
organisation-kind-civil-society = civil society
organisation-kind-other = other organisation
organisation-kinds-all = All
organisation-kinds-institution = Public institutions
organisation-kinds-civil-society = Civil society
organisation-kinds-other = Others
organisation-name = Name
organisation-acronym = Acronym
organisation-purpose = Purpose
organisation-purpose-help = In one sentence.
organisation-website = Site
organisation-website-help = The address begins with https://.
organisation-register-number = Number in the register
organisation-register-number-help = RNA, SIREN or another public register.
organisation-slug = Short name in addresses
organisation-slug-help = Letters without accents, digits and hyphens. If left empty, it comes from the name.
organisation-add = Add an organisation
organisation-add-how = It can then carry commitments, answer contributions, and have agents or members.
organisation-correct = Correct this organisation
organisation-save = Save
organisation-carries = What it carries
organisation-carries-nothing = No published commitment yet. Those it carries, alone or with others, will appear here.
organisation-part-lead = leads
organisation-part-co-carrier = carries with others
organisation-part-supporting = supports
organisation-answers = Its latest answers
organisation-answers-none = No published answer yet. Each will appear here with its reasons and its date.
organisation-answers-all = All its answers
organisation-answer-contributions =
    { $count ->
        [one] one contribution
       *[other] { $count } contributions
    }
organisation-thread-how = What it said and what it carries, from contribution to evidence.
organisation-contributions = Its latest contributions
