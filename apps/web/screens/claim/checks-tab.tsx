// The checks of a claim as a list of questions: result, what it rests on, the law, and what follows from it.
import type { CheckResult } from '../../../../domain/claim/assessment/assessment-events.ts';
import { sightOf } from '../../../../domain/office/visibility.ts';
import { checkCodes, checkVerdicts, coverageStates } from '../../../copy/claim-words.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { factsText } from '../../../copy/fact-words.ts';
import { formatCount, formatLongDay, formatMoment } from '../../../copy/format.ts';
import { say, type Text } from '../../../copy/text.ts';
import { RuleLegend } from '../../cases/rule-legend.tsx';
import type { Visit } from '../../house.ts';
import { Facts, Tag } from '../../parts/data-parts.tsx';
import type { Html } from '../../screen.ts';
import { checksPhrases as phrases } from './checks-phrases.ts';
import { claimPhrases } from './claim-phrases.ts';
import { heirsCard } from './heirs-card.tsx';
import type { Seen } from './summary.tsx';

const TONES = { HOLDS: 'good', FAILS: 'bad', REVIEW: 'warn' } as const;

/** What helps where a check does not hold, as a page of this claim. */
const HELP: Readonly<Partial<Record<CheckResult['code'], readonly [path: string, word: Text]>>> = {
  DOCUMENTS_COMPLETE: ['?tab=berkas', phrases.toPapers],
  ACCOUNT_NAME: ['/tindakan/receive-document?kind=NAME_DIFFERENCE_LETTER', phrases.toNameLetter],
  NO_OTHER_CLAIM_FOR_DEATH: ['?tab=riwayat', phrases.toReports],
  COVER_ACTIVE_AT_DEATH: ['?tab=uang', phrases.toMoney],
};

const follows = ({ verdict }: CheckResult): Text | null => {
  if (verdict === 'HOLDS') return null;
  return verdict === 'FAILS' ? phrases.failsFollows : phrases.reviewFollows;
};

const Check = ({ visit, seen, check }: { visit: Visit; seen: Seen; check: CheckResult }): Html => {
  const { language } = visit;
  const { code, verdict, legalBasis, facts } = check;
  const help = verdict === 'HOLDS' ? undefined : HELP[code];
  const next = follows(check);
  const evidence = factsText(facts, language);
  return (
    <li class={`check is-${TONES[verdict]}`}>
      <div class="check-head">
        <h3>{wordOf(checkCodes, code, language)}</h3>
        <Tag tone={TONES[verdict]}>{wordOf(checkVerdicts, verdict, language)}</Tag>
      </div>
      {evidence === '' ? null : <p class="hint">{evidence}</p>}
      <p class="hint">{legalBasis}</p>
      {next === null ? null : <p>{say(language, next)}</p>}
      {help === undefined ? null : (
        <p>
          <a href={`/klaim/${seen.file.claimId}${help[0]}`}>{say(language, help[1])}</a>
        </p>
      )}
    </li>
  );
};

const Cover = ({ visit: { language }, seen }: { visit: Visit; seen: Seen }): Html | null => {
  const cover = seen.file.contents.checks?.cover;
  if (cover === undefined) return null;
  const { state, membershipStart, paidThrough, contributionMonths, unpaidMonths } = cover;
  const none = say(language, phrases.none);
  return (
    <section class="block">
      <h2>{say(language, phrases.cover)}</h2>
      <Facts
        items={[
          [say(language, phrases.state), wordOf(coverageStates, state, language)],
          [
            say(language, phrases.since),
            membershipStart === null ? none : formatLongDay(membershipStart, language),
          ],
          [say(language, claimPhrases.paidThrough), paidThrough ?? none],
          [say(language, phrases.months), formatCount(contributionMonths, language)],
          [say(language, phrases.unpaid), formatCount(unpaidMonths, language)],
        ]}
      />
    </section>
  );
};

export const checksTab = async (visit: Visit, seen: Seen): Promise<Html> => {
  const { language, visitor } = visit;
  if (sightOf(visitor.office, 'HEALTH') === 'NONE')
    return <p class="block empty">{say(language, claimPhrases.checksHidden)}</p>;
  const { checks } = seen.file.contents;
  return (
    <>
      <section class="block">
        <h2>{say(language, claimPhrases.checks)}</h2>
        {checks === null ? (
          <p class="empty">{say(language, claimPhrases.checksNone)}</p>
        ) : (
          <>
            <p class="hint">
              {say(language, phrases.checkedAt, { at: formatMoment(checks.at, language) })}
            </p>
            <ul class="checks">
              {checks.results.map((check) => (
                <Check visit={visit} seen={seen} check={check} />
              ))}
            </ul>
          </>
        )}
      </section>
      <Cover visit={visit} seen={seen} />
      {await heirsCard(visit, seen)}
      <RuleLegend
        texts={(checks?.results ?? []).map(({ legalBasis }) => legalBasis)}
        language={language}
      />
    </>
  );
};
