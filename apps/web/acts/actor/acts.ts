// Acts on a person of the offices: a letter that gives an act, a loan of it, its end.
import { stateOf } from '../../../../activities/deciders.ts';
import type { Act } from '../../../../domain/actor.ts';
import { officeDay } from '../../../../domain/calendar.ts';
import { actorDecider } from '../../../../domain/office/decider.ts';
import { streamIds } from '../../../../infra/ids/stream-ids.ts';
import { acts as actWords, type Words } from '../../../copy/code-words.ts';
import { defineAct, type WebAct } from '../act.ts';
import type { ActAt } from '../act-at.ts';
import {
  areaField,
  choiceField,
  dayField,
  longTextField,
  optionalField,
  rupiahField,
  textField,
} from '../fields.ts';

/** The system's own hand is nobody's to give. */
const { 'follow-up': _, ...given } = actWords;
const givenActs: Words<Exclude<Act, 'follow-up'>> = given;

const act = choiceField({ label: ['Kewenangan', 'Act'], words: givenActs });
const area = areaField({
  label: ['Wilayah', 'Area'],
  hint: ['Kode wilayah, misalnya 64.74 atau 64.74.02.', 'Its code, for example 64.74 or 64.74.02.'],
});
const from = dayField({ label: ['Mulai', 'From'] });
const letter = textField({ label: ['Nomor surat', 'Number of the letter'] });

const actorIdOf = async ({ desk, streamId }: ActAt): Promise<string> =>
  stateOf(actorDecider, await desk.store.loadStream(streamId)).actorId ?? '';

/** Of whoever administers: an act is given where they hold sway, and the command says where. */
const ownArea = async ({ desk }: ActAt): Promise<{ readonly area: string }> => {
  const { roles } = stateOf(
    actorDecider,
    await desk.store.loadStream(streamIds.actor(desk.actorId)),
  );
  return { area: roles.find((role) => role.act === 'administer')?.area ?? '' };
};

const today = ({ desk }: ActAt) => Promise.resolve({ from: officeDay(desk.now()) });

const appoint = defineAct({
  name: 'appoint',
  category: 'actor',
  command: 'AppointRole',
  title: ['Beri kewenangan', 'Give an act'],
  button: ['Beri kewenangan', 'Give the act'],
  explain: [
    'Satu kewenangan, di satu wilayah, dengan surat penunjukan. Berlaku sejak tanggal mulai.',
    'One act, in one area, by a letter of appointment. It holds from its first day.',
  ],
  fields: {
    ...{ act, area, letter, from },
    to: optionalField(dayField({ label: ['Sampai (boleh kosong)', 'Until (may be left out)'] })),
    upToIdr: optionalField(
      rupiahField({
        label: ['Batas jumlah (boleh kosong)', 'Up to this sum (may be left out)'],
        hint: ['Hanya untuk menyetujui klaim.', 'For approving claims only.'],
      }),
    ),
  },
  start: today,
  place: ownArea,
  make: async ({ to, upToIdr, ...role }, at) => ({
    type: 'AppointRole',
    data: {
      ...role,
      actorId: await actorIdOf(at),
      to: to ?? null,
      ...(upToIdr !== undefined && { limit: { upToIdr } }),
    },
  }),
});

const delegate = defineAct({
  name: 'delegate',
  category: 'actor',
  command: 'DelegateRole',
  title: ['Limpahkan kewenangan orang lain', 'Lend the act of somebody else'],
  button: ['Limpahkan', 'Lend the act'],
  explain: [
    'Orang ini bertindak atas nama pemberi, dengan surat dan tanggal akhir. Aturan empat orang tetap menghitung keduanya.',
    'This person acts for the principal, by a letter and until a day. The rule of four persons counts both.',
  ],
  fields: {
    principalId: textField({ label: ['Akun pemberi', 'Account of the principal'] }),
    ...{ act, area, letter, from },
    to: dayField({ label: ['Sampai', 'Until'] }),
  },
  start: today,
  place: ownArea,
  make: async (data, at) => ({
    type: 'DelegateRole',
    // Collected inside the command from the principal's own stream.
    data: { ...data, actorId: await actorIdOf(at), principalHolds: false },
  }),
});

const end = defineAct({
  name: 'end-role',
  category: 'actor',
  command: 'EndRole',
  title: ['Akhiri kewenangan', 'End an act'],
  button: ['Akhiri kewenangan', 'End the act'],
  isGrave: true,
  explain: [
    'Sejak tanggal itu kewenangan ini tidak dipegang lagi; yang dipinjamkan darinya ikut berakhir.',
    'From that day the act is held no more; what was lent of it ends, too.',
  ],
  fields: {
    act,
    on: dayField({ label: ['Sejak tanggal', 'From the day'] }),
    reason: longTextField({ label: ['Alasan', 'Reason'] }),
  },
  start: ({ desk }) => Promise.resolve({ on: officeDay(desk.now()) }),
  place: ownArea,
  make: async (data, at) => ({
    type: 'EndRole',
    data: { ...data, actorId: await actorIdOf(at) },
  }),
});

export const actorActs: readonly WebAct[] = [appoint, delegate, end];
