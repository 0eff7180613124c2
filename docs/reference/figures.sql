-- The figures of a programme on one day, straight from the events: for an auditor with nothing but
-- psql. Shares no code with the read models; a test compares the two. The first parameter is the
-- office's day (WITA) as text, e.g. '2024-07-17':
--   psql "$DATABASE_URL" -v day="'2024-07-17'" -f docs/reference/figures.sql   (put :day for $1)
with facts as (
  select position, type, data, stream_id,
    (effective_at at time zone 'Asia/Makassar')::date as on_day
  from es.events
),
known as materialized (select * from facts where on_day <= $1::date),
members as (
  select stream_id as worker_id,
    (array_agg(data ->> 'kelurahan' order by position desc)
      filter (where type = 'WorkerNominated'))[1] as kelurahan,
    (array_agg(data ->> 'trancheId' order by position desc)
      filter (where type = 'WorkerNominated'))[1] as tranche_id,
    (array_agg((data ->> 'coverStart')::date order by position desc)
      filter (where type = 'WorkerEnrolled'))[1] as cover_start
  from known where type in ('WorkerNominated', 'WorkerEnrolled') group by stream_id
),
registered as (select * from members where cover_start is not null),
-- One death per person, however many have reported it; a withdrawn or rejected claim stays a death.
dead as (
  select worker_id, kelurahan from members where worker_id in (
    select (data ->> 'workerId')::uuid from known where type = 'DeathReported'
    union select stream_id from known where type = 'WorkerReportedDead')
),
paid_through as (
  select data ->> 'trancheId' as tranche_id, max(data ->> 'month') as month
  from known where type = 'ContributionConfirmed' and data ->> 'month' <= to_char($1::date, 'YYYY-MM')
  group by 1
),
unpaid as (
  select tranche_id, greatest(0,
    (extract(year from $1::date) * 12 + extract(month from $1::date))
    - (split_part(month, '-', 1)::int * 12 + split_part(month, '-', 2)::int))::int as months
  from paid_through
),
-- C-09: cover ends when more than three consecutive months are unpaid.
active as (
  select r.worker_id, r.kelurahan from registered r join unpaid u on u.tranche_id = r.tranche_id
  where r.cover_start <= $1::date and u.months <= 3
    and r.worker_id not in (select worker_id from dead)
),
claims as (
  select stream_id as claim_id,
    (array_agg(type order by position desc) filter (where type in (
      'DeathReported', 'ClaimReopened', 'ClaimReturned', 'ClaimApproved', 'DeterminationReported',
      'ClaimRejected', 'ClaimWithdrawn', 'ClaimSettled', 'ClaimPaidBefore')))[1] as last_step,
    bool_or(type = 'ClaimSettled' and data ->> 'outcome' = 'SETTLED')
      or bool_or(type = 'ClaimPaidBefore' and data ->> 'outcome' = 'SETTLED') as is_paid
  from known where type in (
    'DeathReported', 'ClaimReopened', 'ClaimReturned', 'ClaimApproved', 'DeterminationReported',
    'ClaimRejected', 'ClaimWithdrawn', 'ClaimSettled', 'ClaimPaidBefore')
  -- Figures of deaths: a work accident is a claim of its own and is not counted here.
  group by stream_id having bool_or(type = 'DeathReported')
),
-- Money that left the purse of the benefits: booked by the bank and not sent back, or paid before.
booked as (
  select coalesce(sum((data ->> 'amountIdr')::numeric), 0) as idr
  from known e where type = 'PaymentSettled' and not exists (
    select 1 from known r where r.type = 'PaymentReturned' and r.position > e.position
      and r.data ->> 'endToEndId' = e.data ->> 'endToEndId')
),
paid_before as (
  select coalesce(sum((data ->> 'paidIdr')::numeric), 0) as idr
  from known where type = 'ClaimPaidBefore' and data ->> 'outcome' = 'SETTLED'
)
select
  (select count(*) from registered)::int as registered_cumulative,
  (select count(*) from active)::int as active_now,
  (select count(*) from dead)::int as deaths_known,
  (select count(*) from claims where is_paid)::int as claims_paid,
  (select count(*) from claims where not is_paid
    and last_step in ('DeathReported', 'ClaimReopened', 'ClaimReturned'))::int
    as claims_in_verification,
  ((select idr from booked) + (select idr from paid_before))::text as paid_total;
