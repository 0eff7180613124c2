// Reads the answers that the bank put into its inbox, and says what fitted and what did not.
import { isRefusalCode, refusalText } from '../../../copy/catalogue.ts';
import { wordOf } from '../../../copy/code-words.ts';
import type { Language } from '../../../copy/format.ts';
import { answerProblems } from '../../../copy/money-words.ts';
import { say } from '../../../copy/text.ts';
import type { IngestMisfit } from '../../../gateway/gateway-contract.ts';
import { Table } from '../../parts/data-parts.tsx';
import type { Screen } from '../../screen.ts';
import { PAYMENTS } from './payment-parts.tsx';
import { paymentsPhrases as phrases } from './payments-phrases.ts';

const problemText = ({ code, facts }: IngestMisfit, language: Language): string =>
  isRefusalCode(code)
    ? refusalText({ status: 'refused', code, facts }, language)
    : wordOf(answerProblems, code, language);

export const inbox: Screen = {
  path: `${PAYMENTS}/jawaban`,
  acts: ['ingest-bank-answer'],
  show: () => ({ goTo: PAYMENTS }),
  async submit({ desk, language, visitor }) {
    const report = await desk.gateway.ingestAnswers({ actorId: visitor.actorId });
    const { files, lines, misfits } = report;
    const title = say(language, phrases.inbox);
    const isNone = files === 0 && misfits.length === 0;
    return {
      title,
      body: (
        <>
          <p class="crumb">
            <a href={PAYMENTS}>{say(language, phrases.all)}</a>
          </p>
          <h1>{title}</h1>
          <p class="lead">{say(language, phrases.inboxLead)}</p>
          <div class={misfits.length === 0 ? 'note is-good' : 'note is-warn'} role="status">
            <p>
              {isNone
                ? say(language, phrases.inboxNone)
                : say(language, phrases.inboxDone, { files, lines, problems: misfits.length })}
            </p>
          </div>
          {misfits.length === 0 ? null : (
            <Table
              caption={say(language, phrases.misfits)}
              columns={[phrases.colFile, phrases.colTrace, phrases.colProblem].map((head) => ({
                head: say(language, head),
              }))}
              rows={misfits.map((misfit) => [
                misfit.file,
                <code>{misfit.endToEndId === '' ? '-' : misfit.endToEndId}</code>,
                problemText(misfit, language),
              ])}
              empty=""
            />
          )}
        </>
      ),
    };
  },
};
