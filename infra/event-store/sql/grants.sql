-- The application owns nothing: it executes the store's functions, reads its tables, and keeps its own
-- bookkeeping (checkpoints, relay, dead letters, keys) and the read models of schema rm.
revoke all on schema es from public;
revoke execute on all functions in schema es from public;
revoke all on schema identity from public;
grant usage on schema es, rm, identity to lindung_app;
grant select, insert, update, delete on all tables in schema identity to lindung_app;
grant select on all tables in schema es to lindung_app;
grant execute on function es.append, es.append_many, es.append_each, es.safe_position,
  es.read_after, es.set_workflow_flag, es.leaves_ahead, es.current_epoch, es.shred_subjects,
  es.suspend_appends, es.appends_suspended, es.seal
  to lindung_app;
grant insert, update, delete on es.checkpoints, es.projection_current, es.relay_state, es.dead_letters
  to lindung_app;
grant insert on es.subject_keys, es.installation to lindung_app;
grant select, insert, update, delete, truncate on all tables in schema rm to lindung_app;
grant usage on all sequences in schema rm to lindung_app;
alter default privileges in schema rm grant select, insert, update, delete, truncate on tables to lindung_app;
alter default privileges in schema rm grant usage on sequences to lindung_app;
-- One role served every database of a server before each had its own: it keeps no right here.
do $$
declare
  former constant text := 'lindung' || '_app';
begin
  if exists (select from pg_roles r where r.rolname = former) then
    execute format('revoke all on all tables in schema es, rm from %I', former);
    execute format('revoke all on all sequences in schema es, rm from %I', former);
    execute format('revoke all on all functions in schema es, rm from %I', former);
    execute format('revoke all on schema es, rm from %I', former);
    execute format('alter default privileges in schema rm revoke all on tables from %I', former);
    execute format('alter default privileges in schema rm revoke all on sequences from %I', former);
  end if;
end $$;
