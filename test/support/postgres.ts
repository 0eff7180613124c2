// A fresh database on the run's PostgreSQL for one test file.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export type TestDatabase = {
  /** Connects as the owner (a superuser) to a database that holds nothing yet. */
  readonly ownerUrl: string;
  readonly name: string;
  drop(): Promise<void>;
};

const onAdmin = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('postgresOwnerUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

export const createTestDatabase = async (): Promise<TestDatabase> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onAdmin(`create database ${name}`);
  const url = new URL(inject('postgresOwnerUrl'));
  url.pathname = `/${name}`;
  return {
    ownerUrl: url.href,
    name,
    drop: () => onAdmin(`drop database if exists ${name} with (force)`),
  };
};
