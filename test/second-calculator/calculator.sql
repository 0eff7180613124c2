-- The second calculator: cases in `given` (n, c), answers in `line`, `flag` and `figure`. Set by set,
-- from law.sql alone.

create function months(day date) returns int immutable language sql as
  $$ select extract(year from day)::int * 12 + extract(month from day)::int $$;
create function half_up(of numeric) returns bigint immutable language sql as
  $$ select floor(of + 0.5)::bigint $$;

create table line (n int, code text, amount bigint, payee text);
create table flag (n int, flag text);
create table figure (n int, name text, value text);

create table price as
  select m::date as month, band, p.payer, t.transport, reference,
         coalesce(d.percent, 0) as percent,
         half_up(greatest(10000, least(207000, reference / 100.0)) * (100 - coalesce(d.percent, 0)) / 100) as jkk,
         half_up(6800 * (100 - coalesce(d.percent, 0)) / 100.0) as jkm
    from generate_series('2015-07-01'::date, '2031-12-01', '1 month') as m
    cross join law_band
    cross join unnest(array['APBD', 'APBN', 'SELF']) as p (payer)
    cross join unnest(array[true, false]) as t (transport)
    left join law_discount d on m between first_month and last_month
     and (d.payer is null or d.payer = p.payer) and (d.transport is null or d.transport = t.transport);
analyze law_band, price;

-- What every case says, typed. `event` is the day that selects the law of the cash.
create table fact as
  select n, c, c->>'kind' as kind,
         (case when c->>'kind' = 'jkm_death' then c->>'death_date'
               else coalesce(c->>'diagnosis_date', c->>'accident_date') end)::date as event,
         (c->>'membership_start')::date as start,
         coalesce(c->>'payer', 'APBD') as payer,
         coalesce((c->>'transport_sector')::boolean, false) as transport,
         (c->>'claim_date')::date as claimed,
         coalesce((c->>'registered')::boolean, true) as registered,
         (c->>'circumstance') is distinct from 'OUTSIDE_WORK' as by_work,
         (select max(band) from law_band where from_idr <= coalesce((c->>'declared_monthly_income')::bigint, 0)) as band
    from given;

-- Cover on the day of the event: more than three months unpaid ends it; up to three it waits for them.
create table cover as
  with unpaid as (
    select f.*,
           c ? 'paid_through_month' and c->>'paid_through_month' is null as never_paid,
           case when c->>'paid_through_month' is not null
                then greatest(0, months(event) - months((c->>'paid_through_month' || '-01')::date))
                else coalesce((c->>'unpaid_months')::int, 0) end as unpaid
      from fact f where kind in ('jkm_death', 'jkk_death', 'jkk_total_disability',
        'jkk_partial_disability', 'jkk_stmb', 'jkk_reimbursement')
  ), stated as (
    select *, case when never_paid or start > event then 'NOT_STARTED' when unpaid = 0 then 'ACTIVE'
                   when unpaid <= 3 then 'GRACE' else 'LAPSED' end as state
      from unpaid
  )
  select s.*, l.during, state in ('ACTIVE', 'GRACE') as covered, 0::bigint as arrears
    from stated s join law l on l.during @> s.event;
update cover set arrears = unpaid * (c->>'monthly_contribution')::bigint
  where state = 'GRACE' and c ? 'monthly_contribution';
-- Each month at its own price; one before the law at the first price of the law.
create table unpaid_month as
  select v.n, v.band, v.payer, v.transport, greatest('2015-07-01'::date,
           (date_trunc('month', v.event) - make_interval(months => v.unpaid - ahead))::date) as month
    from cover v cross join generate_series(1, v.unpaid) as ahead
   where state = 'GRACE' and not c ? 'monthly_contribution';
analyze unpaid_month;
update cover set arrears = owed.sum
  from (select n, sum(jkk + jkm) as sum
          from unpaid_month join price using (band, payer, transport, month) group by n) as owed
 where owed.n = cover.n;
analyze cover;

-- JKK: nothing past the time bar, nothing outside work; an unregistered worker is owed it all the same.
create table owed as
  select v.*, l.jkk_years, c.reference as band_reference,
         coalesce((v.c->>'reference_wage')::bigint, c.reference) as wage,
         coalesce(claimed > event + make_interval(years => l.jkk_years), false) as expired
    from cover v join law l using (during) join law_band c using (band) where kind like 'jkk%';
