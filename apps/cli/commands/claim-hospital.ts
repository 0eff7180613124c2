// `lindung claim hospital …`: a hospital treats on our guarantee, bills item by item, and is paid.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import type { LineDispute } from '../../../domain/claim/hospital/hospital-events.ts';
import { hospitalCode } from '../../../domain/claim/hospital/hospital-state.ts';
import type { RupiahText } from '../../../domain/money.ts';
import { PERSONS_GROUNDS } from '../../../domain/rules/hospital-bill.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { claimFileInLog } from '../../../projections/claim-file.ts';
import { hospitalPhrases as phrases } from '../../copy/hospital-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { readPayeeFile } from '../heirs-file.ts';
import { billTemplate, readBill } from '../hospital-bill-file.ts';
import { billLines } from '../hospital-lines.ts';
import { dayOption, expected, idOption, rupiahOption } from '../option-values.ts';
import { done, type Outcome } from '../outcome.ts';
import { withKeptPaper } from '../paper-intake.ts';
import { writePrivateFile } from '../private-file.ts';
import { answerOutcome, envelope, isRefused, newCommandId, type Session } from '../session.ts';

const send = (session: Session, claimId: string, command: ClaimCommand) =>
  session.gateway.send(envelope(session, 'claim', claimId, command));

type Guarantee = { code: string; name: string; from: LocalDate; file: string };

/** The account of the hospital is sealed like every other. */
const guarantee = async (
  session: Session,
  claimId: string,
  { code, name, from, file }: Guarantee,
): Promise<Outcome> => {
  const commandId = newCommandId(session);
  const payee = await readPayeeFile(session, {
    ...{ claimId, commandId, path: file, kind: 'hospital' },
  });
  const answer = await session.gateway.send({
    ...envelope(session, 'claim', claimId, {
      type: 'GuaranteeCare',
      data: { hospital: { code, name }, from, payee },
    }),
    commandId,
  });
  return answerOutcome(session, answer, []);
};

type Billed = {
  number: string;
  billedOn: LocalDate;
  file: string;
  evidence: string;
  code?: string;
};

const receive = async (session: Session, claimId: string, options: Billed): Promise<Outcome> => {
  const lines = await readBill(options.file);
  const { number, billedOn, code } = options;
  const guarantees =
    (await claimFileInLog(session.store, claimId))?.facts.hospital.guarantees ?? [];
  const of = guarantees.findLast(
    ({ hospital }) => code === undefined || hospitalCode(hospital.code) === hospitalCode(code),
  );
  return withKeptPaper(session, options.evidence, async ({ sha256: evidenceSha256 }) => {
    const billId = streamIds.derived(claimId, `bill ${of?.guarantee ?? 0} ${number}`);
    const answer = await send(session, claimId, {
      type: 'ReceiveHospitalBill',
      data: { billId, guarantee: of?.guarantee ?? 0, number, billedOn, lines, evidenceSha256 },
    });
    const said = isRefused(answer) ? [] : [say(session.language, phrases.received, { id: billId })];
    return answerOutcome(session, answer, said, { billId });
  });
};

/** `3=0:NOT_FROM_ACCIDENT:obat rutin`: of line 3 nothing is accepted, and why. */
const disputeOption = (
  text: string,
  before: readonly LineDispute[] = [],
): readonly LineDispute[] => {
  const [, line = '', amount = '', word = '', reason = ''] =
    /^(\d+)=(\d+):([A-Z_]+):(.+)$/.exec(text) ?? [];
  const ground = PERSONS_GROUNDS.find((known) => known === word);
  if (ground === undefined)
    throw expected('choice', PERSONS_GROUNDS.map((known) => `3=0:${known}:…`).join(', '));
  return [...before, { line: Number(line), acceptedIdr: rupiahOption(amount), ground, reason }];
};

const verify = async (
  session: Session,
  claimId: string,
  { bill: billId, dispute: disputes = [] }: { bill: string; dispute?: readonly LineDispute[] },
): Promise<Outcome> => {
  const command = {
    type: 'VerifyHospitalBill',
    data: { billId, disputes, mandate: null },
  } as const;
  const answer = await send(session, claimId, command);
  if (isRefused(answer)) return answerOutcome(session, answer, []);
  const file = await claimFileInLog(session.store, claimId);
  const found = file?.facts.hospital.bills.find((one) => one.billId === billId);
  if (found === undefined) return answerOutcome(session, answer, []);
  const { verified } = found;
  return answerOutcome(session, answer, billLines(found, session.language), {
    billId,
    acceptedIdr: verified?.acceptedIdr ?? null,
    disputedIdr: verified?.disputedIdr ?? null,
    lines: verified?.lines ?? [],
  });
};

const registerBills = (hospital: Command, cli: Cli): void => {
  hospital
    .command('bill')
    .argument('<claim>', '', idOption)
    .requiredOption('--number <text>')
    .requiredOption('--billed-on <date>', '', dayOption)
    .requiredOption('--file <path>')
    .requiredOption('--evidence <path>')
    .option('--code <text>')
    .action((claimId: string, options: Billed) =>
      cli.act((session) => receive(session, claimId, options)),
    );
  hospital
    .command('verify')
    .argument('<claim>', '', idOption)
    .requiredOption('--bill <id>', '', idOption)
    .option('--dispute <text>', '', disputeOption)
    .action((claimId: string, options: { bill: string; dispute?: readonly LineDispute[] }) =>
      cli.act((session) => verify(session, claimId, options)),
    );
  hospital
    .command('return')
    .argument('<claim>', '', idOption)
    .requiredOption('--bill <id>', '', idOption)
    .requiredOption('--why <text>')
    .action((claimId: string, { bill: billId, why: reason }: { bill: string; why: string }) =>
      cli.act(async (session) => {
        const command = { type: 'ReturnHospitalBill', data: { billId, reason } } as const;
        return answerOutcome(session, await send(session, claimId, command), []);
      }),
    );
  hospital
    .command('approve')
    .argument('<claim>', '', idOption)
    .requiredOption('--bill <id>', '', idOption)
    .requiredOption('--total <rupiah>', '', rupiahOption)
    .action((claimId: string, options: { bill: string; total: RupiahText }) =>
      cli.act(async (session) => {
        const data = { billId: options.bill, acceptedIdr: options.total };
        const answer = await send(session, claimId, { type: 'ApproveHospitalBill', data });
        return answerOutcome(session, answer, []);
      }),
    );
};

export const registerClaimHospital = (claim: Command, cli: Cli): void => {
  const hospital = claim.command('hospital');
  hospital
    .command('guarantee')
    .argument('<claim>', '', idOption)
    .requiredOption('--code <text>')
    .requiredOption('--name <name>')
    .requiredOption('--from <date>', '', dayOption)
    .requiredOption('--file <path>')
    .action((claimId: string, options: Guarantee) =>
      cli.act((session) => guarantee(session, claimId, options)),
    );
  registerBills(hospital, cli);
  hospital
    .command('template')
    .option('-o, --output <path>')
    .action(({ output }: { output?: string }) =>
      cli.performAlone(async ({ lang = 'id' }) => {
        const text = billTemplate();
        if (output === undefined) return done({ template: text }, text.trimEnd().split('\r\n'));
        await writePrivateFile(output, text);
        return done({ path: output }, [say(lang, phrases.template, { path: output })]);
      }),
    );
};
