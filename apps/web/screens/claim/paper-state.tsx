// Where a paper stands, in a word: taken in, taken as proof, sent back.
import type { ClaimFile } from '../../../../projections/claim-file.ts';
import type { Language } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { Tag } from '../../parts/data-parts.tsx';
import type { Html } from '../../screen.ts';
import { claimPhrases as phrases } from './claim-phrases.ts';

export type Paper = ClaimFile['contents']['documents'][number];

export const PaperState = ({
  paper,
  language,
}: {
  readonly paper: Pick<Paper, 'state' | 'acceptedAt' | 'returnReason'>;
  readonly language: Language;
}): Html => {
  if (paper.state === 'RETURNED')
    return (
      <>
        <Tag tone="bad">{say(language, phrases.sentBack)}</Tag>
        <span class="sub">{paper.returnReason ?? ''}</span>
      </>
    );
  return paper.acceptedAt === null ? (
    <Tag tone="calm">{say(language, phrases.received)}</Tag>
  ) : (
    <Tag tone="good">{say(language, phrases.accepted)}</Tag>
  );
};
