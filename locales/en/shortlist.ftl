# Lists of organisations and the grid.
shortlist-mine = My lists
shortlist-account-what = The organisations you pick out, why, and what you think of them.
shortlist-lead = A list keeps the organisations you want to involve, each with its reason. Only you read it, and the people you name.
shortlist-path = You are in
shortlist-rooms = Pages of the list
shortlist-room-list = List
shortlist-room-grid = Grid
shortlist-room-coverage = Coverage
shortlist-room-sharing = Sharing
shortlist-none = You have no list yet. Make one below, then search for who could be concerned.
shortlist-none-how = Search the directory
shortlist-count =
    { $count ->
        [0] No organisation
        [one] One organisation
       *[other] { $count } organisations
    }
shortlist-standing-keeper = you keep it
shortlist-standing-read = you read it
shortlist-standing-write = you write on it
shortlist-kept-by = Kept by { $name }
shortlist-changed = Changed on { $day }
shortlist-make = New list
shortlist-make-now = Make the list
shortlist-title = Title
shortlist-title-help = For example: whom to involve on water in the city.
shortlist-aim = What it is for
shortlist-aim-help = In one sentence: the project, the deadline, what you expect of the organisations.
shortlist-refused = Not possible this way
shortlist-done-made = The list is made. Now search for who could be concerned.
shortlist-done-saved = Saved.
shortlist-done-added = The organisation is on the list.
shortlist-done-already = This organisation was on the list already.
shortlist-done-removed = The organisation is taken off the list.
shortlist-done-restored = The organisation is back on the list.
shortlist-done-placed = The grid is saved, and so is your answer about who is absent.
shortlist-done-erased = The list is erased.
shortlist-done-named = This person is named. They find the list among theirs.
shortlist-done-unnamed = This person no longer reads the list.
shortlist-done-link-made = The link is ready. The one before opens nothing any more.
shortlist-done-link-closed = The link opens nothing any more.
shortlist-search = Search for organisations
shortlist-by-hand = Add by hand
shortlist-edit = Title and end of the list
shortlist-empty = Nobody is on this list yet.
shortlist-empty-how = Search the directory, add by hand, or paste a column of identifiers.
shortlist-undo = Undo
shortlist-why = Why
shortlist-why-help = In one sentence. Whoever holds the link of the list reads it too.
shortlist-why-help-sought = Optional: what you were looking for is kept. Whoever holds the link of the list reads this reason.
shortlist-sought = What you were looking for: “{ $sought }”
shortlist-found-search = Found by searching “{ $sought }”
shortlist-found-text = Suggested for the text “{ $sought }”
shortlist-found-column = Came from a column of identifiers
shortlist-state-by-hand = in no register
shortlist-state-dissolved = dissolved
shortlist-state-gone = left the registers
shortlist-gone-what = The registers of today do not know it any more. What follows is what they said on the day it was added.
shortlist-renamed = Called { $name } today
shortlist-added-by = Added by { $name }, { $day }
shortlist-marked-interest = interest { $mark } of 4
shortlist-marked-influence = influence { $mark } of 4
shortlist-annotate = Annotate
shortlist-details = Details
shortlist-up = Move up
shortlist-down = Move down
shortlist-remove = Take off
shortlist-removed =
    { $count ->
        [one] One organisation taken off
       *[other] { $count } organisations taken off
    }
shortlist-removed-by = taken off by { $name }, { $day }
shortlist-restore = Put back
shortlist-files = Take the list away:
shortlist-files-what = These files hold the notes, the marks of the grid and the names of people: they are for your colleagues.
shortlist-add-to = Add to a list
shortlist-add-title = Add to a list
shortlist-add-now = Add
shortlist-list = On which list
shortlist-new = A new list
shortlist-new-title = Title of the new list
shortlist-new-title-help = Only if you make one.
shortlist-hand-title = Add an organisation by hand
shortlist-hand-how = For a collective or an organisation that no register knows.
shortlist-name = Name
shortlist-place = Place
shortlist-place-help = A commune, a department or a region.
shortlist-about = What it does
shortlist-column-title = Paste a column of identifiers
shortlist-column = Identifiers
shortlist-column-help = One a line, 500 at most: W numbers, SIREN or SIRET. You are told what is unknown, and nothing is added twice.
shortlist-column-why = Why these organisations
shortlist-column-why-help = The same reason for all. You can be more precise for each later.
shortlist-column-add = Add these organisations
shortlist-report-added =
    { $count ->
        [0] No organisation added
        [one] One organisation added
       *[other] { $count } organisations added
    }
shortlist-report-already =
    { $count ->
        [one] One line names an organisation that is on the list already.
       *[other] { $count } lines name organisations that are on the list already.
    }
