// `lindung card …`: the card in a member's hand, its signed token, and who received it.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import { WORKER_FINDERS } from '../../../domain/office/reading-acts.ts';
import type { WorkerEvent } from '../../../domain/worker/events.ts';
import { cardTokens, qrContent, tokenIn } from '../../../infra/cards/card-token.ts';
import { readSettings } from '../../../infra/config/settings.ts';
import { cardBoard } from '../../../projections/card-board.ts';
import { type Member, workerByCard } from '../../../projections/member-roster.ts';
import { trancheBoard } from '../../../projections/tranche-board.ts';
import { cardStates, codesOf, receivers, wordOf } from '../../copy/code-words.ts';
import { deskPhrases } from '../../copy/desk-phrases.ts';
import { formatCount, formatPercent } from '../../copy/format.ts';
import { peopleColumns, peoplePhrases as phrases } from '../../copy/people-phrases.ts';
import { say } from '../../copy/text.ts';
import { CARD_ISSUERS, refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import { followBatch } from '../follow-batch.ts';
import { recordLook } from '../look.ts';
import { idOption, kelurahanOption, oneOf, placeOption } from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import { kelurahanText } from '../place-words.ts';
import { readableWorker } from '../readable.ts';
import {
  answerOutcome,
  envelope,
  newCommandId,
  refusalOutcome,
  type Session,
  saidBeside,
} from '../session.ts';
import { registerCardPrint } from './card-print.ts';

type Receiver = Extract<WorkerEvent, { type: 'CardHandedOver' }>['data']['receivedBy'];

const notSigned = (session: Session, reason: string): Outcome =>
  refusedWith('CardNotSigned', say(session.language, phrases.cardSignatureInvalid), {
    valid: false,
    reason,
  });

const scanCard = async (
  session: Session,
  token: string,
  options: { place: string; receivedBy: Receiver },
): Promise<Outcome> => {
  const read = await cardTokens(session.keys).verify(tokenIn(token));
  if (!read.valid) return notSigned(session, read.reason);
  const worker = await workerByCard(session.db, read.cardId);
  if (worker === undefined) {
    const sentence = say(session.language, deskPhrases.cardNotFound);
    return refusedWith('CardNotFound', sentence, { valid: true, found: false });
  }
  const { workerId } = worker;
  const { place, receivedBy } = options;
  const answer = await session.gateway.send(
    envelope(session, 'worker', workerId, {
      type: 'HandOverCard',
      data: { workerId, cardId: read.cardId, method: 'SCAN', receivedBy, place },
    }),
  );
  return answerOutcome(session, answer, [], { workerId });
};

const handOver = async (session: Session, file: string, place: string): Promise<Outcome> => {
  // The batch notes each card on the day of its work: a past day would be dropped without a word.
  if (session.effectiveAt !== undefined)
    return refusalOutcome(session, { status: 'refused', code: 'HandOverOnlyForward', facts: {} });
  const { sha256: stored } = await session.documents.put(await readFile(file));
  const answer = await session.gateway.handOverCards({
    fileSha256: stored,
    place,
    actorId: session.actorId,
    correlationId: newCommandId(session),
    ...saidBeside(session),
  });
  if (answer.status === 'refused') return refusalOutcome(session, answer);
  const id = answer.batchId;
  const progress = await followBatch(session, { kind: 'cards', id, step: 'HAND_OVER' });
  const said = say(session.language, phrases.handOverStarted, { id: `cards/${id}` });
  return done({ ...answer, progress }, [said, progress.line]);
};

const registerHandOver = (card: Command, cli: Cli): void => {
  card
    .command('hand-over')
    .argument('<file>')
    .requiredOption('--place <code>', '', placeOption)
    .action((file: string, options: { place: string }) =>
      cli.act((session) => handOver(session, file, options.place)),
    );
  card
    .command('scan')
    .argument('<token>')
    .requiredOption('--place <code>', '', kelurahanOption)
    .option('--received-by <who>', '', oneOf(codesOf(receivers)), 'WORKER' as const)
    .action((token: string, options: { place: string; receivedBy: Receiver }) =>
      cli.act((session) => scanCard(session, token, options)),
    );
};

/** Everybody who may see the worker sees the card; its token only who hands it over. */
const shown = async (session: Session, worker: Member): Promise<Outcome> => {
  const { language } = session;
  const { workerId, cardId, cardState: state } = worker;
  if (cardId === null)
    return refusedWith('CardNotIssued', say(language, phrases.cardNone), { workerId, card: null });
  const lines = [
    say(language, phrases.cardId, { id: cardId }),
    say(language, phrases.card, { state: wordOf(cardStates, state, language) }),
  ];
  const hidden = await refusedAct(session, CARD_ISSUERS, worker.kelurahan);
  if (hidden !== undefined)
    return done({ workerId, cardId, state }, [...lines, say(language, phrases.cardTokenHidden)]);
  const validFrom = worker.coverStart ?? '';
  const token = await cardTokens(session.keys).sign({ cardId, validFrom });
  const qr = qrContent(token, readSettings().webUrl);
  return done({ workerId, cardId, state, token, qr }, [...lines, qr]);
};

/** The holder's id, for whoever may find people there; for everybody else the status is all. */
const namedHolder = async (
  session: Session,
  worker: Member | undefined,
): Promise<string | undefined> => {
  if (worker === undefined) return undefined;
  const { workerId, kelurahan } = worker;
  if ((await refusedAct(session, WORKER_FINDERS, kelurahan)) !== undefined) return undefined;
  const data = { workerId, by: 'CARD', reason: session.reason ?? null } as const;
  const note = { type: 'NoteWorkerFound', data } as const;
  const refused = await recordLook(session, { category: 'worker', note });
  return refused === undefined ? workerId : undefined;
};

const verified = async (session: Session, token: string): Promise<Outcome> => {
  const { language } = session;
  const read = await cardTokens(session.keys).verify(tokenIn(token));
  if (!read.valid) return notSigned(session, read.reason);
  const worker = await workerByCard(session.db, read.cardId);
  // Equal answers for unknown and ended: nobody learns who is a member by trying.
  const isActive = worker?.stage === 'ENROLLED';
  const workerId = await namedHolder(session, worker);
  const named = workerId === undefined ? {} : { workerId };
  return done({ valid: true, status: isActive ? 'ACTIVE' : 'NOT_ACTIVE', ...named }, [
    say(language, phrases.cardSignatureValid),
    say(language, isActive ? phrases.cardActive : phrases.cardNotActive),
    ...(workerId === undefined ? [] : [say(language, phrases.cardHolder, { id: workerId })]),
  ]);
};

const board = async (session: Session): Promise<Outcome> => {
  const rows = await cardBoard(session.db);
  const tranches = await trancheBoard(session.db, { on: officeDay(session.now()) });
  const nameOf = new Map(tranches.map(({ trancheId, name }) => [trancheId, name]));
  const { kelurahan, tranche, issued, handedOver, percent } = peopleColumns;
  const lines = pageLines(session.language, {
    columns: [kelurahan, tranche, issued, handedOver, percent],
    rows: rows.map((row) => [
      kelurahanText(row.kelurahan),
      nameOf.get(row.trancheId) ?? row.trancheId,
      formatCount(row.issued, session.language),
      formatCount(row.handedOver, session.language),
      row.percent === null ? '-' : formatPercent(row.percent, session.language),
    ]),
    empty: say(session.language, phrases.boardNone),
  });
  return done(rows, lines);
};

export const registerCard = (program: Command, cli: Cli): void => {
  const card = program.command('card');
  registerHandOver(card, cli);
  card
    .command('show')
    .argument('<worker>', '', idOption)
    .action((workerId: string) =>
      cli.act(async (session) => {
        const found = await readableWorker(session, workerId);
        return 'outcome' in found ? found.outcome : shown(session, found.worker);
      }),
    );
  card
    .command('verify')
    .argument('<token>')
    .action((token: string) => cli.perform((session) => verified(session, token)));
  card.command('board').action(() => cli.perform(board));
  registerCardPrint(card, cli);
};
