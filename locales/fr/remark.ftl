# Ce qui a été dit ailleurs, ni pour ni contre.
remark-title = Remarques
remark-lead = Reprises de la plateforme d’origine, telles qu’elles y ont été publiées. Elles ne sont ni pour ni contre.
remark-all = Toutes les remarques
remark-page-title = Remarques – { $title }
remark-none = Aucune remarque.
