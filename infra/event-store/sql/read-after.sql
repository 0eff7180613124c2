-- Events after a position, in position order, never past the safe position. One round trip.
-- Mark and rows are two statements: in one, the rows' snapshot would predate the lock read.
create or replace function es.read_after(p_after bigint, p_limit int)
returns table (pos bigint, stream uuid, category text, version int, event_id uuid, type text,
  schema_version smallint, effective_at timestamptz, recorded_at timestamptz, data jsonb, meta jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  h bigint;
begin
  h := es.safe_position();
  return query
    select e.position, e.stream_id, e.category, e.version, e.event_id, e.type, e.schema_version,
      e.effective_at, e.recorded_at, e.data, e.meta
    from es.events e where e.position > p_after and e.position <= h
    order by e.position limit p_limit;
end $$;
