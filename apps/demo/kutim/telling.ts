// What the chapters of Kutai Timur's story share.
import type { Story } from '../story-parts.ts';
import type { KutimScenario } from './scenario.ts';

export type KutimTelling = Story & { readonly scenario: KutimScenario };
