// When an office goes and sees for itself before it decides (domain-rules §4.3, §5.4; practice).
import { L0_FROM, rule } from './rule.ts';

export const FIELD_RULES = {
  'F-01': rule({
    id: 'F-01',
    title: ['Verifikasi lapangan', 'Field verification'],
    rows: [
      {
        law: null,
        from: L0_FROM,
        article: 'praktik BPJS Ketenagakerjaan',
        confidence: 'K',
        // A death of the first days of a membership, and a sudden one at work (K-04).
        value: { soonAfterDays: 90, suddenDeath: true },
      },
    ],
  }),
};
