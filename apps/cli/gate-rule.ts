// The rule of a premium gate from what a person named: nothing else changes, and nothing is taken in silence.
import type { GateBasis, GateRule, GateWhole } from '../../domain/programme/gate-events.ts';

export type GateWish = {
  readonly basis?: GateBasis;
  readonly share?: number;
  readonly of?: GateWhole;
};

/** What a tranche without a gate is given where the options are silent. */
const USUAL: GateRule = { basis: 'RECEIVED', of: 'REGISTERED', sharePercent: 100 };

/** `taken`: the options that were left out, as they would have been typed. */
export const gateRule = (
  { basis, of, share }: GateWish,
  standing: GateRule | null,
): { readonly rule: GateRule; readonly taken: string } => {
  const known = standing ?? USUAL;
  const rule = {
    basis: basis ?? known.basis,
    of: of ?? known.of,
    sharePercent: share ?? known.sharePercent,
  };
  const taken = [
    ...(basis === undefined ? [`--basis ${rule.basis}`] : []),
    ...(share === undefined ? [`--share ${rule.sharePercent}`] : []),
    ...(of === undefined ? [`--of ${rule.of}`] : []),
  ];
  return { rule, taken: taken.join(' ') };
};
