-- Keeps p_ahead leaves above the last position. Runs as the owner; returns how many it made.
-- LIKE + ATTACH instead of PARTITION OF, which would take ACCESS EXCLUSIVE on the parent.
create or replace function es.make_partitions(p_size bigint, p_ahead int default 2) returns int
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  made int := 0;
  next_position bigint;
  lower_bound bigint;
  leaf text;
begin
  if p_size < 1 then
    raise exception 'a leaf holds at least one position, not %', p_size;
  end if;
  perform pg_advisory_xact_lock(7302, 1); -- one maker at a time
  loop
    select case when q.is_called then q.last_value + 1 else q.last_value end
      into next_position from es.position_seq q;
    exit when exists (select from es.leaves l
        where l.lower_bound <= next_position and l.upper_bound > next_position)
      and es.leaves_ahead() >= p_ahead;
    -- After a jump of the sequence (new epoch) the leaves between stay unmade: they would be empty.
    select greatest(max(l.upper_bound), (next_position - 1) / p_size * p_size + 1)
      into lower_bound from es.leaves l;
    leaf := format('events_%s', lpad(lower_bound::text, 12, '0'));
    execute format('create table es.%I (like es.events including defaults including constraints
      including storage)', leaf);
    execute format('alter table es.%1$I
      add constraint %2$I unique (stream_id, version),
      add constraint %3$I unique (position)',
      leaf, leaf || '_stream_version', leaf || '_position');
    perform es.make_immutable(format('es.%I', leaf)::regclass);
    execute format('alter table es.events attach partition es.%I for values from (%s) to (%s)',
      leaf, lower_bound, lower_bound + p_size);
    made := made + 1;
  end loop;
  return made;
end $$;
