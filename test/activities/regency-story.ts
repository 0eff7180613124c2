// Kutai Timur at work: its officers, a programme whose gate waits for every card, and its members.
import { randomUUID } from 'node:crypto';
import { followUpMany, type Step } from '../../activities/follow-up.ts';
import type { Ports } from '../../activities/ports.ts';
import { type Act, type Office, systemActor } from '../../domain/actor.ts';
import { type LocalDate, localDate, type Month } from '../../domain/calendar.ts';
import type { Answer, CommandEnvelope, CommandsByCategory } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import type { GateRule } from '../../domain/programme/gate-events.ts';
import { envelope, must, type Send } from './office-story.ts';

export const REGION = '64.08';
export const KELURAHAN = '64.08.04.1001';
export const COVER_FROM = localDate('2025-02-24');
export const QUOTA = 150_000;
const MONTHLY_IDR = 16_800n;
const FROM = localDate('2024-01-02');

type Officer = { readonly id: string; readonly office: Office; readonly acts: readonly Act[] };

const OFFICERS: readonly Officer[] = [
  {
    id: 'dinas-rahma',
    office: 'DISNAKER',
    acts: [
      ...['manage-programme', 'grant-mandate', 'record-contribution', 'hand-over-card'],
      ...['report-death', 'record-history'],
    ] as Act[],
  },
  { id: 'kadis-yusuf', office: 'DISNAKER', acts: ['grant-mandate'] },
  { id: 'sekda-rizal', office: 'DISNAKER', acts: ['override-gate'] },
  { id: 'cabang-gita', office: 'BPJS_BRANCH', acts: ['accept-arrears', 'record-history'] },
  { id: 'kelurahan-eko', office: 'KELURAHAN', acts: ['report-death', 'handle-documents'] },
  {
    id: 'verifikator-ani',
    office: 'BPJS_BRANCH',
    acts: ['check-claim', 'recommend-claim'],
  },
  { id: 'penetap-budi', office: 'BPJS_BRANCH', acts: ['approve-claim'] },
];

const register = async (send: Send, { keys, ids }: Ports, officer: Officer): Promise<void> => {
  const isFirst = officer.id === 'admin-nur';
  const stream = ids.actor(officer.id);
  const commandId = randomUUID();
  const { id: actorId, office, acts } = officer;
  const name = await keys.seal({ subject: stream, field: 'actor.name', value: actorId, commandId });
  const appointment = { area: REGION, from: FROM, to: null, letter: `SK ${actorId}` };
  const command = {
    type: 'RegisterActor' as const,
    data: {
      ...{ actorId, office, name, firstAdministrator: isFirst },
      ...(isFirst ? { appointment } : {}),
    },
  };
  await must(send(envelope('actor', stream, { command, as: 'admin-nur' }, { commandId })));
  for (const act of acts) {
    const data = { ...appointment, actorId, act };
    const appoint = { type: 'AppointRole' as const, data };
    await must(send(envelope('actor', stream, { command: appoint, as: 'admin-nur' })));
  }
};

export type Regency = { readonly programmeId: string; readonly trancheId: string };

export const registerOfficers = async (send: Send, ports: Ports): Promise<void> => {
  for (const officer of [{ id: 'admin-nur', office: 'DISNAKER', acts: [] } as const, ...OFFICERS])
    await register(send, ports, officer);
};

/** A programme and a purse that pays its benefits; the tranche is opened by its own act. */
export const foundProgramme = async (send: Send, ports: Ports): Promise<Regency> => {
  const [programmeId, trancheId, payerId, mandateId] = [0, 0, 0, 0].map(() => randomUUID()) as [
    string,
    string,
    string,
    string,
  ];
  const programme = (command: CommandsByCategory['programme'], as = 'dinas-rahma') =>
    must(send(envelope('programme', programmeId, { command, as })));
  await programme({
    type: 'CreateProgramme',
    data: {
      ...{ programmeId, name: 'Pekerja rentan Kutai Timur', sponsor: 'Kabupaten Kutai Timur' },
      ...{ region: REGION, legalBasis: 'Perbup contoh', ageFrom: 18, ageTo: 64 },
    },
  });
  const fundingAccount = await ports.keys.seal({
    ...{ subject: payerId, field: 'payer.account', value: '1240018000777', commandId: payerId },
  });
  await programme({
    type: 'RegisterPayer',
    data: {
      ...{ payerId, legalEntity: 'BPJS Ketenagakerjaan', fund: 'DJS JKM', to: null },
      ...{ legalBasis: 'PP 44/2015', fundingAccount, bank: 'PDKTIDJ1', from: FROM },
    },
  });
  await programme({
    type: 'ProposeMandate',
    data: { mandateId, payerId, flow: 'BENEFIT', mode: 'DISBURSES', from: FROM },
  });
  await programme({ type: 'ConfirmMandate', data: { mandateId } }, 'kadis-yusuf');
  return { programmeId, trancheId };
};

