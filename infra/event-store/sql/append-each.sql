-- es.append_each: up to 64 commands of different callers in one transaction, each with its own answer:
-- one row per request, with the answers of es.append, or `alone` for one that must go through it.
-- No obstacle stops a neighbour: its request is set aside, the sub-block undoes what was begun, and the
-- rest goes again. Statements serve all requests at once; a loop of single appends would cost as much.
-- The caller sees to it that no command and no name occurs twice: then every order gives these answers.
create or replace function es.append_each(
  p_command_ids uuid[], p_content_hashes bytea[], p_stream_ids uuid[], p_categories text[],
  p_expected int[], -- n exact, -1 none, -2 any
  p_counts int[], p_ends int[], -- how many events, and which of p_canonical is the last
  p_requests int[], p_canonical bytea[], -- per event; requests count from 1
  p_reserving int[], p_kinds text[], p_hashes bytea[] -- per reservation
) returns table (out_index int, out_status text, out_version int, out_position bigint,
  out_has_workflow boolean, out_stream_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
-- A cached plan from the store's first day must not scan what has ten million rows today.
set enable_seqscan = off
-- Planning anew would cost more than the work of a small group.
set plan_cache_mode = force_generic_plan as $$
declare
  n int := cardinality(p_command_ids);
  aside text[] := array_fill(null::text, array[n]); -- what stopped a request; null = it goes on
  holders uuid[] := array_fill(null::uuid, array[n]);
  versions int[];
  flags boolean[];
  positions bigint[]; -- per event
  placed int;
  tries int := 0;
  stopped int;
  obstacle text;
  holder uuid;
  violated text;
  known text[];
begin
  if n > 64 then
    raise exception '% commands in one group, at most 64', n using errcode = 'program_limit_exceeded';
  end if;
  if n <> (select count(distinct s) from unnest(p_stream_ids) s) then
    raise exception 'a group holds each stream once' using errcode = 'data_exception';
  end if;
  if exists (select from unnest(p_canonical) c where octet_length(c) > 65536) then
    raise exception 'an event of the group exceeds 65536 bytes' using errcode = 'program_limit_exceeded';
  end if;
  if current_setting('synchronous_commit') in ('off', 'local', 'remote_write') then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  -- Who must wait longer for another writer waits alone.
  perform set_config('lock_timeout', '200ms', true);

  while array_position(aside, null) is not null loop
    tries := tries + 1;
    if tries > n + 8 then
      raise exception 'the group met other writers too often' using errcode = 'serialization_failure';
    end if;
    begin
      -- One order of locks everywhere (identities, streams, commands), each sorted: see es.append.
      if cardinality(p_hashes) > 0 then
        insert into es.identities (kind, keyed_hash, stream_id)
          select r.kind, r.hash, p_stream_ids[r.req]
          from unnest(p_reserving, p_kinds, p_hashes) r(req, kind, hash)
          where aside[r.req] is null order by r.hash on conflict do nothing;
        for stopped, holder in
          select r.req, i.stream_id from unnest(p_reserving, p_hashes) r(req, hash)
          join es.identities i on i.keyed_hash = r.hash
          where aside[r.req] is null and i.stream_id <> p_stream_ids[r.req]
        loop
          aside[stopped] := 'taken';
          holders[stopped] := holder;
        end loop;
        if found then
          raise sqlstate 'LD001';
        end if;
      end if;

      if -1 <> any (p_expected) then
        perform from es.streams s where s.stream_id = any (p_stream_ids)
          order by s.stream_id for update;
      end if;
      with q as materialized (
        select * from unnest(p_stream_ids, p_categories, p_expected, p_counts, aside)
          u(id, category, expected, n, aside) where u.aside is null
      ), moved as (
        update es.streams s set version = s.version + q.n from q
          where q.expected <> -1 and s.stream_id = q.id and s.category = q.category
            and (q.expected = s.version or q.expected = -2)
          returning s.stream_id, s.version, s.has_workflow
      ), begun as (
        insert into es.streams as s (stream_id, category, version)
          select q.id, q.category, q.n from q where q.expected < 0 order by q.id
          on conflict do nothing returning s.stream_id, s.version, s.has_workflow
      )
      select array_agg(g.version order by u.i), array_agg(g.has_workflow order by u.i)
        into versions, flags
        from unnest(p_stream_ids) with ordinality u(id, i)
        left join (table moved union all table begun) g on g.stream_id = u.id;
      if array_position(versions, null) is not null then
        for stopped, obstacle in
          select u.i, case
              when u.expected <> -1 and s.category <> u.category then 'alone' -- refused there
              when u.expected <> -2 then 'conflict' end -- any: begun meanwhile, goes again
            from unnest(p_stream_ids, p_categories, p_expected, versions, aside) with ordinality
              u(id, category, expected, version, aside, i)
            left join es.streams s on s.stream_id = u.id
            where u.version is null and u.aside is null
        loop
          aside[stopped] := obstacle;
        end loop;
        if found then
          raise sqlstate 'LD002';
        end if;
      end if;

      -- One lock for the group, after every wait for rows and before the first nextval (see es.append);
      -- inside the sub-block, so that each try has the lock of its own positions.
      if pg_advisory_xact_lock_shared(7301,
          coalesce(pg_sequence_last_value('es.position_seq'), 1)::int) is null then
        raise exception 'no lock';
      end if;
      positions := array(select nextval('es.position_seq') from unnest(p_requests));

      insert into es.events (position, stream_id, version, category, type, schema_version,
          event_id, effective_at, data, meta, canonical)
        select u.position, p_stream_ids[u.req], versions[u.req] - (p_ends[u.req] - u.ord)::int,
          p_categories[u.req], u.event ->> 'type', (u.event ->> 'schemaVersion')::smallint,
          (u.event ->> 'eventId')::uuid, (u.event ->> 'effectiveAt')::timestamptz,
          u.event -> 'data', u.event -> 'meta', u.canonical
        from (
          select x.req, x.canonical, x.position, x.ord,
            convert_from(x.canonical, 'UTF8')::jsonb as event
          from unnest(p_requests, p_canonical, positions) with ordinality
            x(req, canonical, position, ord)
          where aside[x.req] is null offset 0 -- parsed once
        ) u
        where (u.event ->> 'streamId')::uuid = p_stream_ids[u.req]
          and u.event ->> 'category' = p_categories[u.req];
      get diagnostics placed = row_count;
      if placed <> (select sum(u.n) from unnest(p_counts, aside) u(n, aside) where u.aside is null) then
        raise exception 'an event says it belongs to another stream' using errcode = 'data_exception';
      end if;

      insert into es.commands (command_id, content_hash, stream_id, version, position)
        select u.id, u.hash, u.stream, u.version, positions[u.last]
        from unnest(p_command_ids, p_content_hashes, p_stream_ids, versions, p_ends, aside)
          u(id, hash, stream, version, last, aside)
        where u.aside is null order by u.id;
      exit;
    exception
      when sqlstate 'LD001' or sqlstate 'LD002' then
        null;
      when unique_violation then -- commands recorded before, or by others meanwhile
        get stacked diagnostics violated = constraint_name;
        if violated <> 'commands_pkey' then
          raise;
        end if;
        select array_agg(case when u.aside is null and c.command_id is not null then 'recorded'
            else u.aside end order by u.i)
          into known
          from unnest(p_command_ids, aside) with ordinality u(id, aside, i)
          left join es.commands c on c.command_id = u.id;
        if known is not distinct from aside then -- hidden by the caller's older snapshot
          raise exception 'es.append_each needs read committed' using errcode = 'serialization_failure';
        end if;
        aside := known;
    end;
  end loop;

  -- As in es.append: a recorded command is answered as recorded, whatever stopped this try.
  return query
    select u.i::int,
      case when u.aside is null then 'ok' when c.command_id is null then u.aside
        when u.aside = 'alone' then u.aside -- refused there, recorded or not
        when c.content_hash = u.hash then 'duplicate' else 'reused' end,
      case when u.aside is null then u.version else c.version end,
      case when u.aside is null then positions[u.last] else c.position end,
      u.flag, coalesce(c.stream_id, u.holder, u.stream)
    from unnest(p_command_ids, p_content_hashes, p_stream_ids, p_ends, versions, flags, aside, holders)
      with ordinality u(id, hash, stream, last, version, flag, aside, holder, i)
    left join es.commands c on u.aside is not null and c.command_id = u.id;
end $$;
