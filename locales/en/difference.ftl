# A text as it changed, word by word.
difference-added = added:
difference-removed = removed:
difference-key = Underlined: added. Struck through: removed.
