-- es.append_many: up to 1,000 commands on as many streams, one lock, all or nothing.
-- One row per request (ok | duplicate), or a single row naming the first obstacle.
create or replace function es.append_many(
  p_command_ids uuid[], p_content_hashes bytea[], p_stream_ids uuid[], p_categories text[],
  p_expected int[], p_counts int[],
  -- per event: its request (from 1) and how many events of that request follow it
  p_requests int[], p_following int[],
  p_canonical bytea[],
  -- per reservation
  p_reserving int[], p_kinds text[], p_hashes bytea[]
) returns table (out_index int, out_status text, out_version int, out_position bigint,
  out_has_workflow boolean, out_stream_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
-- A cached plan from the store's first day must not scan what has ten million rows today.
set enable_seqscan = off
-- A generic plan expects ten rows from unnest and would join a thousand by nested loops.
set plan_cache_mode = force_custom_plan
-- A thousand commands are some megabytes: sorted and kept in memory, not in files.
set work_mem = '32MB' as $$
declare
  n int := cardinality(p_command_ids);
  done boolean[];      -- answered before: skipped
  versions int[];      -- by request; null = the expected version did not hold
  flags boolean[];
  bad int;
  reserved int;
  holder uuid;
  obstacle text;
  violated text;
begin
  if n > 1000 then
    raise exception '% streams in one batch, at most 1000', n using errcode = 'program_limit_exceeded';
  end if;
  if n <> (select count(distinct s) from unnest(p_stream_ids) s) then
    raise exception 'a batch holds each stream once' using errcode = 'data_exception';
  end if;
  -- In the select list unnest hands on row by row; in from it would be stored first.
  if exists (select from (select unnest(p_canonical) as c) u where octet_length(u.c) > 65536) then
    raise exception 'an event of the batch exceeds 65536 bytes' using errcode = 'program_limit_exceeded';
  end if;
  if current_setting('synchronous_commit') in ('off', 'local', 'remote_write') then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  perform set_config('lock_timeout', '2s', true);

  for attempt in 1..3 loop
    select array_agg(c.command_id is not null order by u.i),
        min(u.i) filter (where c.content_hash <> u.hash)
      into done, bad
      from unnest(p_command_ids, p_content_hashes) with ordinality u(id, hash, i)
      left join es.commands c on c.command_id = u.id;
    if bad is not null then
      return query select bad, 'reused', null::int, null::bigint, null::boolean, null::uuid;
      return;
    end if;

    begin
      if cardinality(p_hashes) > 0 then
        insert into es.identities (kind, keyed_hash, stream_id)
          select r.kind, r.hash, p_stream_ids[r.req]
          from unnest(p_reserving, p_kinds, p_hashes) r(req, kind, hash)
          where not done[r.req] order by r.hash on conflict do nothing;
        get diagnostics reserved = row_count;
        -- Every name new: nobody else can hold one of them.
        if reserved < (select count(*) from unnest(p_reserving) r where not done[r]) then
          select r.req, i.stream_id into bad, holder
            from unnest(p_reserving, p_hashes) r(req, hash)
            join es.identities i on i.keyed_hash = r.hash
            where not done[r.req] and i.stream_id <> p_stream_ids[r.req] order by r.req limit 1;
          if found then
            raise sqlstate 'LD001';
          end if;
        end if;
      end if;

      if exists (select from unnest(p_expected) x where x <> -1) then
        perform from es.streams s where s.stream_id = any (p_stream_ids)
          order by s.stream_id for update;
      end if;
      with q as materialized (
        select * from unnest(p_stream_ids, p_categories, p_expected, p_counts)
          with ordinality u(id, category, expected, n, i) where not done[u.i]
      ), moved as (
        update es.streams s set version = s.version + q.n from q
          where s.stream_id = q.id and s.category = q.category
            and (q.expected = s.version or q.expected = -2)
          returning s.stream_id, s.version, s.has_workflow
      ), begun as (
        insert into es.streams as s (stream_id, category, version)
          select q.id, q.category, q.n from q where q.expected < 0 order by q.id
          on conflict do nothing returning s.stream_id, s.version, s.has_workflow
      )
      select array_agg(g.version order by u.i), array_agg(g.has_workflow order by u.i),
          min(u.i) filter (where g.version is null and not done[u.i])
        into versions, flags, bad
        from unnest(p_stream_ids) with ordinality u(id, i)
        left join (table moved union all table begun) g on g.stream_id = u.id;
      if bad is not null then
        raise sqlstate 'LD002';
      end if;

      -- One lock for the batch, after every wait for rows and before the first nextval (see es.append).
      if pg_advisory_xact_lock_shared(7301,
          coalesce(pg_sequence_last_value('es.position_seq'), 1)::int) is null then
        raise exception 'no lock';
      end if;

      return query
        with requests as materialized (
          select * from unnest(p_command_ids, p_content_hashes, p_stream_ids, versions,
            flags, done) with ordinality u(id, hash, stream, version, flag, done, i)
        ), placed as (
          insert into es.events as e (position, stream_id, version, category, type, schema_version,
              event_id, effective_at, data, meta, canonical)
            select nextval('es.position_seq'), p_stream_ids[u.req], versions[u.req] - u.following,
              u.event ->> 'category', u.event ->> 'type', (u.event ->> 'schemaVersion')::smallint,
              (u.event ->> 'eventId')::uuid, (u.event ->> 'effectiveAt')::timestamptz,
              u.event -> 'data', u.event -> 'meta', u.canonical
            from (
              select x.req, x.following, x.canonical,
                convert_from(x.canonical, 'UTF8')::jsonb as event
              -- Neither joined nor sorted: the rows come one by one in the order of the requests.
              from (select unnest(p_requests) as req, unnest(p_following) as following,
                unnest(p_canonical) as canonical) x
              where not done[x.req] offset 0 -- parsed once
            ) u
            returning e.stream_id, e.position
        ), ends as (
          select p.stream_id, max(p.position) as position from placed p group by p.stream_id
        ), kept as (
          insert into es.commands (command_id, content_hash, stream_id, version, position)
            select r.id, r.hash, r.stream, r.version, ends.position
            from requests r join ends on ends.stream_id = r.stream order by r.id
            returning commands.command_id, commands.version, commands.position
        )
        -- `kept` is read, so that a violated key is met before the first row leaves.
        select r.i::int, case when r.done then 'duplicate' else 'ok' end,
          coalesce(k.version, c.version), coalesce(k.position, c.position),
          coalesce(r.flag, s.has_workflow), r.stream
        from requests r
        left join kept k on k.command_id = r.id
        left join es.commands c on r.done and c.command_id = r.id
        left join es.streams s on r.done and s.stream_id = r.stream
        order by r.i;
      return;
    exception
      when sqlstate 'LD001' then
        return query select bad, 'taken', null::int, null::bigint, null::boolean, holder;
        return;
      when sqlstate 'LD002' then
        obstacle := 'conflict';
      when unique_violation then
        get stacked diagnostics violated = constraint_name;
        if violated <> 'commands_pkey' then
          raise;
        end if;
        obstacle := 'repeat';
    end;
    -- A command committed elsewhere meanwhile is a duplicate now: look again, it may be skipped.
    if obstacle = 'conflict'
        and not exists (select from es.commands c where c.command_id = p_command_ids[bad]) then
      return query select bad, 'conflict', null::int, null::bigint, null::boolean, null::uuid;
      return;
    end if;
  end loop;
  raise exception 'the batch met other writers three times' using errcode = 'serialization_failure';
end $$;
