-- es.seal: grows the tree and seals it, if nobody did so since p_size and the epoch is still this one.
-- Answers `sealed`, `behind` (another sealer was here) or `foreign-epoch`; the last two leave no row.
create or replace function es.seal(
  p_epoch uuid, p_before bigint, -- size of the tree that the caller saw
  p_levels smallint[], p_indexes bigint[], p_hashes bytea[], p_positions text[], -- tiles that grew, whole
  p_size bigint, p_position bigint, p_root bytea, p_sealed_at timestamptz, p_note text
) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  last es.seals;
  kept int;
begin
  perform pg_advisory_xact_lock(7302, 5); -- one sealer at a time
  if es.current_epoch() is distinct from p_epoch then
    return 'foreign-epoch';
  end if;
  select s.* into last from es.seals s order by s.number desc limit 1;
  if coalesce(last.size, 0) <> p_before or p_size < p_before
      or coalesce(last.position, 0) > p_position then
    return 'behind';
  end if;
  -- A tile only grows: what stood in it stays at its front.
  insert into es.tree_tiles as t (level, index, hashes, positions)
    select u.level, u.index, u.hashes, u.positions::bigint[]
    from unnest(p_levels, p_indexes, p_hashes, p_positions) u(level, index, hashes, positions)
    on conflict (level, index) do update set hashes = excluded.hashes, positions = excluded.positions
      where substring(excluded.hashes from 1 for octet_length(t.hashes)) = t.hashes
        and (t.positions is null or excluded.positions[1:cardinality(t.positions)] = t.positions);
  get diagnostics kept = row_count;
  if kept <> cardinality(p_levels) then
    raise exception 'a tile of the tree would lose what it holds' using errcode = 'data_exception';
  end if;
  insert into es.seals (number, epoch, size, position, root, sealed_at, note)
    values (coalesce(last.number, 0) + 1, p_epoch, p_size, p_position, p_root, p_sealed_at, p_note);
  return 'sealed';
end $$;
