// Samples of what the sponsor's own aid records: its fund and its requests.
import type { AidFundEvent } from '../../domain/local-aid/fund-events.ts';
import type { AidRequestEvent } from '../../domain/local-aid/request.ts';
import { day, fileSha256, idr, ids, type SamplesOf, sealed } from './event-sample-parts.ts';

const requestId = '3f9e7d04-8c2a-5c6e-8b3d-95e2cbf70432';
const termsId = '4a0f8e15-9d3b-4d7f-9c4e-a6f3dc081543';
const fundId = '5b1a9f26-ae4c-5e8a-8d5f-b704ed192654';
const payableId = '6c2ba037-bf5d-5f9b-9e60-c815fe2a3765';
const amountIdr = idr(3_000_000n);
const perwali = { number: '9/2022', on: day('2022-01-03') };
const receivedAt = '2022-02-01T02:00:00.000Z';
const verifiedBy = ['verifikator-1', 'verifikator-2'];
const request = {
  ...{ requestId, programmeId: ids.programme, payerId: ids.payer, kelurahan: '64.74.01.1001' },
  ...{ deathDate: day('2022-01-20'), deceasedName: sealed('deceased.name', requestId) },
  deceasedNik: sealed('deceased.nik', requestId),
  payee: {
    ...{
      ref: 'heir',
      name: sealed('payee.name', requestId),
      account: sealed('payee.account', requestId),
    },
    ...{ accountIndex: fileSha256, bic: 'PDKTIDJ1' },
  },
  ...{ isPoor: true, papers: ['FAMILY_CARD', 'HEIR_ID'] as const, receivedAt },
};

export const localAidSamples: SamplesOf<AidFundEvent | AidRequestEvent> = {
  AidTermsProposed: [
    {
      ...{ fundId, programmeId: ids.programme, payerId: ids.payer, termsId, amountIdr, perwali },
      ...{ from: day('2022-01-03'), filingDays: 100, poorOnly: true, residentsOnly: true },
      ...{ papers: ['DEATH_CERTIFICATE', 'FAMILY_CARD'], proposedBy: ['perencana-1'] },
    },
  ],
  AidTermsConfirmed: [{ termsId, confirmedBy: ['kepala-2'] }],
  AidBudgetSet: [{ year: 2022, amountIdr: idr(651_000_000n), document: 'DPA-4.01/2022' }],
  AidReserved: [{ requestId, year: 2022, amountIdr, receivedAt, verifiedBy }],
  AidQueued: [{ requestId, amountIdr, receivedAt, verifiedBy }],
  AidFreed: [{ requestId, reason: 'ahli waris menarik permohonan' }],
  AidNamedInDecree: [{ requestId, payableId, amountIdr, decreeNumber: '188.45/101/2022' }],
  AidDecreeSigned: [
    {
      ...{ decreeNumber: '188.45/101/2022', decreeDate: day('2022-03-31'), year: 2022 },
      ...{ count: 217, sumIdr: idr(651_000_000n), namesSha256: fileSha256 },
      signedBy: ['penetap-1'],
    },
  ],
  AidRequested: [request],
  AidPaperReceived: [
    { requestId, paper: 'POVERTY_STATEMENT', sha256: fileSha256 },
    { requestId, paper: 'POVERTY_STATEMENT', sha256: null },
  ],
  AidVerified: [{ requestId, termsId, perwali, amountIdr, receivedAt, verifiedBy }],
  AidRejected: [
    { requestId, grounds: ['FILED_LATE'], perwali, rejectedBy: ['verifikator-1'] },
    { requestId, grounds: ['NO_TERMS_THEN'], perwali: null, rejectedBy: ['verifikator-1'] },
  ],
  AidWithdrawn: [{ requestId, reason: 'ahli waris menarik permohonan' }],
};