create view jkk as
  select o.*, (covered or not registered) and not expired and by_work as owed from owed o;

insert into flag select n, 'EXPIRED' from jkk where expired;
insert into flag
  select n, case state when 'GRACE' then 'ARREARS_DUE' else 'LAPSED' end
    from cover where state in ('GRACE', 'LAPSED') and (kind = 'jkm_death' or registered);
insert into figure
  select n, name, value from cover cross join lateral (values
    ('coverage_state', state), ('unpaid_months', (case state when 'NOT_STARTED' then 0 else unpaid end)::text),
    ('arrears_due', arrears::text), ('payment_blocked', (state = 'GRACE')::text)) as shown (name, value)
   where kind = 'jkm_death' or registered;

-- Contributions, and the bill of many workers over many months.
create table billed_month as
  select f.n, f.band, f.payer, f.transport, coalesce((c->>'workers')::bigint, 1) as workers,
         ((c->>'contribution_month' || '-01')::date + make_interval(months => ahead))::date as month
    from fact f cross join generate_series(0, coalesce((c->>'months')::int, 1) - 1) as ahead
   where kind in ('contribution', 'contribution_invoice');
analyze billed_month;
insert into line
  select n, part.code, sum(part.amount * workers)
    from billed_month join price using (band, payer, transport, month)
    cross join lateral (values ('CONTRIB.JKK', jkk), ('CONTRIB.JKM', jkm)) as part (code, amount)
   group by n, part.code;
insert into figure
  select n, 'discount_percent', percent::text from billed_month
    join price using (band, payer, transport, month) join fact using (n) where kind = 'contribution';

-- JKM: the whole, or the burial cost alone in the first three months of a BPU.
create table jkm as
  select v.*, l.jkm_lump, l.jkm_months * l.jkm_monthly as periodic, l.jkm_funeral, l.jkm_review_days,
         (start + make_interval(months => l.jkm_wait_months))::date as full_from
    from cover v join law l using (during) where kind = 'jkm_death';
alter table jkm add column waits boolean;
update jkm set full_from = null where coalesce(c->>'segment', 'BPU') <> 'BPU';
update jkm set waits = coalesce(event < full_from, false);
insert into line
  select n, code, amount from jkm cross join lateral (values
    ('JKM.LUMP', jkm_lump, not waits), ('JKM.PERIODIC', periodic, not waits),
    ('JKM.FUNERAL', jkm_funeral, true)) as part (code, amount, paid) where covered and paid;
insert into flag select n, 'WITHIN_FIRST_THREE_MONTHS' from jkm where covered and waits;
insert into flag select n, 'REVIEW_THREE_MONTH_BOUNDARY' from jkm
  where covered and abs(event - full_from) <= jkm_review_days;

-- JKK in cash.
insert into line
  select n, code, amount from jkk join law l using (during) cross join lateral (values
    ('jkk_death', 'JKK.DEATH', greatest(48 * wage, l.death_floor)),
    ('jkk_death', 'JKK.FUNERAL', l.jkk_funeral),
    ('jkk_death', 'JKK.PERIODIC', l.jkk_months * l.jkk_monthly),
    ('jkk_total_disability', 'JKK.DISABILITY_TOTAL', 56 * wage),
    ('jkk_total_disability', 'JKK.PERIODIC', l.jkk_months * l.jkk_monthly),
    ('jkk_stmb', 'JKK.STMB', half_up(wage * (
        least((c->>'stmb_days')::int, 180) * l.stmb_percent[1]
      + least(greatest((c->>'stmb_days')::int - 180, 0), 180) * l.stmb_percent[2]
      + greatest((c->>'stmb_days')::int - 360, 0) * l.stmb_percent[3]) / (30 * 100.0)))
  ) as part (of_kind, code, amount) where owed and kind = of_kind and amount > 0;

