// The cast at work: one office founded, one list enrolled, one claim brought to its end, as envelopes.
import { randomUUID } from 'node:crypto';
import type { Ports } from '../../activities/ports.ts';
import { lastOf } from '../../activities/stored-events.ts';
import { administrator, cast } from '../../apps/demo/cast.ts';
import { PAPERS } from '../../apps/demo/claim-path.ts';
import { syntheticRoster } from '../../apps/demo/synthetic-roster.ts';
import type { LocalDate, Month } from '../../domain/calendar.ts';
import type {
  Answer,
  Category,
  CommandEnvelope,
  CommandsByCategory,
} from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import type { MandateMode } from '../../domain/programme/events.ts';

export type Send = (envelope: CommandEnvelope) => Promise<Answer>;

export const KELURAHAN = '64.74.02.1001';
export const COVER_FROM = '2026-03-01' as LocalDate;
export const DEATH_DATE = '2026-09-10' as LocalDate;
const MONTHS = ['03', '04', '05', '06', '07', '08', '09'].map((m) => `2026-${m}` as Month);
const CONTRIBUTION_IDR = 16_800n;

export const envelope = <C extends Category>(
  category: C,
  streamId: string,
  wish: { readonly command: CommandsByCategory[C]; readonly as: string },
  own: Partial<CommandEnvelope> = {},
): CommandEnvelope => {
  const commandId = randomUUID();
  const { command, as: actorId } = wish;
  const made = { commandId, category, streamId, command, actorId, correlationId: commandId };
  return { ...made, ...own } as unknown as CommandEnvelope;
};

/** Every step of the story must be recorded: a refusal ends the test with its code. */
export const must = async (answer: Promise<Answer>): Promise<Answer> => {
  const given = await answer;
  if (given.status === 'refused')
    throw new Error(`refused: ${given.code} ${JSON.stringify(given.facts)}`);
  return given;
};

export type Office = {
  readonly programmeId: string;
  readonly payerId: string;
  readonly trancheId: string;
};

export const registerCast = async (send: Send, { keys, ids }: Ports): Promise<void> => {
  for (const player of [administrator, ...cast]) {
    const stream = ids.actor(player.id);
    const commandId = randomUUID();
    const name = await keys.seal({
      ...{ subject: stream, field: 'actor.name', value: player.name, commandId },
    });
    const { id: actorId, office, area, letter } = player;
    const isFirst = player === administrator;
    const from = '2026-01-02' as LocalDate;
    const appointment = { area, from, to: null, letter };
    const register = {
      type: 'RegisterActor' as const,
      data: {
        ...{ actorId, office, name, firstAdministrator: isFirst },
        ...(isFirst ? { appointment } : {}),
      },
    };
    const as = isFirst ? actorId : administrator.id;
    await must(send(envelope('actor', stream, { command: register, as }, { commandId })));
    if (isFirst) continue;
    for (const act of player.acts) {
      const command = { type: 'AppointRole' as const, data: { ...appointment, actorId, act } };
      await must(send(envelope('actor', stream, { command, as })));
    }
  }
};

