-- Migration 001, frozen: the tables of the event store. Functions live in files of their own.
-- Columns of es.events run from wide fixed types to narrow ones: no padding bytes in 10^7 rows.

create sequence es.position_seq as bigint increment by 1 minvalue 1 start with 1 cache 1 no cycle;

create table es.streams (
  stream_id    uuid primary key,
  category     text not null,
  version      int not null,
  has_workflow boolean not null default false
) with (fillfactor = 80); -- room for HOT updates: no index holds version or has_workflow

create table es.commands (
  command_id   uuid primary key,
  content_hash bytea not null,
  stream_id    uuid not null,
  version      int not null,
  position     bigint not null
);

-- The kind is inside the keyed hash, so the hash alone is the key.
create table es.identities (
  kind       text not null,
  keyed_hash bytea primary key,
  stream_id  uuid not null
);

-- Uniqueness of (stream_id, version) cannot live on a parent partitioned by position: every leaf
-- has its own, and across leaves the row lock on es.streams hands out each version once.
-- event_id needs no index: it is a function of the command id, which es.commands holds once.
-- No CHECK here: PostgreSQL parses its stored tree at every append; es.append checks the size itself.
-- category repeats es.streams.category (immutable): readers of 10^7 rows need no join.
create table es.events (
  position       bigint not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  effective_at   timestamptz not null,
  stream_id      uuid not null,
  event_id       uuid not null,
  version        int not null,
  schema_version smallint not null,
  category       text not null,
  type           text not null,
  data           jsonb not null,
  meta           jsonb not null,
  canonical      bytea not null
) partition by range (position);

create table es.epochs (
  number     int generated always as identity primary key,
  epoch      uuid not null unique default gen_random_uuid(),
  above      bigint not null,
  reason     text not null,
  started_at timestamptz not null default clock_timestamp()
);
insert into es.epochs (above, reason) values (0, 'first start');

-- One row: which key seals this store. Never changed, so a store cannot be taken over by another key.
create table es.installation (
  only_row   boolean primary key default true check (only_row),
  key_check  bytea not null,
  created_at timestamptz not null default clock_timestamp()
);

create table es.subject_keys (
  subject    uuid primary key,
  wrapped    bytea not null,
  created_at timestamptz not null default clock_timestamp()
);

create table es.key_tombstones (
  subject     uuid primary key,
  reason      text not null,
  shredded_at timestamptz not null default clock_timestamp()
);

-- position decides; incarnation and seq only hint where a consumer of JetStream may start.
create table es.checkpoints (
  name        text not null,
  version     int not null,
  position    bigint not null default 0,
  incarnation uuid,
  seq         bigint,
  epoch       uuid not null,
  updated_at  timestamptz not null default clock_timestamp(),
  primary key (name, version)
);

create table es.projection_current (
  name    text primary key,
  version int not null
);

create table es.relay_state (
  only_row    boolean primary key default true check (only_row),
  last_seq    bigint not null,
  position    bigint not null,
  incarnation uuid not null,
  epoch       uuid not null,
  updated_at  timestamptz not null default clock_timestamp()
);

create table es.dead_letters (
  consumer    text not null,
  position    bigint not null,
  event_id    uuid not null,
  type        text not null,
  reason      text not null,
  deliveries  int not null,
  dead_at     timestamptz not null default clock_timestamp(),
  resolved_at timestamptz,
  resolution  text,
  primary key (consumer, position)
);

create view es.leaves with (security_invoker = true) as
select c.oid::regclass as leaf, c.relname::text as name, b.bounds[1]::bigint as lower_bound, b.bounds[2]::bigint as upper_bound
from pg_catalog.pg_inherits i
join pg_catalog.pg_class c on c.oid = i.inhrelid
cross join lateral (
  select regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \(''?(\d+)''?\) TO \(''?(\d+)''?\)') as bounds
) b
where i.inhparent = 'es.events'::regclass;

-- Statement triggers cost an append nothing, and fire even where no row matches.
create function es.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'insufficient_privilege';
end $$;

-- ENABLE ALWAYS: session_replication_role = replica does not pass these.
create function es.make_immutable(p_table regclass) returns void language plpgsql as $$
begin
  execute format('create trigger refuse_change before update or delete or truncate on %s
    for each statement execute function es.refuse_change()', p_table);
  execute format('alter table %s enable always trigger refuse_change', p_table);
end $$;

select es.make_immutable(t::regclass)
from unnest(array['es.events', 'es.commands', 'es.identities', 'es.epochs', 'es.installation',
  'es.key_tombstones']) t;
