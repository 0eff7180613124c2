-- The incarnation of the log that everything published, checkpointed or sealed must carry.
create or replace function es.current_epoch() returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.epoch from es.epochs e order by e.number desc limit 1
$$;
