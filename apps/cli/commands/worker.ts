// `lindung worker|card …`: one person's membership, and the card in their hand.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { WorkerEvent } from '../../../domain/worker/events.ts';
import { cardTokens } from '../../../infra/cards/card-token.ts';
import { cardBoard } from '../../../projections/card-board.ts';
import { listMembers, workerByCard, workerById } from '../../../projections/member-roster.ts';
import { refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import { followBatch } from '../follow-batch.ts';
import { historicNote, markedStage } from '../historic-mark.ts';
import { countOption, idOption, oneOf } from '../option-values.ts';
import { done, foundWrong, table } from '../outcome.ts';
import { answerOutcome, envelope, newCommandId, type Session } from '../session.ts';
import { workerLines } from '../worker-lines.ts';
import { registerCardPrint } from './card-print.ts';

type Receiver = Extract<WorkerEvent, { type: 'CardHandedOver' }>['data']['receivedBy'];
/** Whoever handles the person's papers may open the person's fields; everybody else sees masks. */
const MAY_REVEAL = [
  'handle-documents',
  'check-claim',
  'register-workers',
  'hand-over-card',
  'audit',
] as const;
const RECEIVERS: readonly Receiver[] = ['WORKER', 'FAMILY'];

const scanCard = async (
  session: Session,
  token: string,
  options: { place: string; receivedBy: Receiver },
) => {
  const read = await cardTokens(session.keys).verify(token);
  if (!read.valid)
    return foundWrong({ valid: false, reason: read.reason }, [
      'tanda tangan kartu tidak sah / the signature of the card is not valid',
    ]);
  const worker = await workerByCard(session.db, read.cardId);
  if (worker === undefined)
    return foundWrong({ valid: true, found: false }, ['kartu tidak dikenal / unknown card']);
  const answer = await session.gateway.send(
    envelope(session, 'worker', worker.workerId, {
      type: 'HandOverCard',
      data: {
        workerId: worker.workerId,
        cardId: read.cardId,
        method: 'SCAN',
        receivedBy: options.receivedBy,
        place: options.place,
      },
    }),
  );
  return answerOutcome(session, answer, [`pekerja / worker: ${worker.workerId}`], {
    workerId: worker.workerId,
  });
};

const registerHandOver = (card: Command, cli: Cli): void => {
  card
    .command('hand-over')
    .description('serah terima menurut daftar / hand over by list')
    .argument('<file>', 'CSV dengan kolom KARTU / with a column KARTU (card ids)')
    .requiredOption('--place <code>', 'kode kelurahan / place')
    .action((file: string, options: { place: string }) =>
      cli.perform(async (session) => {
        const { sha256: stored } = await session.documents.put(await readFile(file));
        const answer = await session.gateway.handOverCards({
          fileSha256: stored,
          place: options.place,
          actorId: session.actorId,
          correlationId: newCommandId(session),
        });
        if (answer.status === 'refused') return answerOutcome(session, answer, []);
        const progress = await followBatch(session, {
          kind: 'cards',
          id: answer.batchId,
          step: 'HAND_OVER',
        });
        const said = `dimulai / started: cards/${answer.batchId}`;
        return done({ ...answer, progress }, [said, progress.line]);
      }),
    );
  card
    .command('scan')
    .description('serah terima dengan memindai kartu / hand over by scanning the card')
    .argument('<token>', 'isi QR / content of the QR')
    .requiredOption('--place <code>', 'kode kelurahan / place')
    .option('--received-by <who>', RECEIVERS.join(' | '), oneOf(RECEIVERS), 'WORKER' as const)
    .action((token: string, options: { place: string; receivedBy: Receiver }) =>
      cli.perform((session) => scanCard(session, token, options)),
    );
};

const registerCardTokens = (card: Command, cli: Cli): void => {
  card
    .command('show')
    .description('isi QR kartu seorang pekerja / the card token of a worker')
    .argument('<worker>', 'pekerja / worker', idOption)
    .action((workerId: string) =>
      cli.perform(async (session) => {
        const worker = await workerById(session.db, workerId);
        if (worker?.cardId == null)
          return foundWrong({ workerId, card: null }, ['belum ada kartu / no card yet']);
        const token = await cardTokens(session.keys).sign({
          cardId: worker.cardId,
          validFrom: worker.coverStart ?? '',
        });
        return done({ workerId, cardId: worker.cardId, state: worker.cardState, token }, [token]);
      }),
    );
  card
    .command('verify')
    .description('periksa tanda tangan dan status / verify signature and status')
    .argument('<token>', 'isi QR')
    .action((token: string) =>
      cli.perform(async (session) => {
        const read = await cardTokens(session.keys).verify(token);
        if (!read.valid)
          return foundWrong({ valid: false }, ['tanda tangan tidak sah / not valid']);
        const worker = await workerByCard(session.db, read.cardId);
        // Equal answers for unknown and ended: nobody learns who is a member by trying.
        const status = worker?.stage === 'ENROLLED' ? 'ACTIVE' : 'NOT_ACTIVE';
        return done({ valid: true, status }, [
          'tanda tangan sah / signature valid',
          `status terkini / current status: ${status}`,
        ]);
      }),
    );
  card
    .command('board')
    .description('kartu per kelurahan / cards per kelurahan')
    .action(() =>
      cli.perform(async (session) => {
        const rows = await cardBoard(session.db);
        return done(
          rows,
          table([
            ['kelurahan', 'terbit', 'diserahkan', '%'],
            ...rows.map((row) => [
              row.kelurahan,
              String(row.issued),
              String(row.handedOver),
              `${row.percent}`,
            ]),
          ]),
        );
      }),
    );
};

const registerCard = (program: Command, cli: Cli): void => {
  const card = program.command('card').description('kartu peserta / cards');
  registerHandOver(card, cli);
  registerCardTokens(card, cli);
  registerCardPrint(card, cli);
};

export const registerWorker = (program: Command, cli: Cli): void => {
  const worker = program.command('worker').description('pekerja rentan / workers');
  worker
    .command('show')
    .description('kepesertaan, kartu, klaim / membership, card, claim')
    .argument('<worker>', 'pekerja / worker', idOption)
    .option('--reveal <why>', 'buka data pribadi dengan alasan / open personal data with a reason')
    .action((workerId: string, options: { reveal?: string }) =>
      cli.perform(async (session) => {
        const found = await workerById(session.db, workerId);
        if (found === undefined)
          return foundWrong({ workerId, found: false }, ['pekerja tidak ditemukan / not found']);
        const reveal = options.reveal !== undefined;
        const refusal = reveal ? await refusedAct(session, MAY_REVEAL, found.kelurahan) : undefined;
        if (refusal !== undefined) return refusal;
        const { json, lines } = await workerLines(session, found, reveal);
        return done(json, lines);
      }),
    );
  worker
    .command('list')
    .description('daftar pekerja tanpa data pribadi / workers without personal data')
    .option('--roster <id>', 'roster', idOption)
    .option('--kelurahan <code>', 'kode kelurahan')
    .option('--limit <n>', 'baris / rows', countOption, 500)
    .option('--cursor <cursor>', 'halaman berikut / next page')
    .action((options: { roster?: string; kelurahan?: string; limit: number; cursor?: string }) =>
      cli.perform(async (session) => {
        const page = await listMembers(session.db, {
          limit: options.limit,
          ...(options.roster !== undefined && { rosterId: options.roster }),
          ...(options.kelurahan !== undefined && { kelurahan: options.kelurahan }),
          ...(options.cursor !== undefined && { cursor: options.cursor }),
        });
        const workers = page.rows.map(
          ({ workerId, stage, kelurahan, occupation, cardId, cardState, historic }) => ({
            workerId,
            stage,
            kelurahan,
            occupation,
            cardId,
            cardState,
            historic,
          }),
        );
        return done({ workers, nextCursor: page.nextCursor }, [
          ...table([
            ['pekerja', 'tahap', 'kelurahan', 'pekerjaan', 'kartu'],
            ...workers.map((row) => [
              row.workerId,
              markedStage(row),
              row.kelurahan,
              row.occupation,
              row.cardState,
            ]),
          ]),
          ...historicNote(workers),
          ...(page.nextCursor === null ? [] : [`lanjut / next: --cursor ${page.nextCursor}`]),
        ]);
      }),
    );
  registerCard(program, cli);
};
