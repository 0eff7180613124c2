// `lindung programme|payer|tranche …`: who pays what for whom, and since when.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import type { RupiahText } from '../../../domain/money.ts';
import { FLOWS, type Flow, type MandateMode } from '../../../domain/programme/events.ts';
import {
  GATE_BASES,
  GATE_WHOLES,
  type GateBasis,
  type GateWhole,
} from '../../../domain/programme/gate-events.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { flows, mandateModes, wordOf } from '../../copy/code-words.ts';
import { officePhrases as phrases } from '../../copy/office-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import {
  areaOption,
  countOption,
  dayOption,
  idOption,
  oneOf,
  rupiahOption,
} from '../option-values.ts';
import { answerOutcome, envelope, newCommandId, sealFields } from '../session.ts';
import { registerContribution } from './contribution.ts';
import {
  registerMandateList,
  registerPayerList,
  registerProgrammeViews,
} from './programme-views.ts';
import { registerTrancheCover } from './tranche.ts';

const MODES: readonly MandateMode[] = ['DISBURSES', 'TRACKS'];

const registerProgrammeGroup = (program: Command, cli: Cli): void => {
  const programme = program.command('programme');
  registerProgrammeViews(programme, cli);
  programme
    .command('create')
    .requiredOption('--name <name>')
    .requiredOption('--sponsor <name>')
    .requiredOption('--region <code>', '', areaOption)
    .requiredOption('--legal-basis <text>')
    .option('--age-from <years>', '', countOption, 18)
    .option('--age-to <years>', '', countOption, 64)
    .option('--id <uuid>', '', idOption)
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
        cli.act(async (session) => {
          const { id, ...rest } = options;
          const programmeId = id ?? streamIds.random();
          const answer = await session.gateway.send(
            envelope(session, 'programme', programmeId, {
              type: 'CreateProgramme',
              data: { programmeId, ...rest },
            }),
          );
          return answerOutcome(
            session,
            answer,
            [say(session.language, phrases.programme, { name: options.name, id: programmeId })],
            {
              programmeId,
            },
          );
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
    .requiredOption('--programme <id>', '', idOption)
    .requiredOption('--entity <name>')
    .requiredOption('--fund <name>')
    .requiredOption('--legal-basis <text>')
    .requiredOption('--account <number>')
    .requiredOption('--bank <bic>')
    .requiredOption('--from <date>', '', dayOption)
    .option('--id <uuid>', '', idOption)
    .action((options: PayerOptions) =>
      cli.act(async (session) => {
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
        return answerOutcome(
          session,
          answer,
          [say(session.language, phrases.payer, { name: options.entity, id: payerId })],
          {
            payerId,
          },
        );
      }),
    );
};

const registerMandate = (payer: Command, cli: Cli): void => {
  const mandate = payer.command('mandate');
  registerMandateList(mandate, cli);
  mandate
    .command('propose')
    .requiredOption('--programme <id>', '', idOption)
    .requiredOption('--payer <id>', '', idOption)
    .requiredOption('--flow <flow>', '', oneOf(FLOWS))
    .requiredOption('--mode <mode>', '', oneOf(MODES))
    .requiredOption('--from <date>', '', dayOption)
    .option('--id <uuid>', '', idOption)
    .action(
      (options: {
        programme: string;
        payer: string;
        flow: Flow;
        mode: MandateMode;
        from: LocalDate;
        id?: string;
      }) =>
        cli.act(async (session) => {
          const mandateId = options.id ?? streamIds.random();
          const { flow, mode, from } = options;
          const answer = await session.gateway.send(
            envelope(session, 'programme', options.programme, {
              type: 'ProposeMandate',
              data: { mandateId, payerId: options.payer, flow, mode, from },
            }),
          );
          return answerOutcome(
            session,
            answer,
            [
              say(session.language, phrases.mandate, {
                flow: wordOf(flows, flow, session.language),
                mode: wordOf(mandateModes, mode, session.language),
                id: mandateId,
              }),
            ],
            {
              mandateId,
            },
          );
        }),
    );
  mandate
    .command('confirm')
    .argument('<mandate>', '', idOption)
    .requiredOption('--programme <id>', '', idOption)
    .action((mandateId: string, options: { programme: string }) =>
      cli.act(async (session) => {
        const answer = await session.gateway.send(
          envelope(session, 'programme', options.programme, {
            type: 'ConfirmMandate',
            data: { mandateId },
          }),
        );
        return answerOutcome(session, answer, [
          say(session.language, phrases.mandateConfirmed, { id: mandateId }),
        ]);
      }),
    );
};

const registerTranche = (program: Command, cli: Cli): void => {
  const tranche = program.command('tranche');
  tranche
    .command('open')
    .requiredOption('--programme <id>', '', idOption)
    .requiredOption('--name <name>')
    .requiredOption('--cover-from <date>', '', dayOption)
    .requiredOption('--quota <n>', '', countOption)
    .option('--contribution <rupiah>', '', rupiahOption, '16800' as RupiahText)
    .option('--gate <basis>', '', oneOf(GATE_BASES))
    .option('--gate-share <percent>', '', countOption, 100)
    .option('--gate-of <whole>', '', oneOf(GATE_WHOLES), 'REGISTERED' as GateWhole)
    .option('--id <uuid>', '', idOption)
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
        cli.act(async (session) => {
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
          return answerOutcome(
            session,
            answer,
            [say(session.language, phrases.tranche, { name: options.name, id: trancheId })],
            {
              trancheId,
            },
          );
        }),
    );
  registerTrancheCover(tranche, cli);
};

export const registerProgramme = (program: Command, cli: Cli): void => {
  registerProgrammeGroup(program, cli);
  const payer = program.command('payer');
  registerPayer(payer, cli);
  registerPayerList(payer, cli);
  registerMandate(payer, cli);
  registerTranche(program, cli);
  registerContribution(program, cli);
};
