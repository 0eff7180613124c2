// The events of insured lives, as the log of a working office holds them: listed, enrolled, carded, dead.
import { randomBytes, randomUUID } from 'node:crypto';
import { asJson, asNewEvent } from '../../activities/stored-events.ts';
import { type LocalDate, localDate } from '../../domain/calendar.ts';
import type { DomainEvent } from '../../domain/catalogue.ts';
import type { Category } from '../../domain/command.ts';
import { rupiah, rupiahText } from '../../domain/money.ts';
import type { Sealed } from '../../domain/sealed.ts';
import type { AppendRequest } from '../../infra/event-store/event-store.ts';

/** One event on its way into the log, and the row in which people will see it. */
export type LifeEvent = {
  readonly request: AppendRequest;
  readonly screen: 'member-roster' | 'claim-queue';
  readonly key: string;
};

const KELURAHAN = ['64.74.01.1001', '64.74.02.1001', '64.74.03.1003'] as const;
const EFFECTIVE_AT = '2026-03-02T02:00:00.000Z';

/** As long as a real one: 12 + 16 + 24 + 16 bytes in base64url. */
export const sealed = (subject: string, field: string): Sealed => ({
  subject,
  field,
  ciphertext: randomBytes(68).toString('base64url'),
  commitment: randomBytes(32).toString('hex'),
});

const requestOf = (
  stream: { readonly category: Category; readonly streamId: string; readonly version: number },
  event: DomainEvent,
): AppendRequest => {
  const commandId = randomUUID();
  const actor = {
    id: 'rina',
    office: 'DISNAKER',
    act: 'register-workers',
    letter: 'SK 1',
  } as const;
  const meta = { actor, commandId, correlationId: commandId, origin: 'live' } as const;
  return {
    commandId,
    contentHash: randomBytes(32),
    streamId: stream.streamId,
    category: stream.category,
    expected: stream.version === 0 ? 'none' : stream.version,
    events: [{ ...asNewEvent(event, meta, EFFECTIVE_AT), data: asJson(event.data) }],
  };
};

export type Office = { readonly programmeId: string; readonly trancheId: string };

const nominated = (
  workerId: string,
  row: number,
  { programmeId, trancheId, kelurahan }: Office & { readonly kelurahan: string },
): DomainEvent => ({
  type: 'WorkerNominated',
  data: {
    ...{ workerId, programmeId, trancheId },
    rosterId: trancheId,
    rosterRow: row,
    nik: sealed(workerId, 'worker.nik'),
    name: sealed(workerId, 'worker.name'),
    birthDate: sealed(workerId, 'worker.birthDate'),
    kelurahan,
    neighbourhood: sealed(workerId, 'worker.neighbourhood'),
    occupation: 'FISHER',
    disability: sealed(workerId, 'worker.disability'),
  },
});

const reported = (workerId: string, claimId: string): DomainEvent => ({
  type: 'DeathReported',
  data: {
    claimId,
    workerId,
    reportId: randomUUID(),
    deathDate: localDate('2026-02-20'),
    channel: 'KELURAHAN',
    relation: 'SPOUSE',
    reporterName: sealed(claimId, 'report.name'),
    reporterContact: sealed(claimId, 'report.contact'),
    circumstances: sealed(claimId, 'report.circumstances'),
    workAccidentSuspected: false,
  },
});

const enrolment = (workerId: string, coverStart: LocalDate): readonly DomainEvent[] => [
  {
    type: 'WorkerNamedInDecree',
    data: { workerId, decreeNumber: 'SK 3/2025', decreeDate: coverStart },
  },
  {
    type: 'WorkerEnrolled',
    data: { workerId, kpj: sealed(workerId, 'worker.kpj'), coverStart },
  },
];

/** Listed and enrolled, ready for a report of the death. */
export const enrolledLife = (
  workerId: string,
  row: number,
  at: Office & { readonly kelurahan: string; readonly coverFrom: LocalDate },
): readonly AppendRequest[] =>
  [nominated(workerId, row, at), ...enrolment(workerId, at.coverFrom)].map((event, version) =>
    requestOf({ category: 'worker', streamId: workerId, version }, event),
  );

/** Six events on two streams: five move the member's row, one makes a claim's. */
export const lifeOf = (row: number, office: Office): readonly LifeEvent[] => {
  const [workerId, claimId, cardId] = [randomUUID(), randomUUID(), randomUUID()];
  const deathDate = localDate('2026-02-20');
  const day = localDate('2025-06-01');
  const kelurahan = KELURAHAN[row % KELURAHAN.length] ?? KELURAHAN[0];
  const ofWorker: readonly DomainEvent[] = [
    nominated(workerId, row, { ...office, kelurahan }),
    ...enrolment(workerId, day),
    { type: 'CardIssued', data: { workerId, cardId, validFrom: day } },
    { type: 'WorkerReportedDead', data: { workerId, claimId, deathDate } },
  ];
  const member = ofWorker.map((event, version): LifeEvent => {
    const stream = { category: 'worker', streamId: workerId, version } as const;
    return { request: requestOf(stream, event), screen: 'member-roster', key: workerId };
  });
  const stream = { category: 'claim', streamId: claimId, version: 0 } as const;
  const claim: LifeEvent = {
    request: requestOf(stream, reported(workerId, claimId)),
    screen: 'claim-queue',
    key: claimId,
  };
  return [...member.slice(0, 4), claim, ...member.slice(4)];
};

/** The programme and tranche that every life belongs to. */
export const openOffice = (): { readonly office: Office; readonly requests: AppendRequest[] } => {
  const office = { programmeId: randomUUID(), trancheId: randomUUID() };
  const programme: DomainEvent = {
    type: 'ProgrammeCreated',
    data: {
      programmeId: office.programmeId,
      name: 'Perlindungan pekerja rentan',
      sponsor: 'Pemerintah Kota Bontang',
      region: '64.74',
      legalBasis: 'Perwali 23/2023',
      ageFrom: 17,
      ageTo: 64,
    },
  };
  const tranche: DomainEvent = {
    type: 'TrancheOpened',
    data: {
      ...office,
      name: 'Gelombang I',
      coverFrom: localDate('2025-06-01'),
      quota: 34_782,
      monthlyContributionIdr: rupiahText(rupiah(16_800n)),
    },
  };
  const requests = [
    requestOf({ category: 'programme', streamId: office.programmeId, version: 0 }, programme),
    requestOf({ category: 'tranche', streamId: office.trancheId, version: 0 }, tranche),
  ];
  return { office, requests };
};
