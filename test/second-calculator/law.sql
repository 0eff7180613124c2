-- The law a second time, written down from its articles and from nothing else: the second calculator
-- knows no other figures. `law_band` and `law_loss` are filled from transcribed-tables.ts.

-- One row per span of days between two changes of any figure of a benefit.
create table law (
  during daterange primary key,
  -- JKM. PP 44/2015; PP 82/2019 Pasal 34.
  jkm_lump bigint, jkm_months int, jkm_monthly bigint, jkm_funeral bigint,
  -- Full JKM of a BPU only from so many months of membership on. Permenaker 1/2025.
  jkm_wait_months int, jkm_review_days int,
  -- JKK. PP 44/2015; PP 82/2019 Pasal 25.
  death_floor bigint, jkk_months int, jkk_monthly bigint, jkk_funeral bigint,
  stmb_percent int[],
  -- Ceilings; null: that law does not know the benefit.
  land bigint, sea bigint, air bigint, dentures bigint, hearing bigint, glasses bigint,
  home_care bigint, diagnostics boolean,
  -- Time bar of JKK. PP 44/2015: two years; PP 82/2019 Pasal 26: five.
  jkk_years int,
  -- Scholarships. PP 44/2015: once, one child, after 60 months; PP 82/2019: every year, two children, 36.
  scholarship_once bigint, children int, months_min int,
  -- A child that works and still studies. Permenaker 5/2021 Pasal 103(3a), by Permenaker 1/2025.
  work_allowed boolean,
  -- A will must be a notarial deed. Permenaker 1/2025 Pasal 79(2a).
  will_by_deed boolean
);

insert into law values
  ('[2015-07-01,2019-12-02)', 16200000, 24, 200000, 3000000, null, null,
   16200000, 24, 200000, 3000000, '{100,75,50}',
   1000000, 1500000, 2500000, 3000000, null, null, null, false,
   2, 12000000, 1, 60, false, false),
  ('[2019-12-02,2025-02-24)', 20000000, 24, 500000, 10000000, null, null,
   20000000, 24, 500000, 10000000, '{100,100,50}',
   5000000, 2000000, 10000000, 5000000, 2500000, 1000000, 20000000, true,
   5, null, 2, 36, false, false),
  ('[2025-02-24,)', 20000000, 24, 500000, 10000000, 3, 3,
   20000000, 24, 500000, 10000000, '{100,100,50}',
   5000000, 2000000, 10000000, 5000000, 2500000, 1000000, 20000000, true,
   5, null, 2, 36, true, true);

-- Months of contribution. PP 44/2015 Lampiran II: 1 % of the reference wage, JKM Rp6.800.
create table law_band (band int primary key, from_idr bigint, reference bigint);

-- PP 49/2020 Pasal 9: 99 % relief, whoever pays. PP 50/2025 Pasal 2-5: half, only for who pays alone
-- (Pasal 3: not where APBN or APBD pays), transport and others in windows of their own.
create table law_discount (first_month date, last_month date, percent int, payer text, transport boolean);
insert into law_discount values
  ('2020-08-01', '2021-01-01', 99, null, null),
  ('2026-01-01', '2027-03-01', 50, 'SELF', true),
  ('2026-04-01', '2026-12-01', 50, 'SELF', false);

-- PP 44/2015 Lampiran III, in basis points; `other_side` is the same loss of the other hand.
create table law_loss (code text primary key, basis_points int, other_side text);
-- Losses that are measured: for every full ten of a unit so much, or by the highest step reached.
create table law_loss_per_ten (code text primary key, basis_points int, unit text);
insert into law_loss_per_ten values
  ('D31', 600, 'loss_db'), ('D32', 300, 'loss_db'), ('D40', 700, 'loss_percent'),
  ('D42', 700, 'loss_percent');
create table law_loss_step (code text, at_least numeric, basis_points int, unit text);
insert into law_loss_step values
  ('D30', 0.01, 1000, 'loss_cm'), ('D30', 5, 2000, 'loss_cm'), ('D30', 7.5, 3000, 'loss_cm'),
  ('D38', 10, 500, 'loss_percent'), ('D38', 26, 2000, 'loss_percent'), ('D38', 51, 4000, 'loss_percent');

-- PP 82/2019 Pasal 25, 34: a year of each level, and for how many years.
create table law_level (level text primary key, place int, yearly bigint, years int);
insert into law_level values
  ('TK', 1, 1500000, 2), ('SD', 2, 1500000, 6), ('SMP', 3, 2000000, 3), ('SMA', 4, 3000000, 3),
  ('PT', 5, 12000000, 5);

-- PP 44/2015 Pasal 37(5).
create table law_heir (relation text primary key, place int);
insert into law_heir values
  ('SPOUSE', 1), ('WIFE', 1), ('HUSBAND', 1), ('WIDOW', 1), ('WIDOWER', 1), ('CHILD', 1),
  ('PARENT', 2), ('FATHER', 2), ('MOTHER', 2), ('GRANDPARENT', 2), ('GRANDCHILD', 2),
  ('SIBLING', 3), ('BROTHER', 3), ('SISTER', 3), ('PARENT_IN_LAW', 4);

-- Working days until payment: PP 44/2015 Pasal 37(2) and Permenaker 5/2021; 1 % a day after it,
-- Pasal 37(3). Suspected accidents are decided in 30 days: PP 49/2023 Pasal 25A.
create table law_clock (benefit text primary key, working_days int);
insert into law_clock values ('JKM', 3), ('JKK', 7);
