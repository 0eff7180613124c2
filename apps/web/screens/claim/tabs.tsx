// The parts of a claim's file, each in the words and the sight of whoever looks.
import type { Office } from '../../../../domain/actor.ts';
import { sightOf } from '../../../../domain/office/visibility.ts';
import type { ClaimFile } from '../../../../projections/claim-file.ts';
import { lineName } from '../../../copy/benefits.ts';
import { decisionOutcomes } from '../../../copy/claim-words.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { figuresIn, formatMoment, formatRupiah, type Language } from '../../../copy/format.ts';
import { payableStages } from '../../../copy/money-words.ts';
import { inLanguage, say } from '../../../copy/text.ts';
import type { PayeeShown } from '../../cases/payees.ts';
import { RuleLegend } from '../../cases/rule-legend.tsx';
import { Facts, Table, Tag } from '../../parts/data-parts.tsx';
import type { Html } from '../../screen.ts';
import { claimPhrases as phrases } from './claim-phrases.ts';

export type TabProps = {
  readonly file: ClaimFile;
  readonly language: Language;
  readonly office: Office;
  readonly nameOf: (actorId: string) => string;
  readonly payeeOf: (payableId: string) => PayeeShown;
};

const Benefit = ({ file, language }: TabProps): Html => {
  const { benefits } = file.contents;
  return (
    <Table
      caption={say(language, phrases.amount)}
      columns={[
        { head: say(language, phrases.line) },
        { head: say(language, phrases.formula) },
        { head: say(language, phrases.sum), isNumber: true },
      ]}
      rows={[
        ...(benefits?.lines ?? []).map(({ code, formula, ruleId, article, amountIdr }) => [
          lineName(code, language),
          <>
            {figuresIn(formula, language)}
            <span class="sub">
              {ruleId}; {article}
            </span>
          </>,
          formatRupiah(amountIdr, language),
        ]),
        ...(benefits === null
          ? []
          : [
              [
                <strong>{say(language, phrases.total)}</strong>,
                '',
                <strong>{formatRupiah(benefits.totalIdr, language)}</strong>,
              ],
            ]),
      ]}
      empty={say(language, phrases.benefitNone)}
    />
  );
};

type Decided = ClaimFile['contents']['decisions'][number];

/** Who said the last word on it; a return names its officer only in the act itself. */
const deciders = ({ contents }: ClaimFile, { outcome, outcomeAt, outcomeBy }: Decided) =>
  outcome !== 'RETURNED'
    ? outcomeBy
    : contents.acts.flatMap(({ type, at, by }) =>
        type === 'ClaimReturned' && at === outcomeAt ? [by.id] : [],
      );

const Decisions = ({ file, language, nameOf }: TabProps): Html => (
  <>
    {file.contents.decisions.toReversed().map((decision) => (
      <section class="block">
        <h2>
          {say(language, phrases.decision, {
            number: decision.decision,
            sum: formatRupiah(decision.totalIdr, language),
          })}{' '}
          {decision.precheck ? <Tag tone="calm">{say(language, phrases.precheck)}</Tag> : null}
        </h2>
        <Facts
          items={[
            [
              say(language, phrases.recommendedBy, {
                who: decision.recommendedBy.map(nameOf).join(' ← '),
              }),
              formatMoment(decision.recommendedAt, language),
            ],
            [
              decision.outcome === null
                ? say(language, phrases.outcome)
                : wordOf(decisionOutcomes, decision.outcome, language),
              decision.outcomeAt === null
                ? say(language, phrases.notDecided)
                : [
                    deciders(file, decision).map(nameOf).join(' ← '),
                    formatMoment(decision.outcomeAt, language),
                  ]
                    .filter((part) => part !== '')
                    .join(' · '),
            ],
          ]}
        />
        {decision.returnReason === null ? null : <p>{decision.returnReason}</p>}
      </section>
    ))}
  </>
);

export const MoneyTab = (props: TabProps): Html => {
  const { file, language, office, payeeOf } = props;
  if (sightOf(office, 'MONEY') === 'NONE')
    return <p class="block empty">{say(language, phrases.moneyHidden)}</p>;
  return (
    <>
      <Benefit {...props} />
      <Decisions {...props} />
      <Table
        caption={say(language, phrases.payments)}
        columns={[
          { head: say(language, phrases.payment) },
          { head: say(language, phrases.payee) },
          { head: say(language, phrases.state) },
          { head: say(language, phrases.sum), isNumber: true },
        ]}
        rows={file.payables.map(({ payableId, payee, stage, amountIdr }) => [
          payableId.slice(0, 8).toUpperCase(),
          payee === null ? '–' : (payeeOf(payableId).name ?? payee.ref),
          inLanguage(language, payableStages[stage]),
          formatRupiah(amountIdr, language),
        ])}
        empty={say(language, phrases.paymentsNone)}
      />
      <RuleLegend
        texts={(file.contents.benefits?.lines ?? []).map(({ ruleId }) => ruleId)}
        language={language}
      />
    </>
  );
};
