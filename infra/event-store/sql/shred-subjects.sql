-- Destroys the keys of persons and leaves tombstones; returns how many keys were destroyed now.
-- A tombstone wins over a key row everywhere, so an insert racing with this one revives nobody.
create or replace function es.shred_subjects(p_subjects uuid[], p_reasons text[]) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  destroyed int;
begin
  insert into es.key_tombstones (subject, reason)
    select distinct on (u.subject) u.subject, u.reason
    from unnest(p_subjects, p_reasons) u(subject, reason) order by u.subject on conflict do nothing;
  delete from es.subject_keys k where k.subject = any (p_subjects);
  get diagnostics destroyed = row_count;
  return destroyed;
end $$;
