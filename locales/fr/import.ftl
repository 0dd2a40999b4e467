rule-import-into-own-consultation = Cette adresse est celle d’une consultation menée ici. Un import crée la sienne : choisissez une autre adresse.
rule-import-unknown-plan = Aucun plan n’a cette adresse. Choisissez l’un de ceux de la liste des plans.
