# Who speaks.
author-kind-agent = public agent
author-kind-civil-society = civil society
author-kind-citizen = citizen