-- Partial disability: each loss by the table, the left-handed the other way round, added up to 70 %.
create table disability as
  with loss as (
    select n, c, event, o.loss, coalesce(law_loss.other_side, o.loss->>'code') as swapped
      from jkk cross join lateral jsonb_array_elements(c->'losses') as o (loss)
      left join law_loss on law_loss.code = o.loss->>'code'
     where kind = 'jkk_partial_disability'
  ), coded as (
    select n, loss, case c->>'handedness' when 'LEFT' then swapped else loss->>'code' end as code from loss
  )
  select n, sum(coalesce(
           f.basis_points,
           t.basis_points * floor((loss->>t.unit)::numeric / 10),
           case when k.code = 'D28' then (loss->>'loss_percent')::numeric * 100 end,
           (select max(s.basis_points) from law_loss_step s
             where s.code = k.code and s.at_least <= (loss->>s.unit)::numeric), 0)
         * coalesce((loss->>'count')::int, 1)
         * (case when loss->>'kind' = 'ANATOMICAL' then 100
                 else coalesce((loss->>'function_loss_percent')::numeric, 100) end) / 100) as found
    from coded k left join law_loss f using (code) left join law_loss_per_ten t using (code)
   group by n;
insert into figure select n, 'disability_basis_points', half_up(least(found, 7000))::text from disability;
insert into flag select n, 'CAPPED:JKK.DISABILITY_PARTIAL'
  from disability join jkk using (n) where found > 7000 and owed;
insert into line
  select n, 'JKK.DISABILITY_PARTIAL', half_up(least(found, 7000) * 80 * wage / 10000)
    from disability join jkk using (n) where owed and half_up(least(found, 7000) * 80 * wage / 10000) > 0;

-- Bills: one ceiling for all bills of a kind; rehabilitation up to the reference price and 40 %.
create table bill as
  select n, owed, b->>'code' as code, sum((b->>'amount')::bigint) as billed,
         case b->>'code'
           when 'JKK.TRANSPORT_LAND' then max(l.land) when 'JKK.TRANSPORT_SEA' then max(l.sea)
           when 'JKK.TRANSPORT_AIR' then max(l.air) when 'JKK.DENTURES' then max(l.dentures)
           when 'JKK.HEARING_AID' then max(l.hearing) when 'JKK.GLASSES' then max(l.glasses)
           when 'JKK.HOME_CARE' then max(l.home_care)
           when 'JKK.REHABILITATION' then case when bool_and(b ? 'reference_price')
             then half_up(sum((b->>'reference_price')::bigint) * 1.4) end end as most,
         case b->>'code' when 'JKK.DIAGNOSTIC' then bool_and(l.diagnostics)
           when 'JKK.HEARING_AID' then max(l.hearing) is not null
           when 'JKK.GLASSES' then max(l.glasses) is not null
           when 'JKK.HOME_CARE' then max(l.home_care) is not null else true end as known
    from jkk join law l using (during) cross join lateral jsonb_array_elements(c->'bills') as o (b)
   where kind = 'jkk_reimbursement' group by n, owed, b->>'code';
insert into line select n, code, least(billed, most) from bill
  where owed and known and billed > 0 and coalesce(most, billed) > 0;
insert into flag select n, 'CAPPED:' || code from bill where owed and known and billed > most;

-- Who is paid: the first rank with a person in it, the will, a court's word, or nobody.
create table payee as
  with named as (
    select v.n, h.heir, h.ordinality, place,
           case when coalesce((heir->>'minor')::boolean,
                              extract(year from age(death, (heir->>'birth_date')::date)) < 18, false)
                then heir->>'guardian' else heir->>'ref' end as paid_to
      from (select n, c, (c->>'death_date')::date as death from cover) v
      cross join lateral jsonb_array_elements(c->'heirs') with ordinality as h (heir, ordinality)
      left join law_heir on relation = heir->>'relation'
  ), ranked as (
    select n, paid_to, place, min(place) over (partition by n) as first from named
  ), lawful as (
    select n, case when count(*) = 1 then min(paid_to) end as paid_to from ranked where place = first group by n
  ), court as (
    select n, case when count(*) = 1 then min(paid_to) end as paid_to
      from named where (heir->>'court_determination')::boolean group by n
  )
  select v.n, case when h.n is not null then 'HEIR' when willed then 'WILL'
                   when t.n is not null then 'COURT' else 'NOBODY' end as by,
         case when h.n is not null then h.paid_to when willed then v.c->'will'->>'ref'
              when t.n is not null then t.paid_to else v.c->'funeral_arranged_by'->>'ref' end as paid_to
    from (select n, c, case kind when 'jkm_death' then event else (c->>'death_date')::date end as death
            from cover where kind in ('jkm_death', 'jkk_death')) v
    join law l on l.during @> death
    cross join lateral (select c->'will' is not null and c->'will' <> 'null'
      and (not will_by_deed or coalesce((c->'will'->>'notarial_deed')::boolean, false)) as willed) w
    left join lawful h using (n) left join court t using (n)
   where c ? 'heirs' or coalesce(c->'will', 'null') <> 'null';
