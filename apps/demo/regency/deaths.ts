// Who dies in the story of a regency: chosen once from the members of a list, and carried to a verdict.
import { z } from 'zod';
import type { LocalDate } from '../../../domain/calendar.ts';
import { carryDeath } from '../claim-path.ts';
import type { Words } from '../narrator.ts';
import { type Lived, pathOf, remembered, type Story } from '../story-parts.ts';
import { VILLAGE_OFFICER } from './regency.ts';

const listed = z.object({
  workers: z.array(z.object({ workerId: z.string(), stage: z.string().optional() })),
});

/** Somebody on the list of whom no death is known; `place` tells several of one list apart. */
export const someMember = (
  story: Story,
  key: string,
  { roster, place = 0 }: { readonly roster: string; readonly place?: number },
): Promise<string> =>
  remembered(pathOf(story, `anggota-${key}.json`), z.string(), async () => {
    const answer = await story.narrator.quietly({
      title: `anggota ${key}`,
      as: VILLAGE_OFFICER,
      args: ['worker', 'list', '--roster', roster, '--limit', '20'],
    });
    const alive = listed
      .parse(answer)
      .workers.filter(({ stage }) => stage === undefined || stage === 'ENROLLED')
      .at(place);
    if (alive === undefined) throw new Error(`nobody lives on list ${key}`);
    return alive.workerId;
  });

export type Died = { readonly key: string; readonly workerId: string; readonly diedOn: LocalDate };

/** Side by side, as in an office; answers the claims in the order of the deaths. */
export const carryDeaths = async (
  story: Story,
  deaths: readonly Died[],
  title: Words,
): Promise<readonly Lived[]> => {
  const claims = new Map<string, string>();
  await story.narrator.together(
    title,
    deaths.map((death) => async (type) => {
      const { diedOn, key: place, workerId } = death;
      const known = { diedOn, place, workerId, officer: VILLAGE_OFFICER };
      claims.set(place, await carryDeath(story, known, type));
    }),
    deaths.length,
  );
  return deaths.map(({ key, workerId }) => ({ workerId, claimId: claims.get(key) ?? '' }));
};
