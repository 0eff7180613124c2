// Samples of what is recorded of the rule book: proposed, withdrawn, activated, open claims met.
import type { RuleBookEvent } from '../../domain/rule-book/events.ts';
import { day, type SamplesOf } from './event-sample-parts.ts';

const rulesetId = 'lindung-rules-2026.2+1';

export const ruleBookSamples: SamplesOf<RuleBookEvent> = {
  RuleVersionProposed: [
    {
      rulesetId,
      basedOn: 'lindung-rules-2026.2',
      basis: 'Surat Kanwil 12/2026',
      rows: [
        {
          rule: 'M-15',
          from: day('2025-02-24'),
          to: null,
          law: 'L3',
          article: 'Permenaker 1/2025',
          confidence: 'P',
          value: { m12_restart_on_lapse: true, m12_grandfather: true },
        },
      ],
      proposedBy: ['hukum-1'],
    },
    {
      rulesetId: 'lindung-rules-2026.2+2',
      basedOn: rulesetId,
      basis: 'PP contoh 1/2027',
      rows: [
        {
          rule: 'M-03',
          from: day('2027-01-01'),
          law: null,
          article: 'PP contoh 1/2027 Pasal 2',
          confidence: 'V',
          value: { idr: '12000000' },
        },
      ],
      proposedBy: ['hukum-1', 'hukum-2'],
    },
  ],
  RuleVersionWithdrawn: [{ rulesetId, reason: 'salah pasal', withdrawnBy: ['hukum-1'] }],
  RuleVersionActivated: [
    {
      rulesetId,
      replaces: 'lindung-rules-2026.2',
      openClaims: 'REVIEW',
      proposedBy: ['hukum-1'],
      activatedBy: ['kepala-1'],
    },
  ],
  OpenClaimsMet: [{ rulesetId, open: 12, pinned: 0, migrated: 0, review: 3 }],
};
