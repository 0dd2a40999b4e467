# The programming interface.
api-title = Programming interface
api-lead = Reading is open to all. Proposing, supporting and arguing take a personal token.
api-reading = Reading
api-reading-how = Each collection reads as JSON, whole or narrowed to a plan, a consultation or a contribution.
api-pages = A page holds at most 500 items. To read on, give “after” the value of “next”.
api-collections = The collections
api-address = Address
api-holds = Holds
api-writing = Writing
api-writing-how = Add to the request the header “Authorization: Bearer” followed by your token. The rules are those of the pages.
api-token = Make a token
api-propose = Propose
api-support = Support, or oppose
api-argue = Argue
api-description = Description for programs
