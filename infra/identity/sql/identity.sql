-- Schema `identity`: who may sign in. The first five tables are the library's (better-auth 1.7.7, as it
-- compiles them for our options); the others are ours. What a person may do is nowhere in here.
create schema identity;

create table identity."user" ("id" text not null primary key, "name" text not null,
  "email" text not null unique, "emailVerified" boolean not null, "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  "username" text unique, "twoFactorEnabled" boolean, "actorId" text not null unique,
  "demo" boolean not null);

create table identity."session" ("id" text not null primary key, "expiresAt" timestamptz not null,
  "token" text not null unique, "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text,
  "userId" text not null references identity."user" ("id") on delete cascade);

create table identity."account" ("id" text not null primary key, "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references identity."user" ("id") on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text,
  "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null);

create table identity."verification" ("id" text not null primary key, "identifier" text not null,
  "value" text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null);

create table identity."twoFactor" ("id" text not null primary key, "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references identity."user" ("id") on delete cascade, "verified" boolean,
  "failedVerificationCount" integer, "lockedUntil" timestamptz);

create index "session_userId_idx" on identity."session" ("userId");
create index "account_userId_idx" on identity."account" ("userId");
create index "verification_identifier_idx" on identity."verification" ("identifier");
create index "twoFactor_secret_idx" on identity."twoFactor" ("secret");
create index "twoFactor_userId_idx" on identity."twoFactor" ("userId");

-- A link that lets one person make one account; null: the first administrator.
create table identity.invitations (
  token_hash bytea primary key,
  actor_id text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Wrong passwords, by account and by address.
create table identity.attempts (
  key text primary key,
  tries integer not null,
  began_at timestamptz not null
);
