-- A small database as the release whose schema ended at version 6 wrote it. Never edited: it is what
-- people have. `{{id:…}}` and `{{bytes:…}}` are written as each engine writes identifiers and bytes.
INSERT INTO organisations (id, slug, kind, name, name_folded, acronym, purpose, website, register_number, created_at)
    VALUES ({{id:1}}, 'ministere', 'institution', 'Ministère des essais', 'ministere des essais', 'ME', 'Essayer.', '', '', 1795435200000000);
INSERT INTO accounts (id, email, display_name, language, created_at, erased_at)
    VALUES ({{id:10}}, 'ada@example.org', 'Ada', 'fr', 1795435200000000, NULL),
        ({{id:11}}, NULL, 'Compte effacé', 'en', 1795435200000000, 1795435300000000);
INSERT INTO grants (id, account_id, role, organisation_id, evidence, granted_by, granted_at, revoked_at, revoked_by)
    VALUES ({{id:12}}, {{id:10}}, 'agent', {{id:1}}, 'carte professionnelle', NULL, 1795435200000000, NULL, NULL);
INSERT INTO sessions (id, account_id, token_digest, device, created_at, seen_at, expires_at, revoked_at)
    VALUES ({{id:13}}, {{id:10}}, {{bytes:0a0b}}, 'Firefox', 1795435200000000, 1795435200000000, 1895435200000000, NULL);
INSERT INTO plans (id, slug, national_label, ogp_label, national_start, national_end, ogp_start, ogp_end, introduction,
        state, published_at, source, created_at)
    VALUES ({{id:20}}, 'plan-2024', '{"fr":"Plan 2024-2026","en":"Plan 2024-2026"}', 'France Action Plan', '2024-01-01',
        '2026-12-31', '2023-01-01', '2025-12-31', '{"fr":"Le plan.","en":null}', 'published', 1795435200000000, '', 1795435200000000);
INSERT INTO themes (id, plan_id, slug, name, description, position)
    VALUES ({{id:21}}, {{id:20}}, 'donnees', '{"fr":"Données","en":null}', '{"fr":"","en":null}', 1);
INSERT INTO phases (id, plan_id, kind, starts_on, ends_on, note, published_at)
    VALUES ({{id:22}}, {{id:20}}, 'consultation', '2026-11-01', '2026-12-31', '{"fr":"","en":null}', 1795435200000000);
INSERT INTO pages (id, slug, title, body, version, updated_at)
    VALUES ({{id:23}}, 'guide', '{"fr":"Guide","en":null}', '{"fr":"Lisez.","en":null}', 2, 1795435200000000);
INSERT INTO page_versions (page_id, version, title, body, author_id, created_at)
    VALUES ({{id:23}}, 2, '{"fr":"Guide","en":null}', '{"fr":"Lisez.","en":null}', {{id:10}}, 1795435200000000);
INSERT INTO consultations (id, plan_id, slug, title, summary, rules, information, follow_up, opens_at, closes_at,
        announced_at, approved_at, outcome, outcome_reason, outcome_at, ballot, answer_within_days, source, proposals,
        answered, positions, arguments, created_at)
    VALUES ({{id:30}}, {{id:20}}, 'ouvrir', '{"fr":"Ouvrir","en":null}', '{"fr":"","en":null}', '{"fr":"Les règles.","en":null}',
        '{"fr":"Le bilan.","en":null}', '{"fr":"","en":null}', 1795435200000000, 1798435200000000, 1794435200000000,
        1794435200000000, NULL, '', NULL, 'three_positions', 60, '', 1, 1, 1, 1, 1794435200000000);
INSERT INTO proposals (id, consultation_id, theme_id, author_id, author_name, author_kind, organisation_id, capacity,
        language, state, state_reason, title, problem, change, body, version, supports, mixed, against,
        historic_supports, historic_mixed, historic_against, arguments_for, arguments_against, amendments, response_id,
        answered_at, support_rank, discussion_rank, shuffle, created_at, published_at, updated_at)
    VALUES ({{id:31}}, {{id:30}}, {{id:21}}, {{id:10}}, 'Ada', 'citizen', NULL, 'personal', 'fr', 'published', '',
        'Publier les délais', '', '', 'Publier les délais réels.', 1, 1, 0, 0, 7, 0, 0, 1, 0, 0, {{id:50}},
        1795435200000000, 8, 1, 42, 1795435200000000, 1795435200000000, 1795435200000000);
