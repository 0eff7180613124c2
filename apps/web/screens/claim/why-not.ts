// Why the rest is not possible now: one line a reason, with the acts it holds back; what never fits is left out.
import type { ActOnClaim } from '../../../../activities/claim-possibilities.ts';
import type { Act } from '../../../../domain/actor.ts';
import type { PersonsCommand } from '../../../../domain/claim/claim-acts.ts';
import { refusalText } from '../../../copy/catalogue.ts';
import { claimActs as actWords } from '../../../copy/claim-acts.ts';
import { acts as actNames, wordOf } from '../../../copy/code-words.ts';
import type { Language } from '../../../copy/format.ts';
import { inLanguage, say } from '../../../copy/text.ts';
import { claimPhrases as phrases } from './claim-phrases.ts';

/** Acts that only one of the two kinds of a claim ever knows. */
const OF_INCIDENT: readonly PersonsCommand[] = [
  'ConcludeIncident',
  'ReportSecondStage',
  'RecordMedicalStatement',
  'ClaimCosts',
  'DeterminePayee',
  'GuaranteeCare',
  'ReceiveHospitalBill',
  'VerifyHospitalBill',
  'ReturnHospitalBill',
  'ApproveHospitalBill',
];
const OF_DEATH: readonly PersonsCommand[] = [
  'DetermineDeath',
  'RecordFoundAlive',
  'ConcludeDeath',
  'DetermineHeirs',
  'CorrectDeathDate',
];

/** The question was asked about a thing that is not there, such as a bill: no answer for a person. */
const ASKS_FOR_NOTHING = /(Unknown|NotFound|NotThere)$/;

const isSaid =
  (isDeath: boolean) =>
  ({ command, answer, code }: ActOnClaim): boolean =>
    answer === 'REFUSED' &&
    !(isDeath ? OF_INCIDENT : OF_DEATH).includes(command) &&
    !ASKS_FOR_NOTHING.test(code ?? '');

export type WhyNot = { readonly reason: string; readonly words: readonly string[] };

export type WhyNotAsk = {
  readonly acts: readonly ActOnClaim[];
  readonly isDeath: boolean;
  readonly language: Language;
  /** Who holds an act where the claim lies, by name and office. */
  readonly whoMay: (act: Act) => readonly string[];
};

const reasonOf = ({ language, whoMay }: WhyNotAsk, { act, code, facts }: ActOnClaim): string => {
  if (code !== 'ActNotHeld')
    return code === null ? '' : refusalText({ status: 'refused', code, facts }, language);
  const word = wordOf(actNames, act, language);
  const who = whoMay(act);
  return who.length === 0
    ? say(language, phrases.othersNobody, { act: word })
    : say(language, phrases.others, { act: word, who: who.join(', ') });
};

export const whyNotGroups = (ask: WhyNotAsk): readonly WhyNot[] => {
  const groups = new Map<string, string[]>();
  for (const act of ask.acts.filter(isSaid(ask.isDeath))) {
    const reason = reasonOf(ask, act);
    const word = inLanguage(ask.language, actWords[act.command].word);
    groups.set(reason, [...(groups.get(reason) ?? []), word]);
  }
  return [...groups].map(([reason, words]) => ({ reason, words }));
};

/** The acts that somebody else holds: asked of the directory before the lines are made. */
export const actsNotHeld = (acts: readonly ActOnClaim[], isDeath: boolean): readonly Act[] => [
  ...new Set(
    acts.filter(isSaid(isDeath)).flatMap(({ code, act }) => (code === 'ActNotHeld' ? [act] : [])),
  ),
];
