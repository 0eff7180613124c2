-- The highest position below which every event that will ever exist is visible.
-- Three statements, three snapshots, in this order: sequence, locks, (the caller's) rows.
-- A writer whose lock we do not see draws positions above the sequence value read before.
create or replace function es.safe_position() returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  s bigint;
  l bigint;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the safe position needs read committed: an older snapshot hides committed rows'
      using errcode = 'invalid_transaction_state';
  end if;
  if pg_is_in_recovery() then
    raise exception 'the safe position needs the primary: a standby sees no locks'
      using errcode = 'invalid_transaction_state';
  end if;
  select case when q.is_called then q.last_value else q.last_value - 1 end into s
    from es.position_seq q;
  -- This database and the two-key form only: another database, or a bigint key with the same high
  -- half, must not pin the mark.
  select min(k.objid::bigint) into l from pg_locks k
    where k.locktype = 'advisory' and k.classid = 7301 and k.objsubid = 2 and k.granted
      and k.database = (select d.oid from pg_database d where d.datname = current_database());
  return least(s, l - 1);
end $$;
