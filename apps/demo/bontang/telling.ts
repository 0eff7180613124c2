// What every chapter of Bontang's story shares: that of any story, and its numbers.
import type { Story } from '../story-parts.ts';
import type { Scenario } from './scenario.ts';

export type Telling = Story & { readonly scenario: Scenario };