update line set payee = case when p.by = 'NOBODY' and line.code not like '%.FUNERAL' then 'DJS' else p.paid_to end
  from payee p where p.n = line.n;
insert into flag select distinct p.n, 'NO_HEIR' from payee p left join jkk using (n) left join jkm using (n)
  where by = 'NOBODY' and (jkk.owed or jkm.covered);

insert into figure select n, 'payee:' || line.payee, sum(amount)::text from line
  where n in (select n from payee) group by n, line.payee
  having not exists (select from line as other where other.n = line.n and other.payee is null);

-- By one BI-FAST transaction goes up to Rp250 million; what the fund keeps is not sent.
create table sent as
  select n, sum(amount) as sent from line join cover using (n) where payee is distinct from 'DJS'
   group by n having sum(amount) > 0;
insert into flag select n, 'ABOVE_BIFAST_LIMIT' from sent where sent > 250000000;
insert into figure select n, 'payment_rail', case when sent > 250000000 then 'RTGS' else 'BI_FAST' end from sent;

-- Scholarships: who, this year's payment, and what may still come.
create table child as
  with asked as (
    select n, c, kind, case kind when 'jkm_death' then 'JKM' when 'scholarship_payment' then c->>'origin' else 'JKK' end as origin,
           coalesce(c->>'finding_date', c->>'death_date')::date as died,
           case kind when 'scholarship_payment' then jsonb_build_array(c->'child') else c->'children' end as them
      from fact where (kind in ('jkm_death', 'jkk_death', 'jkk_total_disability') and c ? 'children')
        or kind = 'scholarship_payment'
  ), each as (
    select a.n, a.kind, origin, died, l.*, k.child, k.place as number,
           coalesce((c->>'school_year_start')::date, died) as tested,
           coalesce((c->>'contribution_months')::int, 0) as paid_months,
           case when child->>'level' = 'TRAINING' then 'PT' else child->>'level' end as level,
           coalesce((child->>'grade')::int, 1) as grade,
           c->'selected_children' as selected
      from asked a join law l on l.during @> died
      cross join lateral jsonb_array_elements(them) with ordinality as k (child, place)
  ), judged as (
    select e.*, v.place, v.years, v.yearly,
           case when origin = 'JKM' and paid_months < months_min then 'CONTRIBUTION_MONTHS_BELOW_' || months_min
                when extract(year from age(tested, (child->>'birth_date')::date)) >= 23 then 'AGE_LIMIT_REACHED'
                when coalesce((child->>'married')::boolean, false) then 'CHILD_MARRIED'
                when coalesce((child->>'working')::boolean, false) and not (work_allowed
                     and coalesce((child->>'studying')::boolean, level is not null)
                     and (child->>'registered_as' in ('BPU', 'APPRENTICE')
                          or coalesce(child->>'registered_as' = 'PU' and (child->>'registered_months')::int <= 6, false)) is true)
                     then 'CHILD_WORKS'
                when level is not null and not coalesce((child->>'studying')::boolean, true) then 'CHILD_NOT_STUDYING'
           end as against
      from each e left join law_level v using (level)
  )
  select j.n, kind, number, child->>'ref' as ref, selected, children as most, level, against is null
           and scholarship_once is null and level is not null and grade > years as used_up,
         against,
         case when against is not null or level is null then null
              when scholarship_once is not null then scholarship_once
              when grade > years then null else yearly end as this_year,
         case when against is not null then 0
              when scholarship_once is not null then scholarship_once
              when level is null then (select sum(years * yearly) from law_level)
              else greatest(0, years - grade + 1) * yearly
                 + (select coalesce(sum(later.years * later.yearly), 0) from law_level later where later.place > j.place)
         end as potential
    from judged j;

create table chosen as
  select n, kind, bool_or(open) as any_open,
         max(coalesce(against, case when used_up then 'LEVEL_YEARS_USED_UP' end)) filter (where number = 1) as first_against,
         count(*) filter (where open) > max(most) as choice_needed,
         bool_or(selected is not null) as choice_made,
         coalesce(sum(this_year) filter (where open and picked), 0) as this_year,
         coalesce(sum(potential) filter (where open and picked), 0) as potential
    from (
      select k.*, against is null and not used_up or potential > 0 as open,
             coalesce(selected ? ref, count(*) filter (where against is null and not used_up or potential > 0)
               over (partition by n) <= most) as picked
        from child k
    ) as k group by n, kind;

