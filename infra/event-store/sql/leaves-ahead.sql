-- How many leaves begin above the last position drawn: two is healthy, one is an alarm.
create or replace function es.leaves_ahead() returns int
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from es.leaves l, es.position_seq q where l.lower_bound > q.last_value
$$;
