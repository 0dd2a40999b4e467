# What the pages where people speak have in common.
debate-breadcrumbs = Breadcrumbs
debate-pages = Pages
debate-first = First page
debate-next = Next page
debate-cancel = Cancel
debate-error = Error:
