// `lindung claim acts`: what the person can do on a claim now, and why not the rest.
import type { Command } from 'commander';
import { type ActOnClaim, claimPossibilities } from '../../../activities/claim-possibilities.ts';
import type { DecisionPorts } from '../../../activities/ports.ts';
import { claimStage } from '../../../domain/claim/stage.ts';
import { contentHash } from '../../../infra/event-store/content-hash.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { refusalText } from '../../copy/catalogue.ts';
import { claimActs, claimActsPhrases as phrases } from '../../copy/claim-acts.ts';
import { claimStages } from '../../copy/claim-words.ts';
import { wordOf } from '../../copy/code-words.ts';
import type { Language } from '../../copy/format.ts';
import { inLanguage, say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { idOption } from '../option-values.ts';
import { done, type Outcome, table } from '../outcome.ts';
import { readableClaim } from '../readable.ts';
import type { Session } from '../session.ts';

const portsOf = ({ store, keys, now }: Session): DecisionPorts => ({
  ...{ store, ids: streamIds, keys, clock: now, hash: contentHash },
  fault: () => undefined,
  tranches: {
    members: () => Promise.reject(new Error('no act on a claim counts members')),
    claims: () => Promise.reject(new Error('no act on a claim counts claims')),
    roll: () => Promise.reject(new Error('no act on a claim reads a roll')),
  },
});

const why = ({ answer, code, facts }: ActOnClaim, language: Language): string => {
  if (answer === 'ALREADY_SO') return say(language, phrases.alreadySo);
  return code === null ? '' : refusalText({ status: 'refused', code, facts }, language);
};

type Shown = {
  readonly claimId: string;
  readonly workerId: string;
  readonly language: Language;
};

/** Another report names the worker: the claim is found from it. */
const typedFor = (command: string, { claimId, workerId }: Shown): string =>
  command === 'report' ? `report --worker ${workerId}` : `${command} ${claimId}`;

const lineOf = (act: ActOnClaim, shown: Shown): readonly string[] => {
  const { word, command } = claimActs[act.command];
  const reason = why(act, shown.language);
  const typed = `lindung claim ${typedFor(command, shown)}`;
  return [`  ${inLanguage(shown.language, word)}`, reason === '' ? typed : reason];
};

const linesOf = (heading: string, acts: readonly ActOnClaim[], shown: Shown): readonly string[] =>
  acts.length === 0 ? [] : ['', heading, ...table(acts.map((act) => lineOf(act, shown)))];

const showActs = async (session: Session, claimId: string): Promise<Outcome> => {
  const { language, actorId } = session;
  const found = await readableClaim(session, claimId);
  if ('outcome' in found) return found.outcome;
  const acts = await claimPossibilities(portsOf(session), { claimId, actorId });
  const stage = claimStage(found.file.facts);
  const shown: Shown = { claimId, workerId: found.file.workerId, language };
  // A claim that is here is not taken over from a list: that row of the answer is for programs.
  const listed = acts.filter(({ command }) => command !== 'TakeOverClaim');
  const of = (isPossible: boolean) =>
    listed.filter(({ answer }) => (answer === 'POSSIBLE') === isPossible);
  const word = wordOf(claimStages, stage, language);
  return done({ claimId, stage, actorId, acts }, [
    say(language, phrases.claim, { id: claimId, stage: word, actor: actorId }),
    ...linesOf(say(language, phrases.possible), of(true), shown),
    ...linesOf(say(language, phrases.refused), of(false), shown),
  ]);
};

export const registerClaimActs = (claim: Command, cli: Cli): void => {
  claim
    .command('acts')
    .argument('<claim>', '', idOption)
    .action((claimId: string) => cli.act((session) => showActs(session, claimId)));
};
