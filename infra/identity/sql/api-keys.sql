-- Keys of other systems: each acts as one registered person of an office, within its scopes, until a day.
create table identity.api_keys (
  id uuid primary key default gen_random_uuid(),
  key_hash bytea not null unique,
  name text not null,
  actor_id text not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_on date
);
create index on identity.api_keys (actor_id);
