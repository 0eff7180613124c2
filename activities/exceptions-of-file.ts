// What of one file of the bank does not fit: each line of it an exception, and what came late closed.
import { isLocalDate, type LocalDate } from '../domain/calendar.ts';
import { rupiah, rupiahText } from '../domain/money.ts';
import type { PaymentDisputed } from '../domain/payout/payment-events.ts';
import type { AnswerProblem } from '../infra/bank/bank-port.ts';
import {
  closeWaiting,
  kindOfDispute,
  kindOfProblem,
  type Misfit,
  openExceptions,
} from './bank-exceptions.ts';
import { amountOf, type Line, type ReadFile, type Taken, type Taking } from './bank-lines.ts';
import type { Ports } from './ports.ts';
import { allOf } from './stored-events.ts';

const dayOf = (text: string | null | undefined): LocalDate | null =>
  text != null && isLocalDate(text) ? text : null;

type AboutFile = Pick<Taking, 'acting' | 'fileSha256'>;

const ofProblem = (
  problem: AnswerProblem,
  { acting, fileSha256 }: AboutFile,
): Misfit | undefined => {
  const kind = kindOfProblem(problem.code);
  if (kind === undefined) return undefined;
  const amount = amountOf(problem);
  return {
    ...{ kind, code: problem.code, ordinal: problem.ordinal, fileSha256 },
    ...{ payableId: null, payerId: null, runId: null, expectedIdr: null },
    ...{ lineReference: problem.endToEndId ?? '', bankReference: problem.bankReference ?? '' },
    amountIdr: amount === null ? null : rupiahText(rupiah(amount)),
    ...{ bookedOn: dayOf(problem.bookedOn), ownerId: acting.by.id },
  };
};

/** Of a payment in dispute only the line that brought it: the others were in their place before. */
const isOf = (line: Line, said: PaymentDisputed['data']): boolean =>
  said.endToEndId === line.endToEndId &&
  (line.amountIdr === null || said.amountIdr === line.amountIdr.toString()) &&
  (line.bankReference === ''
    ? said.bankReference === '' || said.bankReference.startsWith('NOTPROVIDED')
    : said.bankReference === line.bankReference);

const kindOf = async (ports: Ports, { line, member, problem = '' }: Taken) => {
  if (problem !== 'Disputed' || member === undefined) return kindOfProblem(problem);
  const disputes = allOf(await ports.store.loadStream(member.payableId), 'PaymentDisputed');
  const reason = disputes.findLast((said) => isOf(line, said))?.reason;
  return reason === undefined ? undefined : kindOfDispute(reason);
};

const lineFacts = ({ endToEndId, bankReference, amountIdr, bookedOn }: Line) => ({
  ...{ lineReference: endToEndId, bankReference, bookedOn: dayOf(bookedOn) },
  amountIdr: amountIdr === null ? null : rupiahText(rupiah(amountIdr)),
});

const ofTaken = async (
  ports: Ports,
  taken: Taken,
  { acting, fileSha256 }: AboutFile,
): Promise<readonly Misfit[]> => {
  const kind = await kindOf(ports, taken);
  if (kind === undefined || taken.problem === undefined) return [];
  const { line, member, runId, problem } = taken;
  const about = {
    payableId: member?.payableId ?? null,
    payerId: member?.state.created?.payerId ?? null,
    expectedIdr: member?.state.created?.amountIdr ?? null,
  };
  return [
    {
      ...{ kind, code: problem, ordinal: line.ordinal, fileSha256, ...about },
      ...{ runId: runId ?? null, ...lineFacts(line), ownerId: acting.by.id },
    },
  ];
};

/** Every line that does not fit gets its owner; what had been missing and came is closed. */
export const noteExceptions = async (
  ports: Ports,
  file: ReadFile,
  { taken, taking }: { readonly taken: readonly Taken[]; readonly taking: Taking },
): Promise<void> => {
  const { acting, correlationId, fileSha256 } = taking;
  const disputed = new Set(
    taken.flatMap(({ line, problem }) => (problem === 'Disputed' ? line.endToEndId : [])),
  );
  const members = new Map(taken.map(({ line, member }) => [line.endToEndId, member]));
  // A second booking is the payment's dispute already: one thing, one exception.
  const unread = file.problems
    .filter(({ code, endToEndId = '' }) => code !== 'RepeatedInFile' || !disputed.has(endToEndId))
    .flatMap((problem) => {
      const misfit = ofProblem(problem, taking);
      const member = members.get(problem.endToEndId ?? '');
      if (misfit === undefined || member === undefined) return misfit ?? [];
      const created = member.state.created;
      const payerId = created?.payerId ?? null;
      const expectedIdr = created?.amountIdr ?? null;
      return { ...misfit, payableId: member.payableId, payerId, expectedIdr };
    });
  const told: Misfit[] = [];
  for (const each of taken) told.push(...(await ofTaken(ports, each, taking)));
  const because = { correlationId, causationId: correlationId };
  await openExceptions(ports, [...unread, ...told], because);
  const came = taken.flatMap(({ line, problem }) => (problem === undefined ? lineFacts(line) : []));
  await closeWaiting(ports, came, { acting, correlationId, fileSha256 });
};
