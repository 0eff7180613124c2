// The tree of commands: one group per noun. `--help` at every level lists only what works.
import type { Command } from 'commander';
import type { Language } from '../copy/format.ts';
import type { Cli, OpenSession, RunCommandLine, Terminal } from './cli.ts';
import { buildTree, runTree } from './command-tree.ts';
import { registerAccount } from './commands/account.ts';
import { registerActor } from './commands/actor.ts';
import { registerAid } from './commands/aid.ts';
import { registerAudit } from './commands/audit.ts';
import { registerBatch } from './commands/batch.ts';
import { registerBenefits } from './commands/benefits.ts';
import { registerClaim } from './commands/claim.ts';
import { registerDeadlines } from './commands/deadlines.ts';
import { registerDemo } from './commands/demo.ts';
import { registerFinance } from './commands/finance.ts';
import { registerHistory } from './commands/history.ts';
import { registerLetter } from './commands/letter.ts';
import { registerLogin } from './commands/login.ts';
import { registerOperate } from './commands/operate.ts';
import { registerOutreach } from './commands/outreach.ts';
import { registerPayout } from './commands/payout.ts';
import { registerProgramme } from './commands/programme.ts';
import { registerReport } from './commands/report.ts';
import { registerRoster } from './commands/roster.ts';
import { registerRules } from './commands/rules.ts';
import { registerStack } from './commands/stack.ts';
import { registerWatch } from './commands/watch.ts';
import { registerWorker } from './commands/worker.ts';

const groups = [
  registerStack,
  registerDemo,
  registerWatch,
  registerDeadlines,
  registerActor,
  registerAccount,
  registerLogin,
  registerProgramme,
  registerRoster,
  registerBatch,
  registerHistory,
  registerWorker,
  registerClaim,
  registerOutreach,
  registerLetter,
  registerBenefits,
  registerRules,
  registerPayout,
  registerAid,
  registerFinance,
  registerReport,
  registerAudit,
  registerOperate,
];

export const runCommandLine: RunCommandLine = runTree(groups);

export const buildProgram = (parts: {
  readonly terminal: Terminal;
  readonly openSession: OpenSession;
  readonly language?: Language;
}): { readonly program: Command; readonly cli: Cli } => buildTree(groups, parts, runCommandLine);
