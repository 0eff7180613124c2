// Opens what a command needs on the running installation: log, keys, papers, gateway, read models.
import { systemClock } from '../../infra/clock.ts';
import { readSettings } from '../../infra/config/settings.ts';
import { kyselyOver, openPools, type PoolSizes } from '../../infra/database/connect.ts';
import { databaseIdentity } from '../../infra/database/identity.ts';
import { createClamdScan } from '../../infra/documents/clamd-scan.ts';
import { noScanner } from '../../infra/documents/malware-scan.ts';
import { openDocumentStore } from '../../infra/documents/open-document-store.ts';
import { createPostgresEventStore } from '../../infra/event-store/postgres-event-store.ts';
import { openLocalKeyService } from '../../infra/keys/local-key-service.ts';
import { loadMasterKey } from '../../infra/keys/master-key.ts';
import { type ConnectionSettings, connectionSettings } from '../../infra/local/runtime-file.ts';
import { ownTaskQueue } from '../../infra/temporal/settings.ts';
import { trancheRoll } from '../../projections/tranche-roll.ts';
import { openGateway } from '../gateway/gateway.ts';
import { refusingGateway } from '../gateway/refusing-gateway.ts';
import { watchLog } from '../relay/set-back.ts';
import { actingPerson } from './acting-person.ts';
import type { GlobalOptions, OpenSession, Terminal } from './cli.ts';
import { sentenceText } from './output.ts';
import { NOBODY, type Session } from './session.ts';

/** One person types one command: few connections are enough. */
const ONE_PERSON = { name: 'lindung:cli', sizes: { hot: 2, app: 3, bg: 1 } };

export const sessionOn = async (
  connection: ConnectionSettings,
  options: GlobalOptions,
  terminal: Terminal,
  program: { readonly name: string; readonly sizes: PoolSizes } = ONE_PERSON,
): Promise<Session> => {
  const log = (sentence: { readonly id: string; readonly en: string }): void =>
    terminal.err(sentenceText(sentence, options.lang));
  const pools = openPools({
    url: connection.databaseUrl,
    applicationName: program.name,
    log,
    identity: connection.databaseIdentity,
    sizes: program.sizes,
  });
  try {
    const settings = readSettings();
    const master = loadMasterKey({ dataDir: connection.dataDir, given: settings.keys });
    const keys = await openLocalKeyService({ pool: pools.app, master });
    const store = createPostgresEventStore({ pools });
    const documents = openDocumentStore({ dataDir: connection.dataDir, s3: settings.s3, keys });
    const taskQueue = connection.taskQueue ?? ownTaskQueue(await databaseIdentity(pools.app));
    const own = { ...connection, taskQueue };
    const isSetBack = async (): Promise<boolean> =>
      (await watchLog({ database: pools.app, dataDir: own.dataDir })) !== 'as known';
    const db = kyselyOver(pools.app);
    const opened = await openGateway({
      ...{ connection: own, settings, store, keys, documents },
      roll: (trancheId) => trancheRoll(db, trancheId),
    });
    const gateway = (await isSetBack()) ? refusingGateway(opened, isSetBack) : opened;
    return {
      gateway,
      store,
      keys,
      documents,
      scan: settings.clamavUrl === undefined ? noScanner : createClamdScan(settings.clamavUrl),
      db,
      connection: own,
      now: systemClock,
      actorId: options.as ?? NOBODY,
      language: options.lang ?? 'id',
      commandId: options.commandId,
      reason: options.reason,
      agenda: options.agenda,
      effectiveAt: options.effectiveAt,
      source: options.source,
      progress: (line) => terminal.err(line),
      async close() {
        await gateway.close();
        await store.close();
      },
    };
  } catch (error) {
    await pools.close();
    throw error;
  }
};

export const openSession: OpenSession = async (options, terminal) => {
  const found = connectionSettings();
  if (found.status === 'nothing-runs')
    return { status: 'out-of-reach', sentence: sentenceText(found.sentence, options.lang) };
  const session = await sessionOn(found.settings, options, terminal);
  const acting = await actingPerson(session, options.as).catch(async (error: unknown) => {
    await session.close();
    throw error;
  });
  if (acting.status === 'known')
    return { status: 'open', session: { ...session, actorId: acting.actorId } };
  await session.close();
  return acting;
};
