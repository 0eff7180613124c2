-- es.append: one command's events in one round trip. ok | duplicate | reused | conflict | taken.
-- Every answer but ok leaves no row and aborts nothing: the sub-block undoes what was begun.
-- A command is known by the primary key of es.commands, not by a look beforehand: that look would
-- cost every append a tenth, and a concurrent try of the same command would pass it anyway.
-- Locks are taken in one order everywhere (identities, streams, commands), so appends cannot deadlock.
-- data, meta and type are read from the canonical bytes: what is proven is what is queried.
create or replace function es.append(
  p_command_id uuid, p_content_hash bytea, p_stream_id uuid, p_category text,
  p_expected int, -- n exact, -1 none, -2 any
  p_canonical bytea[], p_kinds text[] default null, p_hashes bytea[] default null,
  out out_status text, out out_version int, out out_position bigint, out out_has_workflow boolean,
  out out_stream_id uuid
) returns record
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  n int := cardinality(p_canonical);
  found_category text;
  event jsonb;
  violated text;
  recorded record;
begin
  -- In the body, not as a SET clause: a function's SET clause is undone before the commit.
  if current_setting('synchronous_commit') in ('off', 'local', 'remote_write') then
    perform set_config('synchronous_commit', 'on', true);
  end if;

  begin
    if p_kinds is not null then
      insert into es.identities (kind, keyed_hash, stream_id)
        select r.kind, r.hash, p_stream_id from unnest(p_kinds, p_hashes) r(kind, hash)
        order by r.hash on conflict do nothing;
      -- A name this stream already holds is not taken.
      select i.stream_id into out_stream_id from es.identities i
        where i.keyed_hash = any (p_hashes) and i.stream_id <> p_stream_id limit 1;
      if found then
        raise sqlstate 'LD001';
      end if;
    end if;

    if p_expected >= 0 then -- exact: the row lock is the optimistic check
      update es.streams s set version = s.version + n
        where s.stream_id = p_stream_id and s.version = p_expected
        returning s.version, s.has_workflow, s.category
        into out_version, out_has_workflow, found_category;
    elsif p_expected = -1 then -- none
      insert into es.streams as s (stream_id, category, version)
        values (p_stream_id, p_category, n) on conflict do nothing
        returning s.version, s.has_workflow, s.category
        into out_version, out_has_workflow, found_category;
    else -- any
      insert into es.streams as s (stream_id, category, version)
        values (p_stream_id, p_category, n)
        on conflict (stream_id) do update set version = s.version + n
        returning s.version, s.has_workflow, s.category
        into out_version, out_has_workflow, found_category;
    end if;
    if out_version is null then
      raise sqlstate 'LD002';
    end if;
    if found_category <> p_category then
      raise exception 'stream % is a %, not a %', p_stream_id, found_category, p_category
        using errcode = 'data_exception';
    end if;

    -- In every call, BEFORE nextval: the key is at most any position drawn below, so a reader that
    -- sees this lock stops short of us, and one that does not has read a lower sequence value.
    -- The key is int4: beyond 2^31 positions the cast fails loudly instead of losing events.
    -- As an `if` it stays out of the SQL executor.
    if pg_advisory_xact_lock_shared(7301,
        coalesce(pg_sequence_last_value('es.position_seq'), 1)::int) is null then
      raise exception 'no lock';
    end if;

    for i in 1 .. n loop
      if octet_length(p_canonical[i]) > 65536 then
        raise exception 'event % of the command has % bytes, at most 65536',
          i, octet_length(p_canonical[i]) using errcode = 'program_limit_exceeded';
      end if;
      event := convert_from(p_canonical[i], 'UTF8')::jsonb;
      if (event ->> 'streamId')::uuid <> p_stream_id or event ->> 'category' <> p_category then
        raise exception 'event % says it belongs to another stream', i using errcode = 'data_exception';
      end if;
      out_position := nextval('es.position_seq');
      insert into es.events (position, stream_id, version, category, type, schema_version,
          event_id, effective_at, data, meta, canonical)
        values (out_position, p_stream_id, out_version - n + i, p_category, event ->> 'type',
          (event ->> 'schemaVersion')::smallint, (event ->> 'eventId')::uuid,
          (event ->> 'effectiveAt')::timestamptz, event -> 'data', event -> 'meta', p_canonical[i]);
    end loop;

    insert into es.commands (command_id, content_hash, stream_id, version, position)
      values (p_command_id, p_content_hash, p_stream_id, out_version, out_position);
    out_status := 'ok';
    out_stream_id := p_stream_id;
    return;
  exception
    when sqlstate 'LD001' then
      out_status := 'taken';
    when sqlstate 'LD002' then
      out_status := 'conflict';
    when unique_violation then -- this command id is recorded: with 'any', or on another stream
      get stacked diagnostics violated = constraint_name;
      if violated <> 'commands_pkey' then
        raise;
      end if;
  end;

  -- A recorded command is answered as recorded, whatever stopped this try.
  select r.status, r.version, r.pos, r.stream
    into recorded from es.recorded_answer(p_command_id, p_content_hash) r;
  out_version := recorded.version;
  out_position := recorded.pos;
  out_has_workflow := null;
  if recorded.status is not null then
    out_status := recorded.status;
    out_stream_id := recorded.stream;
  elsif out_status is null then -- recorded, but hidden by the caller's older snapshot
    raise exception 'es.append needs read committed' using errcode = 'serialization_failure';
  end if;
end $$;
