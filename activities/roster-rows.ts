// The rows of a received list as they may become workers, and who of them is one already.
import { ApplicationFailure } from '@temporalio/activity';
import type { AcceptedRow } from '../domain/roster/row-verdict.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { RegistrationAnswer } from '../infra/rosters/registration-csv.ts';
import { keepLast } from './keep-last.ts';
import type { Ports } from './ports.ts';
import { allOf, lastOf } from './stored-events.ts';

export type RosterRows = {
  readonly received: StoredEvent;
  readonly rosterId: string;
  readonly trancheId: string;
  readonly programmeId: string;
  readonly rows: readonly AcceptedRow[];
};

/** Terms or bytes are gone: only a person can bring them back. */
export const unreadable = (what: string): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'Infra.DocumentAway',
    message: `${what} cannot be read; restore it from the document store's backup`,
  });

export const documentBytes = async (
  ports: Pick<Ports, 'documents'>,
  sha256: string,
): Promise<Uint8Array> => {
  const bytes = await ports.documents.get(sha256);
  if (bytes === undefined) throw unreadable(`document ${sha256}`);
  return bytes;
};

const readRows = async (ports: Ports, history: readonly StoredEvent[]): Promise<RosterRows> => {
  const received = lastOf(history, 'RosterReceived');
  if (received === null) throw unreadable('the roster');
  const { rosterId, trancheId, programmeId, fileSha256 } = received.data;
  const programme = lastOf(await ports.store.loadStream(programmeId), 'ProgrammeCreated')?.data;
  const tranche = lastOf(await ports.store.loadStream(trancheId), 'TrancheOpened')?.data;
  if (programme === undefined || tranche === undefined) throw unreadable('the tranche of the list');
  const reading = await ports.lists.roster(await documentBytes(ports, fileSha256), {
    region: programme.region,
    ageFrom: programme.ageFrom,
    ageTo: programme.ageTo,
    coverFrom: tranche.coverFrom,
  });
  if (reading.status === 'refused') throw unreadable(`list ${fileSha256} (${reading.code})`);
  // What was refused when the list was received stays refused, members of other lists included.
  const verdicts = allOf(history, 'RosterRowsRefused').flatMap((event) => event.verdicts);
  const refusedRows = new Set(verdicts.flatMap((v) => (v.severity === 'refused' ? [v.row] : [])));
  const rows = reading.accepted.filter(({ row }) => !refusedRows.has(row));
  return { received: received.stored, rosterId, trancheId, programmeId, rows };
};

const readAnswers = async (
  ports: Ports,
  files: readonly string[],
): Promise<readonly RegistrationAnswer[]> => {
  const answers: RegistrationAnswer[] = [];
  for (const fileSha256 of files) {
    const reading = await ports.lists.registrationAnswer(await documentBytes(ports, fileSha256));
    if (reading.status === 'read') answers.push(...reading.answers);
  }
  return answers;
};

/** A list is read once and kept while its chunks run: re-reading it each time would take hours. */
export const createRosterReader = (ports: Ports) => {
  const rows = keepLast<RosterRows>();
  const answers = keepLast<readonly RegistrationAnswer[]>();
  return {
    rows: (rosterId: string, history: readonly StoredEvent[]) =>
      rows(rosterId, () => readRows(ports, history)),
    /** What the branch answered so far, its files one after the other. */
    answers(history: readonly StoredEvent[]) {
      const files = allOf(history, 'RegistrationAnswered').map((event) => event.fileSha256);
      return answers(files.join(), () => readAnswers(ports, files));
    },
  };
};
export type RosterReader = ReturnType<typeof createRosterReader>;

const nikHash = (ports: Pick<Ports, 'keys'>, nik: string): Uint8Array =>
  ports.keys.keyedHash('nik', nik);

export const nikReservation = (ports: Pick<Ports, 'keys'>, nik: string) => ({
  kind: 'nik',
  keyedHash: Buffer.from(nikHash(ports, nik)).toString('base64'),
});

/** The member number at BPJS: one person's only. */
export const kpjReservation = (ports: Pick<Ports, 'keys'>, kpj: string) => ({
  kind: 'kpj',
  keyedHash: Buffer.from(ports.keys.keyedHash('kpj', kpj)).toString('base64'),
});

export const workerByNik = (
  ports: Pick<Ports, 'keys' | 'store'>,
  nik: string,
): Promise<string | undefined> =>
  ports.store.findIdentity({ kind: 'nik', keyedHash: nikHash(ports, nik) });

/** A person keeps the one id that the first list gave them; a new person gets theirs by this row. */
export const workersOfRows = async (
  ports: Pick<Ports, 'keys' | 'store' | 'ids'>,
  rosterId: string,
  rows: readonly AcceptedRow[],
): Promise<readonly string[]> => {
  const hashes = rows.map(({ nik }) => nikHash(ports, nik));
  const known = await ports.store.findIdentities('nik', hashes);
  return rows.map(({ row }, at) => known[at] ?? ports.ids.rosterWorker(rosterId, row));
};

/** Whom an answer of the branch speaks of: our reference, else the person's number. */
export const workerOfAnswer = (
  ports: Pick<Ports, 'keys' | 'store'>,
  { subject }: RegistrationAnswer,
): Promise<string | undefined> =>
  subject.by === 'reference' ? Promise.resolve(subject.reference) : workerByNik(ports, subject.nik);
