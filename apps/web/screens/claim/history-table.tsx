// Who recorded what on a claim, the newest first.
import type { ClaimFile } from '../../../../projections/claim-file.ts';
import { eventText } from '../../../copy/catalogue.ts';
import { offices, wordOf } from '../../../copy/code-words.ts';
import { formatMoment, type Language } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { Table } from '../../parts/data-parts.tsx';
import type { Html } from '../../screen.ts';
import { claimPhrases as phrases } from './claim-phrases.ts';

type Props = {
  readonly file: ClaimFile;
  readonly language: Language;
  readonly caption: string;
  /** Names of officers. */
  readonly nameOf: (actorId: string) => string;
  /** Absent: all. */
  readonly count?: number;
};

export const HistoryTable = ({ file, language, caption, nameOf, count }: Props): Html => (
  <Table
    caption={caption}
    columns={[phrases.when, phrases.what, phrases.who].map((one) => ({ head: say(language, one) }))}
    rows={file.contents.acts
      .toReversed()
      .slice(0, count)
      .map(({ type, by, at, reason }) => [
        formatMoment(at, language),
        <>
          {eventText(type, language)}
          {reason === null ? null : <span class="sub">{reason}</span>}
        </>,
        <>
          {nameOf(by.id)}
          <span class="sub">
            {wordOf(offices, by.office, language)}
            {by.onBehalfOf === undefined
              ? ''
              : `, ${say(language, phrases.onBehalf, { principal: nameOf(by.onBehalfOf) })}`}
          </span>
        </>,
      ])}
    empty={say(language, phrases.historyNone)}
  />
);
