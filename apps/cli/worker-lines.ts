// One worker for people: membership, card, claim; personal data masked unless opened with a reason.
import { isLocalDate } from '../../domain/calendar.ts';
import type { Sealed } from '../../domain/sealed.ts';
import { WORKER_FIELDS, type WorkerField } from '../../domain/worker/look-events.ts';
import { claimFile } from '../../projections/claim-file.ts';
import type { Member } from '../../projections/member-roster.ts';
import {
  cardMethods,
  cardStates,
  claimOutcomes,
  wordOf,
  workerStages,
} from '../copy/code-words.ts';
import { deskPhrases } from '../copy/desk-phrases.ts';
import { formatDay, type Language } from '../copy/format.ts';
import { occupationWord } from '../copy/occupation-word.ts';
import { peoplePhrases as phrases } from '../copy/people-phrases.ts';
import { say } from '../copy/text.ts';
import { otherDeathDates } from './death-date-lines.ts';
import { kelurahanText } from './place-words.ts';
import type { Session } from './session.ts';

const MASK = '••••';

/** Which fields there are to open: what is not there is not looked at. */
export const presentFields = (member: Member): readonly WorkerField[] =>
  WORKER_FIELDS.filter((field) => member[field] !== null);

export const openWorkerFields = async (
  session: Session,
  member: Member,
  fields: readonly WorkerField[] = WORKER_FIELDS,
): Promise<Readonly<Partial<Record<WorkerField, string>>>> => {
  const present = fields.flatMap((field): [WorkerField, Sealed][] => {
    const sealed = member[field];
    return sealed === null ? [] : [[field, sealed]];
  });
  const opened = await session.keys.openMany(present.map(([, sealed]) => sealed));
  return Object.fromEntries(
    present.map(([field], index) => {
      const value = opened[index];
      return [
        field,
        value?.status === 'opened' ? value.value : say(session.language, deskPhrases.shredded),
      ];
    }),
  );
};

const linesOf = (
  language: Language,
  member: Member,
  shown: (field: WorkerField) => string,
): readonly string[] => {
  const { workerId: id, kelurahan, cardMethod, claimId, claimOutcome, deathDate } = member;
  const born = shown('birthDate');
  const dayOf = (day: string | null): string => (day === null ? '-' : formatDay(day, language));
  const historic = member.historic ? ` (${say(language, phrases.historic)})` : '';
  const stage = `${wordOf(workerStages, member.stage, language)}${historic}`;
  const occupation = occupationWord(member.occupation, language);
  const card = wordOf(cardStates, member.cardState, language);
  const method = cardMethod === null ? '' : ` (${wordOf(cardMethods, cardMethod, language)})`;
  const outcome =
    claimOutcome === null
      ? say(language, phrases.claimOpen)
      : wordOf(claimOutcomes, claimOutcome, language);
  return [
    say(language, phrases.worker, { id, stage }),
    `${say(language, phrases.name, { name: shown('name'), nik: shown('nik'), kpj: shown('kpj') })}, ` +
      say(language, phrases.born, { day: isLocalDate(born) ? formatDay(born, language) : born }),
    say(language, phrases.home, { kelurahan: kelurahanText(kelurahan), occupation }),
    say(language, phrases.cover, {
      decree: member.decreeNumber ?? '-',
      day: dayOf(member.coverStart),
    }),
    say(language, phrases.card, { state: `${card}${method}` }),
    ...(claimId === null
      ? []
      : [
          say(language, claimOutcome === null ? phrases.claimReported : phrases.claim, {
            ...{ day: dayOf(deathDate), id: claimId, outcome },
          }),
        ]),
  ];
};

/** Days of death that do not agree are said here too; who said which stands in the claim. */
const deathDatesOf = async ({ db }: Session, { claimId }: Member): Promise<readonly string[]> => {
  const file = claimId === null ? undefined : await claimFile(db, claimId);
  return file === undefined ? [] : otherDeathDates(file);
};

const differLines = (
  language: Language,
  { claimId }: Member,
  others: readonly string[],
): readonly string[] =>
  claimId === null || others.length === 0
    ? []
    : [
        say(language, phrases.claimDatesDiffer, {
          id: claimId,
          others: others.map((day) => formatDay(day, language)).join(', '),
        }),
      ];

export const workerLines = async (
  session: Session,
  member: Member,
  reveal: boolean,
): Promise<{ readonly json: unknown; readonly lines: readonly string[] }> => {
  const personal = reveal ? await openWorkerFields(session, member) : {};
  const shown = (field: WorkerField): string => personal[field] ?? MASK;
  const masked = Object.fromEntries(WORKER_FIELDS.map((field) => [field, shown(field)]));
  const { disability: _disability, ...rest } = member;
  const { language } = session;
  const others = await deathDatesOf(session, member);
  return {
    json: { ...rest, ...masked, otherDeathDates: others },
    lines: [...linesOf(language, member, shown), ...differLines(language, member, others)],
  };
};
