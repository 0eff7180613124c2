-- Says whether a durable workflow carries this stream; append returns it, so that batches signal.
create or replace function es.set_workflow_flag(p_stream_id uuid, p_flag boolean) returns boolean
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with moved as (
    update es.streams s set has_workflow = p_flag
      where s.stream_id = p_stream_id and s.has_workflow <> p_flag returning 1
  )
  select exists (select from moved)
$$;
