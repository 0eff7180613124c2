// `lindung payout certificate`: one payment proved from kept files, log and books; wrong where they differ.
import type { Command } from 'commander';
import { stateOf } from '../../../activities/deciders.ts';
import {
  type Certificate,
  type CertificateFacts,
  certify,
} from '../../../domain/payout/certificate.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import { payableStage } from '../../../domain/payout/payable-state.ts';
import { entriesOfStream, type JournalEntry } from '../../../projections/general-ledger.ts';
import {
  certificateFindings,
  certificatePhrases as phrases,
} from '../../copy/certificate-phrases.ts';
import { wordOf } from '../../copy/code-words.ts';
import { accounts } from '../../copy/finance-phrases.ts';
import { formatDay, formatInstant, formatRupiah, type Language } from '../../copy/format.ts';
import { answerKinds, payableStages } from '../../copy/money-words.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { certificateFacts } from '../kept-payment-files.ts';
import { idOption } from '../option-values.ts';
import { done, foundWrong, type Outcome, refusedWith } from '../outcome.ts';
import type { Session } from '../session.ts';

const short = (sha256: string): string => `${sha256.slice(0, 12)}…`;

const sendLines = ({ sends, files }: CertificateFacts, language: Language): readonly string[] =>
  sends.flatMap(({ attempt, endToEndId: id, sentAt, fileSha256 }) => {
    const at = sentAt === null ? say(language, phrases.notSent) : formatInstant(sentAt, language);
    const lines = files
      .filter(({ sha256 }) => sha256 === fileSha256)
      .flatMap(({ name, sha256, lines: kept }) =>
        (kept ?? [])
          .filter((line) => line.endToEndId === id)
          .map(({ line }) => say(language, phrases.line, { line, name, sha256: short(sha256) })),
      );
    return [say(language, phrases.send, { attempt, id, at }), ...lines.map((line) => `  ${line}`)];
  });

const statementLines = (
  { statements }: CertificateFacts,
  language: Language,
): readonly string[] => [
  say(language, phrases.searched, { count: statements.length }),
  ...statements.flatMap(({ sha256, format, lines }) =>
    (lines ?? []).map(({ kind, amountIdr, bookedOn, bankReference, line }) => {
      const said = say(language, phrases.statement, {
        ...{ kind: wordOf(answerKinds, kind, language), line, sha256: short(sha256) },
        ...{ format: format ?? '-', reference: bankReference === '' ? '-' : bankReference },
        amount: amountIdr === null ? '-' : formatRupiah(amountIdr, language),
        on: bookedOn === null ? '-' : formatDay(bookedOn, language),
      });
      return `  ${said}`;
    }),
  ),
];

const postingLines = (entries: readonly JournalEntry[], language: Language): readonly string[] => [
  say(language, phrases.postings),
  ...entries.flatMap(({ on, lines }) =>
    lines.map(({ account, amountIdr }) => {
      const said = say(language, phrases.posting, {
        ...{ on: formatDay(on, language), account: wordOf(accounts, account, language) },
        amount: formatRupiah(amountIdr, language),
      });
      return `  ${said}`;
    }),
  ),
];

const verdictLines = (
  { credits, findings }: Certificate,
  language: Language,
): readonly string[] => [
  say(language, phrases.credits, { credits }),
  ...(findings.length === 0
    ? [say(language, phrases.fits)]
    : [
        say(language, phrases.wrong),
        ...findings.map(({ finding, about }) => {
          const word = wordOf(certificateFindings, finding, language);
          return `  ${say(language, phrases.about, { finding: word, about })}`;
        }),
      ]),
];

const certificate = async (session: Session, payableId: string): Promise<Outcome> => {
  const { language } = session;
  const facts = await certificateFacts(session, payableId);
  if (facts === undefined) return refusedWith('PayableUnknown', say(language, phrases.unknown));
  const stage = payableStage(stateOf(payableDecider, await session.store.loadStream(payableId)));
  const verdict = certify(facts);
  const entries = await entriesOfStream(session.db, payableId);
  const json = { payableId, stage, ...facts, postings: entries, ...verdict };
  const title = say(language, phrases.title, {
    ...{ id: payableId, amount: formatRupiah(facts.amountIdr, language) },
    stage: wordOf(payableStages, stage, language),
  });
  const lines = [
    title,
    ...sendLines(facts, language),
    ...statementLines(facts, language),
    ...postingLines(entries, language),
    ...verdictLines(verdict, language),
  ];
  return verdict.findings.length === 0 ? done(json, lines) : foundWrong(json, lines);
};

export const registerCertificate = (payout: Command, cli: Cli): void => {
  payout
    .command('certificate')
    .argument('<payable>', '', idOption)
    .action((payableId: string) => cli.perform((session) => certificate(session, payableId)));
};
