// Every operation of the API, in the order of its reference.
import { z } from 'zod';
import { acts as actWords, offices } from '../../copy/code-words.ts';
import { actOperations } from './act-operations.ts';
import { claimOperations } from './claim-operations.ts';
import { defineOperation, type Operation } from './operation.ts';
import { Coded, Day, wordsOf } from './schemas.ts';

const Role = z
  .object({
    act: Coded,
    area: z.string(),
    from: Day,
    to: Day.nullable(),
    lentBy: z.string().nullable(),
  })
  .meta({ id: 'Role' });

const me = defineOperation({
  method: 'get',
  path: '/v1/me',
  name: 'whoAmI',
  group: 'me',
  summary: [
    'Siapa yang masuk, dan kewenangannya hari ini',
    'Who is signed in, and their acts today',
  ],
  answer: z.object({ actorId: z.string(), office: Coded, roles: z.array(Role) }),
  handle: async ({ visit: { visitor } }) => ({
    body: {
      actorId: visitor.actorId,
      office: { code: visitor.office, words: wordsOf(offices[visitor.office]) },
      roles: visitor.roles.map(({ act, area, from, to, principalId }) => ({
        ...{ act: { code: act, words: wordsOf(actWords[act]) }, area, from, to },
        lentBy: principalId,
      })),
    },
  }),
});

export const operations: readonly Operation[] = [me, ...claimOperations, ...actOperations];
