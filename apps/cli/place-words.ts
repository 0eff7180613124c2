// A kelurahan as people know it: its name beside its code.
import { areaName } from '../../domain/region.ts';

/** `Tanjung Laut (64.74.02.1001)`; the code alone where its name is not listed here. */
export const kelurahanText = (code: string): string => {
  const name = areaName(code);
  return name === code ? code : `${name} (${code})`;
};
