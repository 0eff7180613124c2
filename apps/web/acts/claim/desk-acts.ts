// Whose case it is: take it, or give it back to the queue.
import { claimFileInLog } from '../../../../projections/claim-file.ts';
import { defineAct } from '../act.ts';
import type { ActAt } from '../act-at.ts';
import { givenTextField, longTextField, optionalField } from '../fields.ts';

/** With whom the person saw it: somebody who took it meanwhile loses nothing. */
const seenWith = async ({ desk, streamId }: ActAt) => {
  const file = await claimFileInLog(desk.store, streamId);
  const from = file?.facts.assignee;
  return from === undefined || from === null ? {} : { from };
};

const reason = optionalField(
  longTextField({ label: ['Alasan (boleh kosong)', 'Reason (may be left out)'] }),
);

export const assign = defineAct({
  name: 'assign',
  category: 'claim',
  command: 'AssignClaim',
  title: ['Ambil klaim', 'Take the claim'],
  button: ['Ambil klaim', 'Take the claim'],
  explain: [
    'Klaim tampil dalam antrean Anda, dan rekan Anda melihat bahwa Anda mengerjakannya.',
    'The claim stands in your queue, and your colleagues see that you work on it.',
  ],
  fields: {
    from: optionalField(givenTextField({ label: ['Sekarang dikerjakan', 'Now with'] })),
    reason,
  },
  start: seenWith,
  make: ({ from, reason: why }, { desk }) => ({
    type: 'AssignClaim',
    data: { assignee: desk.actorId, from: from ?? null, reason: why ?? null, isVerifier: false },
  }),
});

export const release = defineAct({
  name: 'release',
  category: 'claim',
  command: 'ReleaseClaim',
  title: ['Lepas ke antrean', 'Give back to the queue'],
  button: ['Lepas', 'Give back'],
  fields: { reason },
  make: ({ reason: why }) => ({ type: 'ReleaseClaim', data: { reason: why ?? null } }),
});