export const foundOffice = async (
  send: Send,
  ports: Ports,
  mode: MandateMode = 'DISBURSES',
): Promise<Office> => {
  await registerCast(send, ports);
  const [programmeId, payerId, trancheId, mandateId] = [0, 0, 0, 0].map(() => randomUUID()) as [
    string,
    string,
    string,
    string,
  ];
  const from = '2026-01-02' as LocalDate;
  const as = 'dinas-rahma';
  const programme = (command: CommandsByCategory['programme'], who = as) =>
    must(send(envelope('programme', programmeId, { command, as: who })));
  await programme({
    type: 'CreateProgramme',
    data: {
      ...{ programmeId, name: 'Perlindungan Pekerja Rentan', sponsor: 'Kota Bontang' },
      ...{ region: '64.74', legalBasis: 'Perwali 23/2023', ageFrom: 18, ageTo: 64 },
    },
  });
  const fundingAccount = await ports.keys.seal({
    ...{ subject: payerId, field: 'payer.account', value: '1240018000777', commandId: payerId },
  });
  await programme({
    type: 'RegisterPayer',
    data: {
      ...{ payerId, legalEntity: 'BPJS Ketenagakerjaan Bontang', fund: 'DJS JKM' },
      ...{ legalBasis: 'PP 44/2015', fundingAccount, bank: 'PDKTIDJ1', from, to: null },
    },
  });
  await programme({
    type: 'ProposeMandate',
    data: { mandateId, payerId, flow: 'BENEFIT', mode, from },
  });
  await programme({ type: 'ConfirmMandate', data: { mandateId } }, 'kadis-yusuf');
  const tranche = {
    type: 'OpenTranche' as const,
    data: {
      ...{ trancheId, programmeId, name: 'Gelombang I', coverFrom: COVER_FROM, quota: 500 },
      monthlyContributionIdr: CONTRIBUTION_IDR.toString() as RupiahText,
    },
  };
  await must(send(envelope('tranche', trancheId, { command: tranche, as })));
  return { programmeId, payerId, trancheId };
};

export const rosterCsv = (count: number, seed = 'story'): Uint8Array => {
  const { csv } = syntheticRoster({
    ...{ seed, count, kelurahan: KELURAHAN, coverFrom: COVER_FROM },
    ...{ ageFrom: 18, ageTo: 64, disabilities: 0, faults: {} },
  });
  return new TextEncoder().encode(csv);
};

export const receiveRoster = async (
  ports: Ports,
  office: Office,
  bytes: Uint8Array,
): Promise<CommandEnvelope<'roster'>> => {
  const { sha256: fileSha256 } = await ports.documents.put(bytes);
  const terms = { region: '64.74', ageFrom: 18, ageTo: 64, coverFrom: COVER_FROM };
  const reading = await ports.lists.roster(bytes, terms);
  if (reading.status === 'refused') throw new Error(reading.code);
  const { trancheId, programmeId } = office;
  const rosterId = ports.ids.roster(trancheId, fileSha256);
  const { rows, accepted, refused, verdicts } = reading;
  return envelope('roster', rosterId, {
    as: 'dinas-rahma',
    command: {
      type: 'ReceiveRoster',
      data: {
        ...{ rosterId, trancheId, programmeId, fileSha256, rows, verdicts },
        ...{ accepted: accepted.length, refused: refused.length },
      },
    },
  }) as CommandEnvelope<'roster'>;
};

export const payContributions = async (
  send: Send,
  ports: Ports,
  of: { readonly trancheId: string; readonly workers: number },
): Promise<void> => {
  const { trancheId, workers } = of;
  const amountIdr = (CONTRIBUTION_IDR * BigInt(workers)).toString() as RupiahText;
  for (const month of MONTHS) {
    const billId = ports.ids.contributionBill(trancheId, month);
    const bill = (command: CommandsByCategory['contribution_bill']) =>
      must(send(envelope('contribution_bill', billId, { command, as: 'dinas-rahma' })));
    await bill({
      type: 'ReceiveBill',
      data: {
        ...{ billId, trancheId, month, workers, amountIdr, paymentCode: `8-${month}` },
        monthlyContributionIdr: '0' as RupiahText,
      },
    });
    const paidOn = `${month}-01` as LocalDate;
    await bill({
      type: 'ConfirmContribution',
      data: { amountIdr, paidOn, reference: `S-${month}` },
    });
  }
};

export const reportDeath = async (
  ports: Ports,
  workerId: string,
  deathDate: LocalDate = DEATH_DATE,
): Promise<CommandEnvelope> => {
  const claimId = ports.ids.deathClaim(workerId);
  const commandId = randomUUID();
  const seal = (field: string, value: string) =>
    ports.keys.seal({ subject: claimId, field, value, commandId });
  return envelope(
    'claim',
    claimId,
    {
      as: 'kelurahan-eko',
      command: {
        type: 'ReportDeath',
        data: {
          ...{ claimId, workerId, reportId: commandId, deathDate },
          ...{ channel: 'KELURAHAN', relation: 'OFFICER', workAccidentSuspected: false },
          reporterName: await seal('report.name', 'Eko Prasetyo'),
          reporterContact: await seal('report.contact', '0811'),
          circumstances: await seal('report.circumstances', 'sakit'),
        },
      },
    },
    { commandId },
  );
};