create table withheld as
  select n, 'NOT_COVERED' as reason from jkm where c ? 'children' and not covered
  union all select n, 'FUNERAL_ONLY_IN_FIRST_THREE_MONTHS' from jkm where c ? 'children' and covered and waits
  union all select n, 'NOT_COVERED' from jkk where c ? 'children' and not owed;
insert into figure
  select n, name, value from withheld cross join lateral (values
    ('eligible', 'false'), ('reason', reason), ('payable_this_year', '0')) as shown (name, value);
insert into figure
  select n, name, value from chosen cross join lateral (values
    ('eligible', any_open::text), ('payable_this_year', this_year::text),
    ('potential_total', potential::text), ('selection_required', choice_needed::text),
    ('reason', case when not any_open then first_against end)) as shown (name, value)
   where kind <> 'scholarship_payment' and value is not null and n not in (select n from withheld);
insert into flag select n, 'CHILD_SELECTION_RECORDED' from chosen
  where choice_needed and choice_made and n not in (select n from withheld);
insert into figure
  select n, name, value from child cross join lateral (values
    ('eligible', (against is null and not used_up)::text),
    ('reason', coalesce(against, case when used_up then 'LEVEL_YEARS_USED_UP' end)),
    ('payable_this_year', coalesce(this_year, 0)::text),
    ('potential_total', potential::text)) as shown (name, value)
   where kind = 'scholarship_payment' and value is not null;

-- Clocks: the day of payment and 1 % for every day after it, the time bar, the thirty days.
create table late as
  select n, c, due, (c->>'paid_date')::date as paid, (c->>'amount_due')::bigint as amount,
         case when c->>'late_day_unit' = 'WORKING' then (
           select count(*) from generate_series(due + 1, (c->>'paid_date')::date, '1 day') as d
            where extract(isodow from d) < 6 and not c->'public_holidays' ? to_char(d, 'YYYY-MM-DD'))
         else greatest(0, (c->>'paid_date')::date - due) end as days
    from (
      select n, c, (select d::date from generate_series((c->>'documents_complete_date')::date + 1,
              (c->>'documents_complete_date')::date + 60, '1 day') as d
             where extract(isodow from d) < 6 and not c->'public_holidays' ? to_char(d, 'YYYY-MM-DD')
             order by d limit 1 offset (select working_days - 1 from law_clock where benefit = c->>'benefit')) as due
        from fact where kind = 'late_payment'
    ) as clock;
insert into figure select n, 'due_date', due::text from late;
insert into figure select n, 'late_days', (case when paid > due then days else 0 end)::text from late;
insert into flag select n, 'PAID_LATE' from late where paid > due;
insert into line select n, 'COMP.LATE_PAYMENT', half_up(amount * days / 100.0) from late
  where paid > due and coalesce(c->>'payer', 'BPJS') = 'BPJS' and half_up(amount * days / 100.0) > 0;

create table bar as
  select n, (c->>'claim_date')::date as claimed,
         case c->>'benefit' when 'JKM' then null
              else (event + make_interval(years => l.jkk_years))::date end as last_day
    from fact join law l on l.during @> coalesce(event, (c->>'death_date')::date) where kind = 'time_bar';
insert into figure
  select n, name, value from bar cross join lateral (values
    ('expired', coalesce(claimed > last_day, false)::text), ('last_claim_date', last_day::text)) as shown (name, value)
   where value is not null;
insert into flag select n, 'EXPIRED' from bar where claimed > last_day;

create table suspicion as
  select n, (c->>'as_of_date')::date as as_of,
         case when received >= '2023-11-01' then received + 30 end as due
    from fact cross join lateral (select (c->>'stage1_received_date')::date as received) as r
   where kind = 'suspected_accident';
insert into figure select n, 'due_date', due::text from suspicion where due is not null;
insert into flag select n, 'SLA_BREACH_CONCLUSION' from suspicion where as_of > due;

insert into figure select n, 'total', coalesce(sum(amount), 0)::text
  from fact left join line using (n) group by n;
