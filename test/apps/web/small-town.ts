// The story of Bontang for a handful of people, told into the office of a web test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../../apps/cli/program.ts';
import { sharedSession } from '../../../apps/cli/shared-session.ts';
import { scenarioOf } from '../../../apps/demo/bontang/scenario.ts';
import { tellBontang } from '../../../apps/demo/bontang/story.ts';
import { createNarrator } from '../../../apps/demo/narrator.ts';
import { officeDay } from '../../../domain/calendar.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import { type ClaimListItem, listClaims } from '../../../projections/claim-queue.ts';
import type { WebFixture } from './web-fixture.ts';

const WORKERS = 60;

export type SmallTown = {
  /** The first claim that stands there, as the queue shows it. */
  claimAt(stage: ClaimListItem['stage']): Promise<ClaimListItem>;
};

export const tellSmallTown = async ({ office }: Pick<WebFixture, 'office'>): Promise<SmallTown> => {
  const { session } = office;
  const folder = mkdtempSync(join(tmpdir(), 'lindung-web-'));
  const today = officeDay(session.now());
  try {
    const narrator = createNarrator({
      ...{ runCommandLine, openSession: sharedSession(session), storyId: 'web', language: 'id' },
      ...{ out: () => undefined, progress: () => undefined },
    });
    const scenario = scenarioOf(WORKERS, 1);
    await tellBontang({ narrator, scenario, folder, storyId: 'web', today });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    async claimAt(stage) {
      const wish = { stages: [stage], today, calendar: NATIONAL_HOLIDAYS };
      const [row] = (await listClaims(session.db, wish)).rows;
      if (row === undefined) throw new Error(`no claim at ${stage}`);
      return row;
    },
  };
};
