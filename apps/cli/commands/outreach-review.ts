// `lindung outreach review|compare|accept|dismiss`: whether a row of a list of the dead speaks of a member.
import type { Command } from 'commander';
import type { Acts } from '../../../domain/office/reading-acts.ts';
import { initialsOf } from '../../../domain/office/visibility.ts';
import type { Sealed } from '../../../domain/sealed.ts';
import type { DoubtRow } from '../../../projections/known-deaths/doubt-row.ts';
import { doubtById, doubtsBeside, openDoubts } from '../../../projections/known-deaths.ts';
import { type Member, workerById, workersById } from '../../../projections/member-roster.ts';
import type { PageWish } from '../../../projections/page.ts';
import { wordOf } from '../../copy/code-words.ts';
import { formatDay } from '../../copy/format.ts';
import {
  deathSources,
  nikVerdicts,
  outreachPhrases as phrases,
} from '../../copy/outreach-phrases.ts';
import { say } from '../../copy/text.ts';
import { refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import { recordLook, revealReason } from '../look.ts';
import {
  areaOption,
  cursorOption,
  idOption,
  isIdKey,
  isInstantKey,
  limitOption,
  reasonOption,
} from '../option-values.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import { kelurahanText } from '../place-words.ts';
import { answerOutcome, envelope, isRefused, refusalOutcome, type Session } from '../session.ts';

/** Whoever brings the news to a family, or decides whether it is news. */
export const OUTREACH_READERS: Acts = ['report-death', 'handle-documents', 'check-claim', 'audit'];

const review = async (
  session: Session,
  wish: PageWish & { readonly area?: string },
): Promise<Outcome> => {
  const denied = await refusedAct(session, OUTREACH_READERS, wish.area ?? null);
  if (denied !== undefined) return denied;
  const { language } = session;
  const page = await openDoubts(session.db, wish);
  const members = await workersById(
    session.db,
    page.rows.map(({ workerId }) => workerId),
  );
  const { doubt, worker, kelurahan, died, score, source, row: rowName } = phrases.columns;
  const rows = page.rows.map(({ name: _name, birthDate: _birth, nik: _nik, ...row }) => row);
  const lines = pageLines(language, {
    columns: [worker, doubt, kelurahan, died, score, source, rowName],
    rows: rows.map((row) => [
      ...[row.workerId, row.doubtId, kelurahanText(members.get(row.workerId)?.kelurahan ?? '')],
      formatDay(row.deathDate, language),
      String(row.score),
      wordOf(deathSources, row.source, language),
      String(row.listRow),
    ]),
    next: page.nextCursor,
    empty: say(language, phrases.none),
  });
  return done({ rows, nextCursor: page.nextCursor }, lines);
};

type Found = { readonly doubt: DoubtRow; readonly member: Member };

/** A doubt about this worker; a number of another worker's doubt is unknown here. */
const foundDoubt = async (
  session: Session,
  workerId: string,
  doubtId: string,
): Promise<Found | Outcome> => {
  const member = await workerById(session.db, workerId);
  const denied = await refusedAct(session, OUTREACH_READERS, member?.kelurahan ?? null);
  if (denied !== undefined) return denied;
  const doubt = await doubtById(session.db, doubtId);
  if (doubt?.workerId === workerId && member !== undefined) return { doubt, member };
  const sentence = say(session.language, phrases.doubtNone, { id: doubtId });
  return refusedWith('DeathDoubtUnknown', sentence, { doubtId, found: false });
};

/** Sealed values by name; what cannot be opened any more is left out. */
const openedOf = async <Name extends string>(
  { keys }: Session,
  sealed: Readonly<Record<Name, Sealed | null>>,
): Promise<{ readonly [K in Name]?: string }> => {
  const given = Object.entries<Sealed | null>(sealed).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  const opened = await keys.openMany(given.map(([, value]) => value));
  const entries = opened.flatMap((one, at) =>
    one.status === 'opened' ? [[given[at]?.[0] ?? '', one.value] as const] : [],
  );
  return Object.fromEntries(entries) as { readonly [K in Name]?: string };
};

/** Whether the two rows name one NIK is told without the number. */
const nikVerdict = (listed: string | undefined, own: string | undefined) => {
  if (listed === undefined) return 'ABSENT';
  return listed === own ? 'SAME' : 'OTHER';
};

type Which = { readonly workerId: string; readonly doubtId: string };

const compare = async (
  session: Session,
  { workerId, doubtId }: Which,
  reason: string | undefined,
): Promise<Outcome> => {
  const { language } = session;
  if (reason !== undefined) {
    const fields = ['name', 'birthDate'] as const;
    const note = { type: 'NoteWorkerRevealed', data: { workerId, fields, reason } } as const;
    const refused = await recordLook(session, { category: 'worker', note });
    if (refused !== undefined) return refusalOutcome(session, refused);
  }
  const found = await foundDoubt(session, workerId, doubtId);
  if ('json' in found) return found;
  const { doubt, member } = found;
  const seen = ({ name = '-', birthDate = '-' }: { name?: string; birthDate?: string }) =>
    reason === undefined
      ? { name: initialsOf(name), birth: birthDate.slice(0, 4) }
      : { name, birth: birthDate };
  const there = await openedOf(session, {
    ...{ name: doubt.name, birthDate: doubt.birthDate, nik: doubt.nik },
  });
  const here = await openedOf(session, {
    ...{ name: member.name, birthDate: member.birthDate, nik: member.nik },
  });
  const [listed, own] = [seen(there), seen(here)];
  const nik = nikVerdict(there.nik, here.nik);
  const beside = (await doubtsBeside(session.db, doubt)).map((each) => each.doubtId);
  const { deathDate, score, source, listRow } = doubt;
  const facts = { doubtId, workerId, deathDate, score, source, listRow, nik };
  return done({ ...facts, listed, member: own, beside }, [
    say(language, phrases.listed, listed),
    say(language, phrases.member, own),
    wordOf(nikVerdicts, nik, language),
    say(language, phrases.doubtRow, { row: listRow, score }),
    ...(beside.length === 0 ? [] : [say(language, phrases.beside, { ids: beside.join(', ') })]),
    ...(reason === undefined ? [say(language, phrases.masked)] : []),
  ]);
};

const sendDecision = (
  session: Session,
  { doubtId, workerId }: Pick<DoubtRow, 'doubtId' | 'workerId'>,
  wish: { readonly isSamePerson: boolean; readonly reason: string },
) =>
  session.gateway.send(
    envelope(session, 'worker', workerId, {
      type: 'DecideDeathDoubt',
      data: { workerId, doubtId, ...wish },
    }),
  );

/** One row speaks of one person: whom it does not mean is decided with whom it means. */
const decide = async (
  session: Session,
  which: Which,
  wish: { readonly isSamePerson: boolean; readonly reason: string },
): Promise<Outcome> => {
  const answer = await sendDecision(session, which, wish);
  const doubt = await doubtById(session.db, which.doubtId);
  const isTaken = !isRefused(answer) && wish.isSamePerson && doubt !== undefined;
  const beside = isTaken ? await doubtsBeside(session.db, doubt) : [];
  const others = { ...session, commandId: undefined };
  for (const other of beside)
    await sendDecision(others, other, { isSamePerson: false, reason: wish.reason });
  const lines =
    beside.length > 0
      ? [say(session.language, phrases.besideDismissed, { count: beside.length })]
      : [];
  return answerOutcome(session, answer, lines, which);
};

export const registerOutreachReview = (outreach: Command, cli: Cli): void => {
  outreach
    .command('review')
    .option('--area <code>', '', areaOption)
    .option('--limit <n>', '', limitOption, 50)
    .option('--cursor <cursor>', '', cursorOption([isInstantKey, isIdKey]))
    .action((wish: PageWish & { area?: string }) => cli.act((session) => review(session, wish)));
  outreach
    .command('compare')
    .argument('<worker>', '', idOption)
    .argument('<doubt>', '', idOption)
    .option('--reveal [why]', '', reasonOption)
    .action((workerId: string, doubtId: string, { reveal }: { reveal?: string | true }) =>
      cli.act((session) => compare(session, { workerId, doubtId }, revealReason(session, reveal))),
    );
  for (const [name, isSamePerson] of [
    ['accept', true],
    ['dismiss', false],
  ] as const)
    outreach
      .command(name)
      .argument('<worker>', '', idOption)
      .argument('<doubt>', '', idOption)
      .requiredOption('--why <text>', '', reasonOption)
      .action((workerId: string, doubtId: string, { why: reason }: { why: string }) =>
        cli.act((session) => decide(session, { workerId, doubtId }, { isSamePerson, reason })),
      );
};
