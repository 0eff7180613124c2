// What this person does next for the claim on another screen: pay it, release the run, record what was paid.
import type { Act } from '../../../../domain/actor.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import type { ClaimFile } from '../../../../projections/claim-file.ts';
import { say, type Text } from '../../../copy/text.ts';
import type { Visit } from '../../house.ts';
import type { Html } from '../../screen.ts';
import { claimPhrases as phrases } from './claim-phrases.ts';

type Next = { readonly href: string; readonly words: Text; readonly hint: Text };

const nextOf = (holds: (act: Act) => boolean, file: ClaimFile): Next | undefined => {
  const { payables } = file;
  const due = payables.find(({ stage }) => stage === 'DUE');
  const inRun = payables.find(({ runId }) => runId !== null);
  if (due !== undefined && due.mode === 'DISBURSES' && holds('assemble-run'))
    return { href: '/pembayaran', words: phrases.toAssemble, hint: phrases.toAssembleHint };
  if (inRun?.runId != null && (holds('release-run') || holds('assemble-run')))
    return {
      href: `/pembayaran/${inRun.runId}`,
      words: phrases.toRun,
      hint: holds('release-run') ? phrases.toReleaseHint : phrases.toRunHint,
    };
  if (due !== undefined && due.mode === 'TRACKS' && holds('report-payment'))
    return {
      href: `/pembayaran/tagihan/${due.payableId}`,
      words: phrases.toReport,
      hint: phrases.toReportHint,
    };
  if (claimStage(file.facts) === 'APPROVED' && holds('assemble-run'))
    return { href: '/pembayaran', words: phrases.toAssemble, hint: phrases.toAssembleHint };
  return undefined;
};

export const NextElsewhere = ({
  visit: { visitor, language },
  file,
}: {
  readonly visit: Visit;
  readonly file: ClaimFile;
}): Html | null => {
  const next = nextOf((act) => visitor.roles.some((role) => role.act === act), file);
  if (next === undefined) return null;
  return (
    <div class="next-elsewhere">
      <a class="button primary" href={next.href}>
        {say(language, next.words)}
      </a>
      <p class="hint">{say(language, next.hint)}</p>
    </div>
  );
};
