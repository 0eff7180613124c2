// `lindung programme|payer|tranche|contribution …`: who pays what for whom, and since when.
import type { Command } from 'commander';
import type { LocalDate, Month } from '../../../domain/calendar.ts';
import type { RupiahText } from '../../../domain/money.ts';
import { FLOWS, type Flow, type MandateMode } from '../../../domain/programme/events.ts';
import {
  GATE_BASES,
  GATE_WHOLES,
  type GateBasis,
  type GateWhole,
} from '../../../domain/programme/gate-events.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { formatRupiah } from '../../copy/format.ts';
import type { Cli } from '../cli.ts';
import {
  countOption,
  dayOption,
  idOption,
  monthOption,
  oneOf,
  rupiahOption,
} from '../option-values.ts';
import { answerOutcome, envelope, newCommandId, sealFields } from '../session.ts';
import { registerTrancheCover } from './tranche.ts';

const MODES: readonly MandateMode[] = ['DISBURSES', 'TRACKS'];

const registerProgrammeGroup = (program: Command, cli: Cli): void => {
  const programme = program.command('programme').description('program perlindungan / programmes');
  programme
    .command('create')
    .description('buat program dengan dasar hukum / create a programme on a legal basis')
    .requiredOption('--name <name>', 'nama program / name')
    .requiredOption('--sponsor <name>', 'penyelenggara / sponsor')
    .requiredOption('--region <code>', 'kode Kemendagri, mis. 64.74 / region code')
    .requiredOption('--legal-basis <text>', 'mis. Perwali 23/2023')
    .option('--age-from <years>', 'usia terendah / lowest age', countOption, 18)
    .option('--age-to <years>', 'usia tertinggi / highest age', countOption, 64)
    .option('--id <uuid>', 'id yang dipilih / chosen id', idOption)
    .action(
      (options: {
        name: string;
        sponsor: string;
        region: string;
        legalBasis: string;
        ageFrom: number;
        ageTo: number;
        id?: string;
      }) =>
        cli.perform(async (session) => {
          const { id, ...rest } = options;
          const programmeId = id ?? streamIds.random();
          const answer = await session.gateway.send(
            envelope(session, 'programme', programmeId, {
              type: 'CreateProgramme',
              data: { programmeId, ...rest },
            }),
          );
          return answerOutcome(session, answer, [`program ${options.name}: ${programmeId}`], {
            programmeId,
          });
        }),
    );
};

type PayerOptions = {
  programme: string;
  entity: string;
  fund: string;
  legalBasis: string;
  account: string;
  bank: string;
  from: LocalDate;
  id?: string;
};

const registerPayer = (payer: Command, cli: Cli): void => {
  payer
    .command('add')
    .description('daftarkan pembayar: badan, dana, rekening / register a purse')
    .requiredOption('--programme <id>', 'program', idOption)
    .requiredOption('--entity <name>', 'badan hukum / legal entity')
    .requiredOption('--fund <name>', 'sumber dana / fund')
    .requiredOption('--legal-basis <text>', 'dasar hukum / legal basis')
    .requiredOption('--account <number>', 'rekening dana (disegel) / funding account (sealed)')
    .requiredOption('--bank <bic>', 'BIC bank')
    .requiredOption('--from <date>', 'berlaku sejak / valid from', dayOption)
    .option('--id <uuid>', 'id yang dipilih / chosen id', idOption)
    .action((options: PayerOptions) =>
      cli.perform(async (session) => {
        const payerId = options.id ?? streamIds.random();
        const commandId = newCommandId(session);
        const sealed = await sealFields(session, payerId, commandId, {
          fundingAccount: ['payer.account', options.account],
        });
        const answer = await session.gateway.send({
          ...envelope(session, 'programme', options.programme, {
            type: 'RegisterPayer',
            data: {
              payerId,
              legalEntity: options.entity,
              fund: options.fund,
              legalBasis: options.legalBasis,
              fundingAccount: sealed.fundingAccount,
              bank: options.bank,
              from: options.from,
              to: null,
            },
          }),
          commandId,
        });
        return answerOutcome(session, answer, [`pembayar ${options.entity}: ${payerId}`], {
          payerId,
        });
      }),
    );
};

const registerMandate = (payer: Command, cli: Cli): void => {
  const mandate = payer
    .command('mandate')
    .description('mandat: membayar sendiri atau memantau / disburse or track, by two persons');
  mandate
    .command('propose')
    .description('orang pertama mengusulkan / the first person proposes')
    .requiredOption('--programme <id>', 'program', idOption)
    .requiredOption('--payer <id>', 'pembayar / payer', idOption)
    .requiredOption('--flow <flow>', FLOWS.join(' | '), oneOf(FLOWS))
    .requiredOption('--mode <mode>', MODES.join(' | '), oneOf(MODES))
    .requiredOption('--from <date>', 'berlaku sejak / valid from', dayOption)
    .option('--id <uuid>', 'id yang dipilih / chosen id', idOption)
    .action(
      (options: {
        programme: string;
        payer: string;
        flow: Flow;
        mode: MandateMode;
        from: LocalDate;
        id?: string;
      }) =>
        cli.perform(async (session) => {
          const mandateId = options.id ?? streamIds.random();
          const { flow, mode, from } = options;
          const answer = await session.gateway.send(
            envelope(session, 'programme', options.programme, {
              type: 'ProposeMandate',
              data: { mandateId, payerId: options.payer, flow, mode, from },
            }),
          );
          return answerOutcome(session, answer, [`mandat ${flow} ${mode}: ${mandateId}`], {
            mandateId,
          });
        }),
    );
  mandate
    .command('confirm')
    .description('orang kedua mengesahkan / the second person confirms')
    .argument('<mandate>', 'id mandat', idOption)
    .requiredOption('--programme <id>', 'program', idOption)
    .action((mandateId: string, options: { programme: string }) =>
      cli.perform(async (session) => {
        const answer = await session.gateway.send(
          envelope(session, 'programme', options.programme, {
            type: 'ConfirmMandate',
            data: { mandateId },
          }),
        );
        return answerOutcome(session, answer, [`mandat ${mandateId} berlaku / in force`]);
      }),
    );
};