shortlist-report-unknown = Unknown lines
shortlist-report-unknown-how = No register loaded here knows these lines. Check them, search by name, or add the organisation by hand.
shortlist-back = See the list
shortlist-write = What you know of it
shortlist-notes = Notes
shortlist-notes-help = For the people named on the list. The public link does not show them.
shortlist-save = Save
shortlist-changed-meanwhile = Somebody else wrote in between
shortlist-changed-how = Nothing that you typed is lost: read again, then save once more.
shortlist-marks = Interest and influence
shortlist-marks-none = Nobody has said what they think yet. Nothing is guessed.
shortlist-replaced = replaced on { $day }
shortlist-place-one = Give or change a mark
shortlist-removed-why = Why take it off
shortlist-removed-why-help = The reason stays with the name, below the list. You can put it back at any time.
shortlist-erase = Erase the list
shortlist-erase-what = The list, its notes and its grid go for everybody. There is no way back.
shortlist-erase-export = Take it away first
shortlist-sure = Confirmation
shortlist-sure-yes = I erase this list for everybody
shortlist-people = People
shortlist-keeps = keeps the list
shortlist-right = What they may do
shortlist-right-read = read
shortlist-right-write = read and write
shortlist-leave = Leave the list
shortlist-unname = Stop sharing
shortlist-email = E-mail address
shortlist-email-help = The one with which the person signs in here.
shortlist-name-member = Share with this person
shortlist-link = Reading link
shortlist-link-what = Whoever holds this link reads the list without an account: the organisations and the reasons, never the notes, the grid or the names of people.
shortlist-link-make = Make a link
shortlist-link-renew = Change the link
shortlist-link-close = Close the link
shortlist-shared-what = List shared by a link
shortlist-interest = Interest
shortlist-influence = Influence
shortlist-interest-help = How much the subject matters to it: 1 little, 4 much.
shortlist-influence-help = How much it can change the outcome: 1 little, 4 much.
shortlist-drawing = Grid of interest and influence: { $placed } organisations placed, { $missing } not placed. The table says all of it.
shortlist-not-placed = Not placed
shortlist-grid-what = Each mark comes from a person, with its reason. Nothing is guessed: who does not have two marks stays apart.
shortlist-grid-empty = Add organisations first, then place them.
shortlist-grid-table = What the grid says
shortlist-place-rest =
    { $count ->
        [one] Place the last one
       *[other] Place the { $count } that are left
    }
shortlist-place-again = Go over the marks
shortlist-number = No.
shortlist-organisation = Organisation
shortlist-no-mark = not said yet
shortlist-absent = Who is absent?
shortlist-absent-unasked = The question is asked each time the grid is saved. Nobody has answered it yet.
shortlist-absence = Is somebody missing on this list?
shortlist-absence-help = Think of those without an organisation, those far away, those who bear the decision without asking for it.
shortlist-absence-somebody = Yes, somebody is missing
shortlist-absence-nobody = Nobody, as far as we know
shortlist-absence-last = Last answer, { $day }, { $name }: { $who }
shortlist-who = If so, who
shortlist-absent-why = If so, why their presence matters
shortlist-place-title = Place the organisations
shortlist-place-how = Give a mark from 1 to 4 and its reason. Leave empty what you do not know: that is an answer.
shortlist-mark-why = Reason of this mark
shortlist-mark-now = Mark of today, by { $name }: { $mark }, { $reason }
shortlist-place-save = Save the grid
shortlist-place-leave = Go back without saving
shortlist-place-before = Those before
shortlist-place-after = The next ones
shortlist-coverage-empty = Coverage is measured on the organisations that the registers know. Add some from the directory.
shortlist-coverage-what =
    { $counted ->
        [one] One organisation of the list, of { $entries }, is known to the registers and counted here.
       *[other] { $counted } organisations of the list, of { $entries }, are known to the registers and counted here.
    }
shortlist-coverage-around = Gaps come from { $count } organisations near the subject, found by the title, the aim and the purposes of the organisations on the list.
shortlist-coverage-families = Themes
shortlist-coverage-regions = Regions
shortlist-coverage-kinds = Kinds
shortlist-covered = On the list
shortlist-covered-none = Nothing yet.
shortlist-uncovered = Nobody on the list
shortlist-uncovered-none = No gap known.
shortlist-uncovered-search = (search the directory)
shortlist-too-often = Asked too often
shortlist-too-often-what = Those put on the lists of at least three people in six months. Before you write to them, see whether others can answer.
shortlist-too-often-none = None, as far as we know.
shortlist-asked-times =
    { $count ->
        [one] one person
       *[other] { $count } people
    }
shortlist-never = Never asked
shortlist-never-what = Nobody else put them on a list.
shortlist-never-none = All of them are on somebody else’s list already.
rule-shortlist-read-only = You read this list without writing on it. Ask the person who keeps it for that right.
rule-shortlist-not-keeper = Only the person who keeps the list can do this. Ask them.
rule-shortlist-too-many = You keep two hundred lists already. Erase one, then try again.
rule-shortlist-full = This list has five hundred organisations already. Begin another.
rule-shortlist-unknown-organisation = The directory does not know this organisation. Add it by hand.
rule-shortlist-no-account = Nobody signs in here with this address. Invite the person to sign in once, then try again.
rule-shortlist-own-address = This is your address: the list is yours already.
rule-shortlist-too-many-members = A hundred people read this list already. Take one off, then try again.
shortlist-version = Version
