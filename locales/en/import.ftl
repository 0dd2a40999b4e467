rule-import-into-own-consultation = This address is that of a consultation held here. An import makes its own: choose another address.
rule-import-unknown-plan = No plan has this address. Choose one from the list of plans.