export const trancheWish = (
  { trancheId }: Regency,
  command: CommandsByCategory['tranche'],
  as = 'dinas-rahma',
): CommandEnvelope => envelope('tranche', trancheId, { command, as });

export const opening = ({ programmeId, trancheId }: Regency, gate?: GateRule) => ({
  type: 'OpenTranche' as const,
  data: {
    ...{ trancheId, programmeId, name: 'Gelombang I', coverFrom: COVER_FROM, quota: QUOTA },
    monthlyContributionIdr: MONTHLY_IDR.toString() as RupiahText,
    ...(gate !== undefined && { gate }),
  },
});

const FIELDS = ['nik', 'name', 'birthDate', 'neighbourhood', 'disability'] as const;

/** Members as a list and its answer leave them: nominated, named, accepted, with a card. */
export const enrolMembers = async (
  ports: Ports,
  { programmeId, trancheId }: Regency,
  count: number,
  coverStartOf: (index: number) => LocalDate = () => COVER_FROM,
): Promise<readonly string[]> => {
  const rosterId = randomUUID();
  const workers = Array.from({ length: count }, () => randomUUID());
  const acting = { by: systemActor, now: ports.clock(), origin: 'live' as const };
  const because = { correlationId: rosterId, causationId: rosterId };
  for (const [index, workerId] of workers.entries()) {
    const commandId = randomUUID();
    const coverStart = coverStartOf(index);
    const seal = (field: string) =>
      ports.keys.seal({ subject: workerId, field: `worker.${field}`, value: field, commandId });
    const sealed = Object.fromEntries(
      await Promise.all(FIELDS.map(async (field) => [field, await seal(field)])),
    );
    const worker = (command: CommandsByCategory['worker']): Step => ({
      ...{ category: 'worker', streamId: workerId, command, commandId: randomUUID() },
    });
    const place = { rosterId, rosterRow: index + 1, kelurahan: KELURAHAN, occupation: 'FISHER' };
    const steps: readonly Step[] = [
      worker({
        type: 'NominateWorker',
        data: { workerId, programmeId, trancheId, ...place, ...sealed },
      }),
      worker({
        type: 'NameWorkerInDecree',
        data: { workerId, decreeNumber: 'SK 1', decreeDate: localDate('2025-02-20') },
      }),
      worker({
        type: 'EnrolWorker',
        data: { workerId, kpj: await seal('kpj'), coverStart },
      }),
      worker({
        type: 'IssueCard',
        data: { workerId, cardId: ports.ids.card(workerId, 1), validFrom: coverStart },
      }),
    ];
    for (const step of steps) {
      const [outcome] = await followUpMany(ports, { steps: [step], because, acting });
      if (outcome?.status === 'refused') throw new Error(outcome.code);
    }
  }
  return workers;
};

/** One month, billed and seen paid on a day. */
export const payMonth = async (
  send: Send,
  { ids }: Pick<Ports, 'ids'>,
  of: {
    readonly trancheId: string;
    readonly month: string;
    readonly paidOn: LocalDate;
    readonly workers: number;
    readonly own?: Partial<CommandEnvelope>;
  },
): Promise<Answer> => {
  const { trancheId, workers, paidOn, own = {} } = of;
  const month = of.month as Month;
  const billId = ids.contributionBill(trancheId, month);
  const amountIdr = (MONTHLY_IDR * BigInt(workers)).toString() as RupiahText;
  const bill = (command: CommandsByCategory['contribution_bill']) =>
    must(send(envelope('contribution_bill', billId, { command, as: 'dinas-rahma' }, own)));
  const billed = { billId, trancheId, month, workers, amountIdr, paymentCode: `8-${month}` };
  await bill({
    type: 'ReceiveBill',
    data: { ...billed, monthlyContributionIdr: '0' as RupiahText },
  });
  const paid = { amountIdr, paidOn, reference: `SP2D-${month}` };
  return bill({ type: 'ConfirmContribution', data: paid });
};
