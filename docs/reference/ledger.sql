-- The balances of every payer's book as known at a position, straight from the events: for an
-- auditor with nothing but psql. Shares no code with the general ledger; a test compares the two.
-- The first parameter is a position of the log as text, e.g. '120040':
--   psql "$DATABASE_URL" -v position="'120040'" -f docs/reference/ledger.sql   (put :position for $1)
with log as (select position, stream_id, type, data from es.events where position <= $1::bigint),
payables as (
  select stream_id, data ->> 'payerId' as payer_id, data ->> 'flow' as flow, data ->> 'mode' as mode,
    (data ->> 'amountIdr')::numeric as amount, jsonb_typeof(data -> 'payee') = 'null' as retained
  from log where type = 'PayableCreated'
    and stream_id not in (select stream_id from log where type = 'PayableCancelled')
),
-- Of every payment the last word that says where its money is.
words as (
  select distinct on (stream_id) stream_id, position,
    case when type = 'PaymentSettled' or data ->> 'outcome' = 'PAID' then 'BANK'
      when type in ('PaymentSent', 'PaymentAccepted') then 'IN_TRANSIT'
      when type = 'PaymentUnknown' then 'UNANSWERED'
      else 'PAYABLE' end as account
  from log where type in ('PaymentSent', 'PaymentAccepted', 'PaymentUnknown', 'PaymentSettled', 'PaymentReturned',
    'PaymentRejected', 'PaymentResolved')
  order by stream_id, position desc
),
-- What the bank booked, less what it booked back; a return counts for what was booked before it.
bookings as (
  select stream_id, position, type, amount * case when type = 'PaymentSettled' or answer = 'settled' then 1
    when answer = 'returned' or type = 'PaymentReturned' and settled then -1 else 0 end as amount
  from (select stream_id, position, type, data ->> 'answer' as answer, (data ->> 'amountIdr')::numeric as amount,
      bool_or(type = 'PaymentSettled') over (partition by stream_id, data ->> 'endToEndId'
        order by position) as settled
    from log where type in ('PaymentSettled', 'PaymentReturned', 'PaymentDisputed')) as b
),
resolved as (
  select distinct on (stream_id) stream_id, position, data ->> 'outcome' = 'PAID' as paid
  from log where type = 'PaymentResolved' order by stream_id, position desc
),
-- Bookings that fit nothing: those since a person's word, and what was booked beyond that word.
contested as (
  select p.stream_id, coalesce(sum(b.amount) filter (where b.type = 'PaymentDisputed'
      and b.position > coalesce(r.position, 0)), 0)
    + greatest(0, coalesce(sum(b.amount) filter (where b.position < r.position), 0)
      - case when r.paid then p.amount else 0 end) as amount
  from payables as p join bookings as b using (stream_id) left join resolved as r using (stream_id)
  group by p.stream_id, p.amount, r.paid
),
reported as (
  select distinct on (stream_id) stream_id, (data ->> 'amountIdr')::numeric as amount,
    exists (select from log as r where r.stream_id = p.stream_id and r.type = 'ReceiptConfirmed')
      as received
  from log as p where type = 'PaymentReported' order by stream_id, position desc
),
bills as (
  select b.stream_id, b.data -> 'payer' ->> 'payerId' as payer_id,
    coalesce(b.data -> 'payer' ->> 'mode', 'TRACKS') as mode,
    (b.data ->> 'amountIdr')::numeric - coalesce((said.data ->> 'deductedIdr')::numeric, 0) as amount,
    coalesce((said.data ->> 'disputedIdr')::numeric, 0) as disputed,
    coalesce((select sum((r.data ->> 'amountIdr')::numeric) from log as r
      where r.stream_id = b.stream_id and r.type = 'ContributionRefunded'), 0) as refunded,
    exists (select from log as c where c.stream_id = b.stream_id
      and c.type in ('ContributionPaymentProved', 'ContributionConfirmed')) as paid,
    exists (select from log as v where v.stream_id = b.stream_id
      and v.type = 'TreasuryVoucherRecorded' and v.data ->> 'step' = 'SP2D') as ordered
  from log as b
    -- What was decided last on the newest match: an older one fell with its decisions.
    left join lateral (select d.data from log as d where d.stream_id = b.stream_id
      and d.type = 'BillDifferencesDecided' and d.position > coalesce((select max(m.position)
        from log as m where m.stream_id = b.stream_id and m.type = 'BillMatched'), 0)
      order by d.position desc limit 1) as said on true
  where b.type = 'ContributionBilled'
),
-- A recommendation names a purse; only a decision pays from it.
purses as (
  select stream_id, position, type, first_value(mandate) over (partition by stream_id, nth
    order by position) as mandate
  from (select stream_id, position, type, data -> 'mandate' as mandate,
      count(data -> 'mandate') over (partition by stream_id order by position) as nth
    from log where type in ('ClaimRecommended', 'ClaimPaidBefore', 'ClaimApproved',
      'DeterminationReported')) as m
),
mandates as (
  select stream_id, position, mandate ->> 'payerId' as payer_id, mandate ->> 'mode' as mode
  from purses where type <> 'ClaimRecommended'
),
claims as (
  select type, (coalesce(data ->> 'paidIdr', data ->> 'amountIdr'))::numeric as amount, m.payer_id, m.mode
  from log as e cross join lateral (select * from mandates as m where m.stream_id = e.stream_id
    and m.position <= e.position order by m.position desc limit 1) as m
  where type in ('ClaimPaidBefore', 'RecoveryRepaid') or (type = 'RecoveryDecided' and data ->> 'outcome' = 'DEMAND')
),
lines as (
  select payer_id, flow, case mode when 'TRACKS' then 'TRACKED' else 'EXPENSE' end as account, amount
    from payables
  union all select payer_id, flow, case when mode = 'TRACKS' then
      case when retained then 'TRACKED_RETAINED' else 'TRACKED_OWED' end
      when retained then 'RETAINED' else coalesce(w.account, 'PAYABLE') end, -amount
    from payables left join words as w using (stream_id)
  union all select payer_id, flow, account, sign * c.amount
    from payables join contested as c using (stream_id)
    cross join (values ('CONTESTED', 1), ('BANK', -1)) as s(account, sign)
  union all select payer_id, flow, account, sign * r.amount
    from payables join reported as r using (stream_id)
    cross join lateral (values ('TRACKED_OWED', 1),
      (case when r.received then 'TRACKED_RECEIVED' else 'TRACKED_REPORTED' end, -1))
      as s(account, sign)
  union all select payer_id, 'CONTRIBUTION', account, sign * amount from bills
    cross join lateral (values (case mode when 'DISBURSES' then 'EXPENSE' else 'TRACKED' end, 1),
      (case when mode = 'DISBURSES'
        then case when paid then 'BANK' when ordered then 'IN_TRANSIT' else 'PAYABLE' end
        when paid then 'TRACKED_REPORTED' else 'TRACKED_OWED' end, -1)) as s(account, sign)
  union all select payer_id, 'CONTRIBUTION',
      case mode when 'DISBURSES' then own else tracked end, s.amount from bills
    cross join lateral (values ('RECEIVABLE', 'TRACKED_RECEIVABLE', disputed),
      ('EXPENSE', 'TRACKED', -disputed), ('BANK', 'TRACKED_REPORTED', refunded),
      ('RECEIVABLE', 'TRACKED_RECEIVABLE', -refunded)) as s(own, tracked, amount)
    where paid
  union all select payer_id, 'BENEFIT', case mode when 'TRACKS' then 'TRACKED' || suffix
      else plain end, sign * amount from claims
    cross join lateral (values
      (case type when 'ClaimPaidBefore' then '' when 'RecoveryRepaid' then '_REPORTED'
          else '_RECEIVABLE' end,
        case type when 'ClaimPaidBefore' then 'EXPENSE' when 'RecoveryRepaid' then 'BANK'
          else 'RECEIVABLE' end, 1),
      (case type when 'ClaimPaidBefore' then '_TAKEN_OVER' when 'RecoveryRepaid' then '_RECEIVABLE'
          else '' end,
        case type when 'ClaimPaidBefore' then 'TAKEN_OVER' when 'RecoveryRepaid' then 'RECEIVABLE'
          else 'EXPENSE' end, -1))
      as s(suffix, plain, sign)
)
select payer_id as "payerId", flow, account, sum(amount)::text as "balanceIdr"
from lines group by payer_id, flow, account having sum(amount) <> 0 order by 1, 2, 3