const registerTranche = (program: Command, cli: Cli): void => {
  const tranche = program.command('tranche').description('gelombang kepesertaan / tranches');
  tranche
    .command('open')
    .description('buka gelombang dengan kuota / open a tranche with its quota')
    .requiredOption('--programme <id>', 'program', idOption)
    .requiredOption('--name <name>', 'nama gelombang / name')
    .requiredOption(
      '--cover-from <date>',
      'hari pertama perlindungan / first day of cover',
      dayOption,
    )
    .requiredOption('--quota <n>', 'jumlah pekerja / workers', countOption)
    .option(
      '--contribution <rupiah>',
      'iuran sebulan per orang (C-03)',
      rupiahOption,
      '16800' as RupiahText,
    )
    .option(
      '--gate <basis>',
      'gerbang iuran / premium gate: RECEIVED | HANDED_OVER',
      oneOf(GATE_BASES),
    )
    .option('--gate-share <percent>', 'bagian kartu / share of cards', countOption, 100)
    .option('--gate-of <whole>', GATE_WHOLES.join(' | '), oneOf(GATE_WHOLES), 'REGISTERED')
    .option('--id <uuid>', 'id yang dipilih / chosen id', idOption)
    .action(
      (options: {
        programme: string;
        name: string;
        coverFrom: LocalDate;
        quota: number;
        contribution: RupiahText;
        gate?: GateBasis;
        gateShare: number;
        gateOf: GateWhole;
        id?: string;
      }) =>
        cli.perform(async (session) => {
          const trancheId = options.id ?? streamIds.random();
          const answer = await session.gateway.send(
            envelope(session, 'tranche', trancheId, {
              type: 'OpenTranche',
              data: {
                trancheId,
                programmeId: options.programme,
                name: options.name,
                coverFrom: options.coverFrom,
                quota: options.quota,
                monthlyContributionIdr: options.contribution,
                ...(options.gate !== undefined && {
                  gate: {
                    ...{ basis: options.gate, of: options.gateOf },
                    sharePercent: options.gateShare,
                  },
                }),
              },
            }),
          );
          return answerOutcome(session, answer, [`gelombang ${options.name}: ${trancheId}`], {
            trancheId,
          });
        }),
    );
  registerTrancheCover(tranche, cli);
};

const registerContribution = (program: Command, cli: Cli): void => {
  const contribution = program.command('contribution').description('iuran / contributions');
  contribution
    .command('bill')
    .description('catat tagihan satu bulan dari BPJS / record the bill of a month')
    .requiredOption('--tranche <id>', 'gelombang / tranche', idOption)
    .requiredOption('--month <month>', 'bulan iuran / month', monthOption)
    .requiredOption('--workers <n>', 'jumlah orang / workers', countOption)
    .requiredOption('--amount <rupiah>', 'jumlah tagihan / amount', rupiahOption)
    .requiredOption('--payment-code <code>', 'kode iuran / payment code')
    .action(
      (options: {
        tranche: string;
        month: Month;
        workers: number;
        amount: RupiahText;
        paymentCode: string;
      }) =>
        cli.perform(async (session) => {
          const billId = streamIds.contributionBill(options.tranche, options.month);
          const answer = await session.gateway.send(
            envelope(session, 'contribution_bill', billId, {
              type: 'ReceiveBill',
              data: {
                billId,
                trancheId: options.tranche,
                month: options.month,
                workers: options.workers,
                amountIdr: options.amount,
                paymentCode: options.paymentCode,
                // Collected by the engine from the tranche.
                monthlyContributionIdr: '0' as RupiahText,
              },
            }),
          );
          return answerOutcome(
            session,
            answer,
            [`tagihan ${options.month}: ${options.workers} orang, ${formatRupiah(options.amount)}`],
            { billId },
          );
        }),
    );
  contribution
    .command('confirm')
    .description('iuran terlihat lunas di BPJS / the contribution was seen paid')
    .requiredOption('--tranche <id>', 'gelombang / tranche', idOption)
    .requiredOption('--month <month>', 'bulan iuran / month', monthOption)
    .requiredOption('--amount <rupiah>', 'jumlah terbayar / amount paid', rupiahOption)
    .requiredOption('--paid-on <date>', 'tanggal bayar / day of payment', dayOption)
    .requiredOption('--reference <text>', 'nomor SP2D / reference')
    .action(
      (options: {
        tranche: string;
        month: Month;
        amount: RupiahText;
        paidOn: LocalDate;
        reference: string;
      }) =>
        cli.perform(async (session) => {
          const billId = streamIds.contributionBill(options.tranche, options.month);
          const answer = await session.gateway.send(
            envelope(session, 'contribution_bill', billId, {
              type: 'ConfirmContribution',
              data: {
                amountIdr: options.amount,
                paidOn: options.paidOn,
                reference: options.reference,
              },
            }),
          );
          return answerOutcome(
            session,
            answer,
            [`iuran ${options.month} lunas: ${formatRupiah(options.amount)}`],
            { billId },
          );
        }),
    );
};

export const registerProgramme = (program: Command, cli: Cli): void => {
  registerProgrammeGroup(program, cli);
  const payer = program.command('payer').description('pembayar dan mandat / purses and mandates');
  registerPayer(payer, cli);
  registerMandate(payer, cli);
  registerTranche(program, cli);
  registerContribution(program, cli);
};
