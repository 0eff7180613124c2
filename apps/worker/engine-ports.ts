// The real ports of the activities, over one process's store, keys, papers, bank folder and client.
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { keepLast } from '../../activities/keep-last.ts';
import type { Ports } from '../../activities/ports.ts';
import { readAnswerFile } from '../../infra/bank/answers.ts';
import type { FileDrop } from '../../infra/bank/bank-port.ts';
import { bankProfiles } from '../../infra/bank/bank-profiles.ts';
import { lineStatement } from '../../infra/bank/csv-statement.ts';
import { openFileDrop } from '../../infra/bank/file-drop.ts';
import { renderPaymentFile } from '../../infra/bank/pain001.ts';
import { renderTransferFile } from '../../infra/bank/transfer-template.ts';
import { type HandOverList, readHandOverList } from '../../infra/cards/hand-over-list.ts';
import { type Clock, systemClock } from '../../infra/clock.ts';
import { faultPoint } from '../../infra/config/fault-points.ts';
import type { DocumentStore } from '../../infra/documents/document-store.ts';
import { contentHash } from '../../infra/event-store/content-hash.ts';
import type { EventStore } from '../../infra/event-store/event-store.ts';
import { failure } from '../../infra/failure.ts';
import { streamIds } from '../../infra/ids/stream-ids.ts';
import type { KeyService } from '../../infra/keys/key-service.ts';
import type { Sentence } from '../../infra/local/sentence.ts';
import { readBillList } from '../../infra/rosters/bill-csv.ts';
import { readRegisteredList } from '../../infra/rosters/registered-csv.ts';
import { readRegistrationAnswer } from '../../infra/rosters/registration-csv.ts';
import { readRoster, refuseMembers } from '../../infra/rosters/roster-csv.ts';
import type { WorkflowSignals } from '../../infra/temporal/workflow-signals.ts';

export type EngineParts = {
  readonly store: EventStore;
  readonly keys: KeyService;
  readonly documents: DocumentStore;
  readonly dataDir: string;
  readonly signals: WorkflowSignals;
  readonly lifecycleStart: Ports['lifecycleStart'];
  readonly duePayables: Ports['duePayables'];
  readonly tranches: Ports['tranches'];
  readonly clock?: Clock;
  readonly heartbeat?: () => void;
  readonly examineHouse?: Ports['examineHouse'];
};

export type Engine = { readonly ports: Ports; readonly bankFolder: FileDrop };

type Unreadable = Extract<HandOverList, { status: 'refused' }>;

const notACard = (row: number): Sentence => ({
  id: `Baris ${row} kolom KARTU tidak berisi nomor kartu Lindung. Ambil nomornya dari berkas cetak kartu (\`lindung card print\`).`,
  en: `Row ${row}, column KARTU holds no card id of Lindung. Take the ids from the card printer's file (\`lindung card print\`).`,
});

const unreadableList = ({ code, row, sentence }: Unreadable): Error =>
  failure({
    code: 'Document.Unreadable',
    retryable: false,
    sentence:
      row === undefined
        ? {
            id: `Daftar serah terima tidak dapat dibaca. ${sentence?.id ?? code}`,
            en: `The hand-over list cannot be read. ${sentence?.en ?? code}`,
          }
        : notACard(row),
  });

const sameReading = (bytes: Uint8Array, terms: object): string =>
  `${hash('sha256', bytes, 'hex')} ${JSON.stringify(terms)}`;

/** Who decides a take-over list and who works it off ask for one reading of the same bytes. */
const lastRegistered = keepLast<Awaited<ReturnType<typeof readRegisteredList>>>();

const lists: Ports['lists'] = {
  roster: (bytes, terms) => readRoster([bytes], terms),
  withoutMembers: refuseMembers,
  registered: (bytes, terms) =>
    lastRegistered(sameReading(bytes, terms), () => readRegisteredList([bytes], terms)),
  registrationAnswer: (bytes) => readRegistrationAnswer([bytes]),
  bill: readBillList,
  async handOver(bytes) {
    const list = await readHandOverList(bytes);
    if (list.status === 'refused') throw unreadableList(list);
    return list.cardIds;
  },
};

const onlyTheWorker = (): Promise<never> =>
  Promise.reject(new Error('only the worker examines the house'));

export const openEngine = async (parts: EngineParts): Promise<Engine> => {
  const bankFolder = await openFileDrop(join(parts.dataDir, 'bank'));
  const ports: Ports = {
    store: parts.store,
    ids: streamIds,
    keys: parts.keys,
    documents: parts.documents,
    clock: parts.clock ?? systemClock,
    hash: contentHash,
    fault: faultPoint,
    lists,
    bank: {
      // A payer names its bank by BIC or by the code of the profile.
      profile: (bank) => bankProfiles.find(({ bic, code }) => bic === bank || code === bank),
      render: (order, profile) =>
        profile.template === undefined
          ? renderPaymentFile(order, profile)
          : renderTransferFile(order, { profile, template: profile.template }),
      drop: (file, endToEndIds) => bankFolder.drop(file, endToEndIds),
      withdraw: (file) => bankFolder.withdraw(file),
      remove: (name) => bankFolder.removePayment(name),
      lineStatement,
      read: (bytes) => readAnswerFile(bytes),
    },
    signals: parts.signals,
    lifecycleStart: parts.lifecycleStart,
    duePayables: parts.duePayables,
    tranches: parts.tranches,
    examineHouse: parts.examineHouse ?? onlyTheWorker,
    heartbeat: parts.heartbeat ?? (() => undefined),
  };
  return { ports, bankFolder };
};
