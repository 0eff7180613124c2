// `lindung aid template|import|paper|verify|withdraw|list|show`: requests of heirs for the sponsor's own aid.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { AID_PAPERS, type AidPaper } from '../../../domain/local-aid/fund-events.ts';
import type { AidRequestCommand } from '../../../domain/local-aid/request.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { type AidLine, aidTemplate, readAidList } from '../../../infra/rosters/aid-csv.ts';
import { fileRefusalText } from '../../../infra/rosters/file-refusal-texts.ts';
import type { AidRow } from '../../../projections/local-aid/aid-row.ts';
import { aidRequest, listAid } from '../../../projections/local-aid.ts';
import type { PageWish } from '../../../projections/page.ts';
import { programmeById } from '../../../projections/programme-summary.ts';
import { aidStandings, aidPhrases as phrases } from '../../copy/aid-phrases.ts';
import { refusalText } from '../../copy/catalogue.ts';
import { codesOf } from '../../copy/code-words.ts';
import { say } from '../../copy/text.ts';
import { aidLines, papersLine } from '../aid-lines.ts';
import type { Cli } from '../cli.ts';
import {
  cursorOption,
  idOption,
  isIdKey,
  isInstantKey,
  kelurahanOption,
  limitOption,
  oneOf,
} from '../option-values.ts';
import { done, foundWrong, type Outcome, refusedWith } from '../outcome.ts';
import { withKeptPaper } from '../paper-intake.ts';
import { writePrivateFile } from '../private-file.ts';
import { answerOutcome, envelope, type Session, sealFields } from '../session.ts';

type Verdict = {
  readonly row: number;
  readonly requestId: string;
  readonly verdict: 'ACCEPTED' | 'REPEATED' | 'REFUSED';
  readonly code: string;
  readonly text: string;
};

type Batch = {
  readonly programmeId: string;
  readonly payerId: string;
  readonly fileSha256: string;
};

/** One row is one request, whoever imports the list again. */
const requestRow = async (session: Session, line: AidLine, batch: Batch): Promise<Verdict> => {
  const { programmeId, payerId, fileSha256 } = batch;
  const { row, nik, name, heirName, account, bic, deathDate, kelurahan, isPoor, papers } = line;
  const requestId = streamIds.derived(payerId, `aid/${fileSha256}/${row}`);
  const commandId = streamIds.command('aid-import', payerId, fileSha256, row);
  const deceased = await sealFields(session, requestId, commandId, {
    deceasedName: ['deceased.name', name],
    deceasedNik: ['deceased.nik', nik],
  });
  const heir = await sealFields(session, streamIds.person(requestId, 'heir'), commandId, {
    name: ['payee.name', heirName],
    account: ['payee.account', account],
  });
  const index = session.keys.keyedHash('account', `${bic}|${account}`);
  const payee = { ref: 'heir', bic, accountIndex: Buffer.from(index).toString('hex'), ...heir };
  const data = { requestId, programmeId, payerId, kelurahan, deathDate, isPoor, papers, payee };
  const answer = await session.gateway.send({
    ...envelope(session, 'aid_request', requestId, {
      type: 'RequestAid',
      data: { ...data, ...deceased },
    }),
    ...{ commandId, correlationId: fileSha256.slice(0, 36) },
  });
  if (answer.status === 'refused') {
    const text = refusalText(answer, session.language);
    return { row, requestId, verdict: 'REFUSED', code: answer.code, text };
  }
  return { row, requestId, verdict: answer.repeated ? 'REPEATED' : 'ACCEPTED', code: '', text: '' };
};

const importRequests = async (
  session: Session,
  file: string,
  of: { readonly payer: string; readonly programme: string },
): Promise<Outcome> => {
  const { language } = session;
  const programme = await programmeById(session.db, of.programme);
  const bytes = await readFile(file);
  const reading = await readAidList(bytes, programme?.region ?? '');
  if (reading.status === 'refused') {
    const { code } = reading.refusal;
    const sentence = fileRefusalText(reading.refusal)[language];
    return refusedWith(code, sentence, { status: 'refused', code });
  }
  const { sha256: fileSha256 } = await session.documents.put(bytes);
  const batch = { programmeId: of.programme, payerId: of.payer, fileSha256 };
  const verdicts: Verdict[] = reading.faults.map(({ row, column }) => {
    const text = say(language, phrases.cellInvalid, { column });
    return { row, requestId: '', verdict: 'REFUSED', code: 'CellInvalid', text };
  });
  // One after the other: the order of the list is the order of receipt.
  for (const line of reading.lines) verdicts.push(await requestRow(session, line, batch));
  const count = (verdict: Verdict['verdict']) =>
    verdicts.filter((each) => each.verdict === verdict).length;
  const counts = { rows: verdicts.length, accepted: count('ACCEPTED') };
  const totals = { ...counts, repeated: count('REPEATED'), refused: count('REFUSED') };
  const refused = verdicts.filter(({ verdict }) => verdict === 'REFUSED');
  const lines = [
    say(language, phrases.imported, totals),
    ...refused.map(({ row, text }) => `  ${say(language, phrases.row, { row, text })}`),
  ];
  const answer = refused.length === 0 ? done : foundWrong;
  return answer({ ...totals, verdicts }, lines);
};