INSERT INTO proposal_versions (proposal_id, version, title, problem, change, body, author_name, amendment_id, created_at)
    VALUES ({{id:31}}, 1, 'Publier les délais', '', '', 'Publier les délais réels.', 'Ada', NULL, 1795435200000000);
INSERT INTO positions (proposal_id, account_id, position, taken_at)
    VALUES ({{id:31}}, {{id:11}}, 'support', 1795435200000000);
INSERT INTO arguments (id, proposal_id, author_id, author_name, author_kind, organisation_id, side, body, state,
        state_reason, useful, historic_useful, useful_rank, created_at)
    VALUES ({{id:32}}, {{id:31}}, {{id:10}}, 'Ada', 'citizen', NULL, 'for', 'Cela se mesure.', 'published', '', 0, 3, 3, 1795435200000000);
INSERT INTO commitments (id, plan_id, theme_id, parent_id, level, national_number, ogp_id, title, summary, problem,
        causes, done_so_far, solution, results_wanted, transparency, accountability, participation, budget,
        development_goals, contact, starts_on, ends_on, state, state_reason, position, author_id, version, created_at,
        updated_at, submitted_at, published_at)
    VALUES ({{id:40}}, {{id:20}}, {{id:21}}, NULL, 'commitment', '1', 'FR0112', '{"fr":"Publier","en":null}',
        '{"fr":"Tout est public.","en":null}', '{"fr":"","en":null}', '{"fr":"","en":null}', '{"fr":"","en":null}',
        '{"fr":"","en":null}', '{"fr":"","en":null}', '{"fr":"","en":null}', '{"fr":"","en":null}', '{"fr":"","en":null}',
        '', '', '', '2024-01-01', '2026-12-31', 'published', '', 1, {{id:10}}, 3, 1795435200000000, 1795435200000000,
        1795435200000000, 1795435200000000);
INSERT INTO clauses (id, commitment_id, number, text, version, contributions, repealed_at, updated_at)
    VALUES ({{id:41}}, {{id:40}}, 1, '{"fr":"Chaque délai est publié.","en":null}', 1, 1, NULL, 1795435200000000);
INSERT INTO clause_versions (clause_id, version, text, reason, author_id, created_at)
    VALUES ({{id:41}}, 1, '{"fr":"Chaque délai est publié.","en":null}', '', {{id:10}}, 1795435200000000);
INSERT INTO carriers (commitment_id, organisation_id, part, position) VALUES ({{id:40}}, {{id:1}}, 'lead', 1);
INSERT INTO responses (id, consultation_id, institution_id, decision, reason, merged_into, state, drafted_by,
        reviewed_by, review_note, version, created_at, updated_at, submitted_at, published_at)
    VALUES ({{id:50}}, {{id:30}}, {{id:1}}, 'taken_up', '{"fr":"C’est écrit dans la clause 1.","en":null}', NULL,
        'published', {{id:10}}, NULL, '', 2, 1795435200000000, 1795435200000000, 1795435200000000, 1795435200000000);
INSERT INTO response_proposals (response_id, proposal_id, theme, days) VALUES ({{id:50}}, {{id:31}}, 'donnees', 3);
INSERT INTO response_clauses (response_id, clause_id, clause_version) VALUES ({{id:50}}, {{id:41}}, 1);
INSERT INTO response_delays (consultation_id, institution_id, theme, decision, days, answered)
    VALUES ({{id:30}}, {{id:1}}, 'donnees', 'taken_up', 3, 1);
INSERT INTO subscriptions (id, email, language, topic, subject_id, token_digest, created_at, confirmed_at)
    VALUES ({{id:60}}, 'camille@example.org', 'fr', 'plan', {{id:20}}, {{bytes:0c}}, 1795435200000000, 1795435200000000);
INSERT INTO outbox (id, topic, entity_id, created_at, seq) VALUES ({{id:70}}, 'proposal', {{id:31}}, 1795435200000000, NULL);
INSERT INTO jobs (id, kind, payload, state, run_at, attempts, leased_until, last_error, created_at)
    VALUES ({{id:71}}, 'mail', {{bytes:0d}}, 'waiting', 1795435200000000, 0, NULL, '', 1795435200000000);
INSERT INTO events (id, kind, title, path, plan_id, happened_at)
    VALUES ({{id:72}}, 'plan_published', '{"fr":"Plan 2024-2026","en":null}', '/plans/plan-2024', {{id:20}}, 1795435200000000);
