// What is wrong in a running installation, as cause and cure: one sentence each, in both languages.
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { EventStoreTables } from '../../infra/database/schema.ts';
import { readTroubles, type Trouble } from '../../infra/local/program-health.ts';
import type { ServiceEntry } from '../../infra/local/runtime-file.ts';
import type { Sentence } from '../../infra/local/sentence.ts';
import { createObligationLedger } from '../../infra/nats/obligation-ledger.ts';
import type { ProjectionStatus } from '../../projections/projection-status.ts';

export type Finding = {
  readonly kind: string;
  /** The service or program that is not healthy by it. */
  readonly of: string;
  readonly cause: Sentence;
  readonly cure: Sentence;
};

const RESTORE_CURE: Sentence = {
  id: 'Administrator menjalankan `lindung restore --yes`.',
  en: 'An administrator runs `lindung restore --yes`.',
};

const SET_BACK: Finding = {
  kind: 'RestorePending',
  of: 'postgres',
  cause: {
    id: 'Basis data dipulihkan ke keadaan yang lebih lama; tidak ada yang dicatat.',
    en: 'The database was restored to an older state; nothing is recorded.',
  },
  cure: RESTORE_CURE,
};

const logOf = (dataDir: string, name: string): string => join(dataDir, 'logs', `${name}.log`);

const STATES: Readonly<Record<ServiceEntry['state'], Sentence>> = {
  starting: { id: 'sedang dijalankan', en: 'is being started' },
  running: { id: 'berjalan tetapi tidak menjawab', en: 'runs but does not answer' },
  restarting: { id: 'berhenti dan dijalankan lagi', en: 'ended and is started again' },
  failed: {
    id: 'gagal berkali-kali dan dibiarkan berhenti',
    en: 'failed many times and is left stopped',
  },
  stopped: { id: 'berhenti', en: 'is stopped' },
  external: { id: 'tidak menjawab', en: 'does not answer' },
};

export const notAnswering = (entry: ServiceEntry, dataDir: string): Finding => {
  const { name, state, address } = entry;
  const isOutside = state === 'external';
  return {
    kind: 'NotAnswering',
    of: name,
    cause: { id: `${name} ${STATES[state].id}.`, en: `${name} ${STATES[state].en}.` },
    cure: isOutside
      ? {
          id: `Periksa layanan di ${address ?? '-'} dan jaringannya.`,
          en: `Check the service at ${address ?? '-'} and the network.`,
        }
      : {
          id: `Lihat ${logOf(dataDir, name)}; bila tidak pulih, jalankan \`lindung down\` lalu \`lindung up\`.`,
          en: `See ${logOf(dataDir, name)}; if it stays so, run \`lindung down\` and \`lindung up\`.`,
        },
  };
};

type Words = (trouble: Trouble, dataDir: string) => Pick<Finding, 'cause' | 'cure'>;

const seeLog = (dataDir: string, name: string): Sentence => ({
  id: `Perbaiki sebabnya (lihat ${logOf(dataDir, name)}); sesudah itu berjalan lagi sendiri.`,
  en: `Mend the cause (see ${logOf(dataDir, name)}); it then goes on by itself.`,
});

