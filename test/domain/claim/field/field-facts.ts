// Wishes about visits and courts, shared by the specifications.
import { localDate } from '../../../../domain/calendar.ts';
import type { ClaimCommand } from '../../../../domain/claim/events.ts';
import type { MinutesSigner, VisitResult } from '../../../../domain/claim/field/field-events.ts';
import { sealed } from '../claim-facts.ts';

export const awaitCourt: ClaimCommand = {
  type: 'AwaitCourt',
  data: { court: 'PA Bontang', reference: '12/Pdt.P/2024', filedOn: localDate('2024-06-20') },
};

export const assignVisit = (officer = 'eko', mayVisit = true): ClaimCommand => ({
  type: 'AssignFieldVisit',
  data: { officer, mayVisit },
});

export const openVisit = (reason = 'alamat tidak cocok'): ClaimCommand => ({
  type: 'OpenFieldVisit',
  data: { reason },
});

export const bothSigned: readonly MinutesSigner[] = [
  { part: 'OFFICER', name: sealed('visit.signer') },
  { part: 'WITNESS', name: sealed('visit.signer') },
];

export const recordVisit = (
  result: VisitResult = 'CONFIRMED',
  evidenceSha256 = 'sha-minutes',
  change: Partial<Extract<ClaimCommand, { type: 'RecordFieldVisit' }>['data']> = {},
): ClaimCommand => ({
  type: 'RecordFieldVisit',
  data: {
    ...{ visitedOn: localDate('2024-06-25'), result, minutes: sealed('visit.minutes') },
    ...{ signers: bothSigned, evidenceSha256, ...change },
  },
});
