-- Whether appends wait for `lindung restore --yes`.
create or replace function es.appends_suspended() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not has_function_privilege('lindung_app', p.oid, 'execute') from pg_proc p
  where p.pronamespace = 'es'::regnamespace and p.proname = 'append'
$$;
