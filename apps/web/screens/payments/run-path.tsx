// The way of a run as a short line of steps: what happened, by whom and when, and what is waited for.
import type { RunRow } from '../../../../projections/payout-ledger/run-row.ts';
import { formatInstant, type Language } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import type { Html } from '../../screen.ts';
import { paymentsPhrases as phrases } from './payments-phrases.ts';

type Names = (actorId: string) => string;
type Step = { readonly word: string; readonly at: string | null; readonly by: readonly string[] };

const stepsOf = (run: RunRow, language: Language): readonly Step[] => {
  const { assembledBy, releasedBy, file, reconciliation } = run;
  const assembled = {
    ...{ word: say(language, phrases.stepAssembled), by: assembledBy, at: run.assembledAt },
  };
  if (run.stage === 'CANCELLED') {
    const reason = run.cancelReason ?? '-';
    return [assembled, { word: say(language, phrases.stepCancelled, { reason }), at: '', by: [] }];
  }
  return [
    assembled,
    { word: say(language, phrases.stepReleased), by: releasedBy, at: run.releasedAt },
    { word: say(language, phrases.stepFile), by: [], at: file?.createdAt ?? null },
    { word: say(language, phrases.stepSent), by: [], at: file?.droppedAt ?? null },
    {
      word: say(language, phrases.stepReconciled),
      by: [],
      at: reconciliation?.reconciledAt ?? null,
    },
  ];
};

const whenWords = ({ at, by }: Step, nameOf: Names, language: Language): string => {
  if (at === null) return say(language, phrases.stepWaits);
  const when = at === '' ? '' : formatInstant(at, language);
  return by.length === 0
    ? when
    : say(language, phrases.byAt, { by: by.map(nameOf).join(' + '), at: when });
};

export const RunPath = ({
  run,
  nameOf,
  language,
}: {
  run: RunRow;
  nameOf: Names;
  language: Language;
}): Html => (
  <section class="block">
    <h2>{say(language, phrases.path)}</h2>
    <ol class="way">
      {stepsOf(run, language).map((step) => (
        <li class={step.at === null ? 'is-ahead' : 'is-done'}>
          <strong>{step.word}</strong>
          <span class="sub">{whenWords(step, nameOf, language)}</span>
        </li>
      ))}
    </ol>
  </section>
);
