// The longest test files begin first, so that no core is idle at the end of a lane.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By how long each takes on two cores; a fresh clone has measured nothing yet. */
const LONGEST = [
  'workflows/payout-schedule',
  'demo/changed-scenario',
  'apps/supervisor/together',
  'bank-simulator/bank-simulator',
  'workflows/waits-and-deadlines',
  'workflows/card-to-settlement',
  'supervisor/moved-service',
  'projections/rebuild-equals-live',
  'second-calculator',
  'demo/regencies',
  'outage-repair',
  'outage.test',
  'journeys/city-goes-live',
  'journeys/demo',
  'journeys/take-over',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((name) => moduleId.includes(name));
  return place < 0 ? LONGEST.length : place;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => rank(one) - rank(other));
  }
}
