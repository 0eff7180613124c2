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
  },
});

const why = ({ answer, code, facts }: ActOnClaim, language: Language): string => {
  if (answer === 'ALREADY_SO') return say(language, phrases.alreadySo);
  return code === null ? '' : refusalText({ status: 'refused', code, facts }, language);
};

const lineOf = (act: ActOnClaim, language: Language): readonly string[] => {
  const { word, command } = claimActs[act.command];
  const reason = why(act, language);
  return [`  ${inLanguage(language, word)}`, reason === '' ? `lindung claim ${command}` : reason];
};

const linesOf = (
  heading: string,
  acts: readonly ActOnClaim[],
  language: Language,
): readonly string[] =>
  acts.length === 0 ? [] : ['', heading, ...table(acts.map((act) => lineOf(act, language)))];

const showActs = async (session: Session, claimId: string): Promise<Outcome> => {
  const { language, actorId } = session;
  const found = await readableClaim(session, claimId);
  if ('outcome' in found) return found.outcome;
  const acts = await claimPossibilities(portsOf(session), { claimId, actorId });
  const stage = claimStage(found.file.facts);
  const of = (isPossible: boolean) =>
    acts.filter(({ answer }) => (answer === 'POSSIBLE') === isPossible);
  const word = wordOf(claimStages, stage, language);
  return done({ claimId, stage, actorId, acts }, [
    say(language, phrases.claim, { id: claimId, stage: word, actor: actorId }),
    ...linesOf(say(language, phrases.possible), of(true), language),
    ...linesOf(say(language, phrases.refused), of(false), language),
  ]);
};

export const registerClaimActs = (claim: Command, cli: Cli): void => {
  claim
    .command('acts')
    .argument('<claim>', '', idOption)
    .action((claimId: string) => cli.act((session) => showActs(session, claimId)));
};
