-- The log went back in time (a restored database) and nobody has said so yet: no program may append.
-- A right that is taken away costs an append nothing, and no program can forget to look.
-- es.new_epoch gives it back; whoever looked before it began must not take it away after.
drop function if exists es.suspend_appends();
create or replace function es.suspend_appends(p_epoch uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7302, 4); -- two programs may find it out at the same moment
  if es.current_epoch() is distinct from p_epoch then
    return;
  end if;
  revoke execute on function es.append, es.append_many, es.append_each from lindung_app;
end $$;
