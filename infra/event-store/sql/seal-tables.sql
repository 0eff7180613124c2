-- Migration 003, frozen: the tree over committed events, and its seals (ADR 37).

-- 256 hashes a row. What lies here follows from the events: es.seals and what was handed outside say
-- whether it is right. Level 0 also holds the position of each leaf.
create table es.tree_tiles (
  level     smallint not null,
  index     bigint not null,
  hashes    bytea not null,
  positions bigint[],
  primary key (level, index)
);
-- Hashes cannot be compressed: no time is spent on trying.
alter table es.tree_tiles alter column hashes set storage external;
create index tree_tiles_position on es.tree_tiles ((positions[1])) where level = 0;

create table es.seals (
  number    bigint primary key,
  epoch     uuid not null,
  size      bigint not null,
  position  bigint not null,
  root      bytea not null,
  sealed_at timestamptz not null,
  note      text not null
);
create index seals_at on es.seals (sealed_at);

select es.make_immutable('es.seals'::regclass);
