# Qui parle.
author-kind-agent = agent public
author-kind-civil-society = société civile
author-kind-citizen = citoyen
