// One bill of a hospital, typed to two cases: what is owed for it is owed once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecordDecision } from '../../activities/record-decision.ts';
import type { LocalDate } from '../../domain/calendar.ts';
import type { Payee } from '../../domain/claim/assessment/assessment-events.ts';
import type { RupiahText } from '../../domain/money.ts';
import { enrol } from './approved-claims.ts';
import { type EngineFixture, openEngineFixture } from './engine-fixture.ts';
import { claimWish, foundOffice, must, type Send } from './office-story.ts';

const DAY = '2026-09-08' as LocalDate;
const SUM = '450000' as RupiahText;

let engine: EngineFixture;
let send: Send;
let workers: readonly string[];

beforeAll(async () => {
  engine = await openEngineFixture();
  send = createRecordDecision(engine.ports);
  const office = await foundOffice(send, engine.ports);
  workers = await enrol({ engine, send, office }, 2);
});
afterAll(() => engine?.close());

const sealing = (claimId: string, commandId: string) => (field: string) =>
  engine.ports.keys.seal({ subject: claimId, field, value: 'Eko', commandId });

const reported = async (workerId: string): Promise<string> => {
  const { ids } = engine.ports;
  const claimId = ids.incidentClaim(workerId, DAY, 1);
  const commandId = ids.random();
  const seal = sealing(claimId, commandId);
  const data = {
    ...{ claimId, workerId, reportId: commandId, kind: 'ACCIDENT' as const, eventDate: DAY },
    ...{ ordinal: 1, channel: 'KELURAHAN' as const, relation: 'OFFICER' as const },
    reporterName: await seal('report.name'),
    reporterContact: await seal('report.contact'),
    circumstances: await seal('report.circumstances'),
  };
  const command = { type: 'ReportIncident' as const, data };
  await must(send({ ...claimWish(claimId, 'kelurahan-eko', command), commandId }));
  return claimId;
};

/** Guaranteed, billed and verified, as the clerk of this case types the hospital and its number. */
const verifiedBill = async (
  workerId: string,
  { code, number }: { code: string; number: string },
): Promise<{ claimId: string; billId: string }> => {
  const { ids, documents } = engine.ports;
  const claimId = await reported(workerId);
  const billId = ids.random();
  const commandId = ids.random();
  const seal = sealing(claimId, commandId);
  const account = { name: await seal('payee.name'), account: await seal('payee.account') };
  const payee: Payee = { ref: 'plkk', ...account, accountIndex: 'index-plkk', bic: 'PDKTIDJ1' };
  const hospital = { code, name: 'RSUD Taman Husada' };
  const guarantee = { type: 'GuaranteeCare' as const, data: { hospital, from: DAY, payee } };
  await must(send({ ...claimWish(claimId, 'verifikator-ani', guarantee), commandId }));
  const { sha256: evidenceSha256 } = await documents.put(new TextEncoder().encode(number));
  const line = { line: 1, item: 'EMERGENCY' as const, servedOn: DAY, amountIdr: SUM };
  const lines = [{ ...line, tariffIdr: null, referencePriceIdr: null }];
  const received = { billId, guarantee: 1, number, billedOn: DAY, lines, evidenceSha256 };
  const bill = { type: 'ReceiveHospitalBill' as const, data: received };
  await must(send(claimWish(claimId, 'verifikator-ani', bill)));
  const data = { billId, disputes: [], mandate: null };
  const verify = { type: 'VerifyHospitalBill' as const, data };
  await must(send(claimWish(claimId, 'verifikator-ani', verify)));
  return { claimId, billId };
};

const approve = ({ claimId, billId }: { claimId: string; billId: string }, acceptedIdr = SUM) => {
  const command = { type: 'ApproveHospitalBill' as const, data: { billId, acceptedIdr } };
  return send(claimWish(claimId, 'penetap-budi', command));
};

test('approved in the one case it is refused in the other, and may end there without a rupiah', async () => {
  const [one = '', two = ''] = workers;
  const first = await verifiedBill(one, { code: 'RSUD-BTG', number: 'INV-1' });
  const second = await verifiedBill(two, { code: ' rsud-btg', number: 'inv-1 ' });
  expect(await approve(first)).toMatchObject({ status: 'recorded' });
  expect(await approve(first)).toMatchObject({ status: 'recorded' });
  expect(await approve(second)).toMatchObject({ code: 'BillApprovedElsewhere' });
  const ground = { ground: 'NOT_FROM_ACCIDENT' as const, reason: 'kasus lain' };
  const disputes = [{ line: 1, acceptedIdr: '0' as RupiahText, ...ground }];
  const data = { billId: second.billId, disputes, mandate: null };
  const verify = { type: 'VerifyHospitalBill' as const, data };
  await must(send(claimWish(second.claimId, 'verifikator-ani', verify)));
  expect(await approve(second, '0' as RupiahText)).toMatchObject({ status: 'recorded' });
});