const WORDS: Readonly<Record<string, Words>> = {
  RelayRefuses: ({ reason }) => ({
    cause: {
      id: `Relay menolak membawa peristiwa: aliran NATS dan log tidak cocok (${reason}).`,
      en: `The relay refuses to carry events: the NATS stream and the log do not fit (${reason}).`,
    },
    cure: {
      id: 'Bila basis data baru dipulihkan: `lindung restore --yes`; bila log ini yang benar: `lindung repair relay`.',
      en: 'If the database was restored: `lindung restore --yes`; if this log is the right one: `lindung repair relay`.',
    },
  }),
  RelayFails: ({ reason }, dataDir) => ({
    cause: {
      id: `Relay belum dapat membawa peristiwa (${reason}).`,
      en: `The relay cannot carry events yet (${reason}).`,
    },
    cure: seeLog(dataDir, 'relay'),
  }),
  SealerFails: ({ reason }, dataDir) => ({
    cause: {
      id: `Log belum dapat disegel; peristiwa baru belum terbukti (${reason}).`,
      en: `The log cannot be sealed yet; new events are not proven (${reason}).`,
    },
    cure: {
      id: `Jalankan \`lindung audit verify\`, lalu perbaiki sebabnya; lihat ${logOf(dataDir, 'relay')}.`,
      en: `Run \`lindung audit verify\`, then mend the cause; see ${logOf(dataDir, 'relay')}.`,
    },
  }),
  ActivityFails: ({ subject, reason }, dataDir) => ({
    cause: {
      id: `Langkah alur kerja terus gagal: ${subject} (${reason}).`,
      en: `A step of a workflow keeps failing: ${subject} (${reason}).`,
    },
    cure: seeLog(dataDir, 'worker'),
  }),
  WorkflowTaskFails: ({ subject }, dataDir) => ({
    cause: {
      id: `Alur kerja tidak dapat dilanjutkan oleh kode ini (run ${subject}).`,
      en: `A workflow cannot be carried on by this code (run ${subject}).`,
    },
    cure: {
      id: `Pasang versi yang cocok, atau akhiri alur kerja itu lalu \`lindung repair workflows\`; lihat ${logOf(dataDir, 'worker')}.`,
      en: `Install the version that fits, or end that workflow and run \`lindung repair workflows\`; see ${logOf(dataDir, 'worker')}.`,
    },
  }),
  ObligationFails: ({ subject, reason }, dataDir) => ({
    cause: {
      id: `Langkah berikut sesudah ${subject} belum sampai ke alur kerjanya (${reason}).`,
      en: `The next step after ${subject} has not reached its workflow (${reason}).`,
    },
    cure: seeLog(dataDir, 'worker'),
  }),
  ObligationsStand: ({ reason }, dataDir) => ({
    cause: {
      id: `Langkah-langkah berikut belum diteruskan ke alur kerja (${reason}).`,
      en: `Next steps are not passed on to the workflows (${reason}).`,
    },
    cure: seeLog(dataDir, 'worker'),
  }),
  ProjectionFails: ({ subject, reason }, dataDir) => ({
    cause: {
      id: `Proyeksi ${subject} belum dapat mengikuti log (${reason}).`,
      en: `The projection ${subject} cannot follow the log yet (${reason}).`,
    },
    cure: seeLog(dataDir, 'projector'),
  }),
};

/** A hiccup that ends within a few seconds is no finding; a failure of tries is told as such. */
const LASTING_MS = 5_000;
const AT_ONCE: readonly string[] = ['RelayRefuses', 'ActivityFails', 'WorkflowTaskFails'];

const lasts = ({ kind, since }: Trouble, now: Date): boolean =>
  AT_ONCE.includes(kind) || LASTING_MS <= now.getTime() - Date.parse(since);

export const programFindings = (
  dataDir: string,
  program: { readonly name: string; readonly pid: number | undefined },
  now: Date = new Date(),
): readonly Finding[] =>
  readTroubles(dataDir, program, now)
    .filter((trouble) => lasts(trouble, now))
    .flatMap((trouble) => {
      const words = WORDS[trouble.kind]?.(trouble, dataDir);
      return words === undefined ? [] : [{ kind: trouble.kind, of: program.name, ...words }];
    });

const stoppedProjection = ({ name, stopped }: ProjectionStatus): readonly Finding[] => {
  if (stopped === undefined) return [];
  const { type, position, reason } = stopped;
  return [
    {
      kind: 'ProjectionStopped',
      of: 'projector',
      cause: {
        id: `Proyeksi ${name} berhenti di ${type} #${position}: ${reason}.`,
        en: `The projection ${name} stopped at ${type} #${position}: ${reason}.`,
      },
      cure: {
        id: `Perbaiki sebabnya, lalu \`lindung projection retry ${name}\`; bila perlu \`lindung projection rebuild ${name}\`.`,
        en: `Mend the cause, then \`lindung projection retry ${name}\`; if need be \`lindung projection rebuild ${name}\`.`,
      },
    },
  ];
};

type Db = Kysely<EventStoreTables>;

const stuckObligations = async (db: Db): Promise<readonly Finding[]> => {
  const [first, ...more] = await createObligationLedger(db).open();
  if (first === undefined) return [];
  const { type, position, reason } = first;
  const count = more.length + 1;
  return [
    {
      kind: 'ObligationsStuck',
      of: 'worker',
      cause: {
        id: `${count} langkah berikut tidak sampai ke alur kerjanya; yang pertama ${type} #${position}: ${reason}.`,
        en: `${count} next steps did not reach their workflows; the first is ${type} #${position}: ${reason}.`,
      },
      cure: {
        id: 'Perbaiki sebabnya, lalu `lindung repair workflows`.',
        en: 'Mend the cause, then run `lindung repair workflows`.',
      },
    },
  ];
};

/** `isSetBack`: appends are suspended, for the log is older than what was seen before. */
export const logFindings = async (
  db: Db,
  known: {
    readonly isSetBack: boolean;
    readonly projections: readonly ProjectionStatus[];
  },
): Promise<readonly Finding[]> => [
  ...(known.isSetBack ? [SET_BACK] : []),
  ...(await stuckObligations(db)),
  ...known.projections.flatMap(stoppedProjection),
];
