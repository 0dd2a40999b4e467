# Forms.
form-summary = Something is left to correct
form-colon = :
form-optional = (optional)
form-choose = Choose
fault-missing = Fill in this field.
fault-too-long = Shorten this text: { $limit } characters at most.
fault-too-short = Say a little more: at least { $limit } characters.
fault-malformed = Check the form of what you typed.
fault-unknown = Choose a value from the list.
fault-taken = Choose another: this one is taken.
fault-order = Check the order: the end comes after the start.
thread-here = You are here
form-error = {"Error: "}
