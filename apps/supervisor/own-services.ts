// The three services: ours are started, those of the operator only named; each tells where it is.
import type { Settings } from '../../infra/config/settings.ts';
import type { Log } from '../../infra/local/sentence.ts';
import {
  DEFAULT_NAMESPACE,
  DEFAULT_TASK_QUEUE,
  ownTaskQueue,
} from '../../infra/temporal/settings.ts';
import type { Connection } from './app-units.ts';
import { shownAddress } from './external-services.ts';
import type { Unit } from './keep-running.ts';
import { embeddedNamespace, natsUnit, postgresUnit, temporalUnit } from './service-units.ts';

/** What a service joins: the list of what runs. */
type Joining = {
  start(unit: Unit, addressOf: () => string | undefined): Promise<void>;
  addExternal(name: string, url: string): void;
};

type ServiceRequest = {
  readonly settings: Settings;
  readonly log: Log;
  readonly searchAttributes?: Readonly<Record<string, string>>;
};

/** Asked again after a service moved. */
type Part<Facts> = () => Facts;

export const startPostgresIfOurs = async (
  roster: Joining,
  { settings, log }: ServiceRequest,
  moved: () => void,
): Promise<Part<string>> => {
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl !== undefined) {
    roster.addExternal('postgres', databaseUrl);
    return () => databaseUrl;
  }
  const { unit, running } = postgresUnit({ dataDir, log, moved });
  await roster.start(unit, () => shownAddress(running().ownerUrl));
  return () => running().ownerUrl;
};

export const startNatsIfOurs = async (
  roster: Joining,
  { settings, log }: ServiceRequest,
  moved: () => void,
): Promise<Part<{ natsUrl: string; natsMonitorUrl?: string }>> => {
  const { natsUrl, dataDir } = settings;
  if (natsUrl !== undefined) {
    roster.addExternal('nats', natsUrl);
    return () => ({ natsUrl });
  }
  const { unit, running } = natsUnit({ dataDir, log, moved });
  await roster.start(unit, () => shownAddress(running().url));
  return () => ({ natsUrl: running().url, natsMonitorUrl: running().monitorUrl });
};

type TemporalFacts = Pick<Connection, 'temporalAddress' | 'temporalUiUrl' | 'namespace'>;

export const startTemporalIfOurs = async (
  roster: Joining,
  { settings, log, searchAttributes = {} }: ServiceRequest,
  moved: () => void,
): Promise<Part<TemporalFacts>> => {
  const { temporalAddress, dataDir } = settings;
  if (temporalAddress !== undefined) {
    roster.addExternal('temporal', temporalAddress);
    const namespace = settings.temporalNamespace ?? DEFAULT_NAMESPACE;
    return () => ({ temporalAddress, namespace });
  }
  const namespace = settings.temporalNamespace ?? embeddedNamespace(dataDir);
  const { unit, running } = temporalUnit({ dataDir, log, moved }, { namespace, searchAttributes });
  await roster.start(unit, () => running().address);
  return () => ({
    temporalAddress: running().address,
    temporalUiUrl: running().uiUrl,
    namespace,
  });
};

/** An outside Temporal is shared, perhaps with another installation: the queue is then our own. */
export const taskQueueFor = (settings: Settings, identity: string | undefined): string => {
  const given = process.env['TEMPORAL_TASK_QUEUE'];
  if (given !== undefined && given !== '') return given;
  const isShared = settings.temporalAddress !== undefined && identity !== undefined;
  return isShared ? ownTaskQueue(identity) : DEFAULT_TASK_QUEUE;
};