export const claimWish = (
  claimId: string,
  as: string,
  command: CommandsByCategory['claim'],
): CommandEnvelope => envelope('claim', claimId, { command, as });

export const receivePapers = async (send: Send, ports: Ports, claimId: string): Promise<void> => {
  for (const kind of PAPERS) {
    const { sha256 } = await ports.documents.put(new TextEncoder().encode(`${claimId} ${kind}`));
    const documentId = randomUUID();
    const data = { documentId, kind, sha256, form: 'LEGALISED' as const };
    await must(send(claimWish(claimId, 'kelurahan-eko', { type: 'ReceiveDocument', data })));
  }
};

/** Goes and sees where a rule asked for it: a death that follows the membership closely (F-01). */
const seeTheFamily = async (send: Send, ports: Ports, claimId: string): Promise<void> => {
  const facts = await ports.store.loadStream(claimId);
  if (lastOf(facts, 'FieldVisitOpened') === null) return;
  const visitedOn = lastOf(facts, 'DeathReported')?.data.deathDate;
  if (visitedOn === undefined) throw new Error('no death was reported');
  const as = (who: string, command: CommandsByCategory['claim']) =>
    must(send(claimWish(claimId, who, command)));
  const officer = 'kelurahan-eko';
  await as('verifikator-ani', { type: 'AssignFieldVisit', data: { officer, mayVisit: false } });
  const commandId = randomUUID();
  const seal = (field: string, value: string) =>
    ports.keys.seal({ subject: claimId, field, value, commandId });
  const minutes = await seal('visit.minutes', 'rumah duka didatangi, tetangga membenarkan');
  const signers = [
    { part: 'OFFICER' as const, name: await seal('visit.signer', 'Eko Prasetyo') },
    { part: 'WITNESS' as const, name: await seal('visit.signer', 'Ketua RT 003') },
  ];
  const evidenceSha256 = 'b'.repeat(64);
  const data = { visitedOn, result: 'CONFIRMED' as const, minutes, signers, evidenceSha256 };
  await as(officer, { type: 'RecordFieldVisit', data });
  await as('verifikator-ani', { type: 'CheckClaim', data: { cover: null as never } });
};

/** From the checks to the recommendation. */
export const assessClaim = async (send: Send, ports: Ports, claimId: string): Promise<void> => {
  const ani = (command: CommandsByCategory['claim']) =>
    must(send(claimWish(claimId, 'verifikator-ani', command)));
  await ani({ type: 'CheckClaim', data: { cover: null as never } });
  await seeTheFamily(send, ports, claimId);
  const subject = ports.ids.person(claimId, 'istri');
  const commandId = randomUUID();
  const name = await ports.keys.seal({
    subject,
    field: 'heir.name',
    value: 'Siti Aminah',
    commandId,
  });
  const account = await ports.keys.seal({
    ...{ subject, field: 'heir.account', value: '1240031122334', commandId },
  });
  const payee = { ref: 'istri', name, account, accountIndex: 'ab', bic: 'PDKTIDJ1' };
  const heirs = [{ ref: 'istri', relation: 'SPOUSE' as const, name, minor: false }];
  await ani({ type: 'DetermineHeirs', data: { heirs, payee } });
  await ani({ type: 'RecommendClaim', data: { mandate: null } });
};

/** From the first paper to the recommendation. */
export const verifyClaim = async (send: Send, ports: Ports, claimId: string): Promise<void> => {
  await receivePapers(send, ports, claimId);
  await assessClaim(send, ports, claimId);
};

export const approval = (claimId: string, as = 'penetap-budi'): CommandEnvelope =>
  claimWish(claimId, as, {
    type: 'ApproveClaim',
    data: { totalIdr: '42000000' as RupiahText, cover: null },
  });
