-- After a restore or promotion: a new epoch, and no position that was ever published is drawn again.
-- Owner only. The caller makes leaves afterwards (es.make_partitions).
create or replace function es.new_epoch(p_published bigint, p_reason text) returns uuid
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  above bigint;
  fresh uuid;
begin
  perform pg_advisory_xact_lock(7302, 4); -- against es.suspend_appends
  if exists (select from pg_locks k where k.locktype = 'advisory' and k.classid = 7301
      and k.objsubid = 2
      and k.database = (select d.oid from pg_database d where d.datname = current_database())) then
    raise exception 'an append is under way: stop all writers before a new epoch'
      using errcode = 'object_in_use';
  end if;
  select greatest(p_published, (select max(e.position) from es.events e),
      case when q.is_called then q.last_value else 0 end)
    into above from es.position_seq q;
  if above > 0 then
    perform setval('es.position_seq', above, true);
  end if;
  insert into es.epochs (above, reason) values (above, p_reason) returning epoch into fresh;
  grant execute on function es.append, es.append_many, es.append_each to lindung_app;
  return fresh;
end $$;