const sendRequest = async (
  session: Session,
  requestId: string,
  command: AidRequestCommand,
): Promise<Outcome> =>
  answerOutcome(
    session,
    await session.gateway.send(envelope(session, 'aid_request', requestId, command)),
    [say(session.language, phrases.request, { id: requestId })],
  );

const verifyAll = async (session: Session, requests: readonly string[]): Promise<Outcome> => {
  const [only] = requests;
  if (requests.length === 1 && only !== undefined)
    return sendRequest(session, only, { type: 'VerifyAid', data: {} });
  const refused: { requestId: string; code: string; text: string }[] = [];
  const stages: string[] = [];
  for (const requestId of requests) {
    const wish = envelope(session, 'aid_request', requestId, { type: 'VerifyAid', data: {} });
    const answer = await session.gateway.send(wish);
    if (answer.status === 'recorded') stages.push(answer.stage);
    else
      refused.push({ requestId, code: answer.code, text: refusalText(answer, session.language) });
  }
  const verified = stages.filter((stage) => stage === 'AID_VERIFIED').length;
  const counts = { count: requests.length, verified, rejected: stages.length - verified };
  const lines = [
    say(session.language, phrases.verifiedAll, { ...counts, refused: refused.length }),
    ...refused.map(({ requestId, text }) => `  ${requestId}: ${text}`),
  ];
  return (refused.length === 0 ? done : foundWrong)({ ...counts, refused }, lines);
};

const show = async (session: Session, requestId: string): Promise<Outcome> => {
  const { language } = session;
  const row = await aidRequest(session.db, requestId);
  if (row === undefined) {
    const sentence = say(language, phrases.notFound, { id: requestId });
    return refusedWith('AidRequestNotFound', sentence, { requestId, found: false });
  }
  return done(row, [...aidLines([row], language, null), papersLine(row, language)]);
};

const registerDeskActs = (aid: Command, cli: Cli): void => {
  aid
    .command('paper')
    .argument('<request>', '', idOption)
    .requiredOption('--kind <paper>', '', oneOf(AID_PAPERS))
    .option('--file <path>')
    .action((requestId: string, { kind, file }: { kind: AidPaper; file?: string }) =>
      cli.act((session) => {
        const receive = (sha256: string | null) =>
          sendRequest(session, requestId, {
            ...{ type: 'ReceiveAidPaper', data: { paper: kind, sha256 } },
          });
        return file === undefined
          ? receive(null)
          : withKeptPaper(session, file, (kept) => receive(kept.sha256));
      }),
    );
  aid
    .command('verify')
    .argument('<requests...>', '', (text, ids: readonly string[] = []) => [...ids, idOption(text)])
    .action((requests: readonly string[]) => cli.act((session) => verifyAll(session, requests)));
  aid
    .command('withdraw')
    .argument('<request>', '', idOption)
    .requiredOption('--why <text>')
    .action((requestId: string, { why }: { why: string }) =>
      cli.act((session) =>
        sendRequest(session, requestId, { type: 'WithdrawAid', data: { reason: why } }),
      ),
    );
};

export const registerAidRequests = (aid: Command, cli: Cli): void => {
  aid
    .command('template')
    .option('-o, --output <path>')
    .action(({ output }: { output?: string }) =>
      cli.performAlone(async ({ lang = 'id' }) => {
        const text = aidTemplate();
        if (output === undefined) return done({ template: text }, text.trimEnd().split('\r\n'));
        await writePrivateFile(output, text);
        return done({ path: output }, [say(lang, phrases.template, { path: output })]);
      }),
    );
  aid
    .command('import')
    .argument('<file>')
    .requiredOption('--programme <id>', '', idOption)
    .requiredOption('--payer <id>', '', idOption)
    .action((file: string, options: { payer: string; programme: string }) =>
      cli.act((session) => importRequests(session, file, options)),
    );
  registerDeskActs(aid, cli);
  aid
    .command('list')
    .option('--payer <id>', '', idOption)
    .option('--standing <standing>', '', oneOf(codesOf(aidStandings)))
    .option('--kelurahan <code>', '', kelurahanOption)
    .option('--limit <n>', '', limitOption, 50)
    .option('--cursor <cursor>', '', cursorOption([isInstantKey, isIdKey]))
    .action(
      ({
        payer,
        ...wish
      }: PageWish & { payer?: string; standing?: AidRow['standing']; kelurahan?: string }) =>
        cli.perform(async (session) => {
          const page = await listAid(session.db, {
            ...wish,
            ...(payer !== undefined && { payerId: payer }),
          });
          return done(page, aidLines(page.rows, session.language, page.nextCursor));
        }),
    );
  aid
    .command('show')
    .argument('<request>', '', idOption)
    .action((requestId: string) => cli.perform((session) => show(session, requestId)));
};
