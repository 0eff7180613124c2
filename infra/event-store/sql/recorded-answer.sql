-- The recorded answer of a command, for ever: the same content is a duplicate, other content reuses the id.
-- Plain SQL without a SET clause, so that the planner inlines it into es.append.
create or replace function es.recorded_answer(p_command_id uuid, p_content_hash bytea)
returns table (status text, version int, pos bigint, stream uuid)
language sql stable as $$
  select case when c.content_hash operator(pg_catalog.=) p_content_hash then 'duplicate' else 'reused' end,
    c.version, c.position, c.stream_id
  from es.commands c where c.command_id operator(pg_catalog.=) p_command_id
$$;
