// A request for local aid is answered by the Perwali of the day of death, every ground at once.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { type Context, fold } from '../../../domain/decider.ts';
import type { AidTerms } from '../../../domain/local-aid/fund-events.ts';
import {
  type AidRequestCommand,
  type AidRequestEvent,
  aidRequestDecider,
  aidRequestStage,
} from '../../../domain/local-aid/request.ts';
import { type RupiahText, rupiah, rupiahText } from '../../../domain/money.ts';
import { sealedField } from '../sealed-field.ts';

const context: Context = {
  by: { id: 'ani', office: 'DISNAKER', act: 'check-claim', letter: 'SK' },
  now: '2022-04-30T02:00:00.000Z',
};
const terms: AidTerms = {
  ...{ termsId: 't', from: localDate('2022-01-01'), amountIdr: rupiahText(rupiah(3_000_000n)) },
  ...{ filingDays: 100, poorOnly: true, residentsOnly: true, papers: ['DEATH_CERTIFICATE'] },
  perwali: { number: '9/2022', on: localDate('2022-01-01') },
};
type Wish = Extract<AidRequestCommand, { type: 'RequestAid' }>['data'];
const request = (own: Partial<Wish> = {}): AidRequestCommand => ({
  type: 'RequestAid',
  data: {
    ...{ requestId: 'r', programmeId: 'p', payerId: 'city', kelurahan: '64.74.01.1001' },
    ...{ deathDate: localDate('2022-01-20'), isPoor: true, papers: ['DEATH_CERTIFICATE'] },
    ...{ deceasedName: sealedField('deceased.name'), deceasedNik: sealedField('deceased.nik') },
    payee: {
      ...{ ref: 'heir', name: sealedField('payee.name'), account: sealedField('payee.account') },
      ...{ accountIndex: 'ab', bic: 'PDKTIDJ1' },
    },
    ...own,
  },
});
const verify = (of: AidTerms | null = terms): AidRequestCommand => ({
  ...{ type: 'VerifyAid', data: { terms: of, region: '64.74' } },
});
const decide = (past: readonly AidRequestEvent[], command: AidRequestCommand) =>
  aidRequestDecider.decide(command, fold(aidRequestDecider, past), context);
const historyOf = (...commands: readonly AidRequestCommand[]): readonly AidRequestEvent[] =>
  commands.reduce<readonly AidRequestEvent[]>((past, command) => {
    const decision = decide(past, command);
    return 'accepted' in decision ? past.concat(decision.accepted) : past;
  }, []);

describe('a request for local aid', () => {
  test('in time, with its papers, is granted the tariff of its Perwali', () => {
    const history = historyOf(request(), verify());
    expect(history.at(-1)).toMatchObject({
      type: 'AidVerified',
      data: { amountIdr: '3000000' as RupiahText, receivedAt: context.now, verifiedBy: ['ani'] },
    });
    expect(aidRequestStage(fold(aidRequestDecider, history))).toBe('AID_VERIFIED');
  });

  test('on day 100 is in time, on day 101 late', () => {
    const day100 = historyOf(request({ deathDate: localDate('2022-01-20') }), verify());
    expect(day100.at(-1)?.type).toBe('AidVerified');
    const day101 = historyOf(request({ deathDate: localDate('2022-01-19') }), verify());
    expect(day101.at(-1)).toMatchObject({ type: 'AidRejected', data: { grounds: ['FILED_LATE'] } });
  });

  test('hears every ground at once', () => {
    const wrong = { deathDate: localDate('2021-12-01'), isPoor: false, kelurahan: '64.08.01.1001' };
    expect(historyOf(request(wrong), verify()).at(-1)).toMatchObject({
      data: { grounds: ['FILED_LATE', 'NOT_POOR', 'NOT_RESIDENT'], perwali: { number: '9/2022' } },
    });
    expect(historyOf(request(), verify(null)).at(-1)).toMatchObject({
      data: { grounds: ['NO_TERMS_THEN'], perwali: null },
    });
  });

  test('waits for its papers', () => {
    const bare = historyOf(request({ papers: [] }));
    expect(decide(bare, verify())).toMatchObject({
      refused: { code: 'AidPapersMissing', facts: { missing: 'DEATH_CERTIFICATE' } },
    });
    const paper: AidRequestCommand = {
      ...{ type: 'ReceiveAidPaper', data: { paper: 'DEATH_CERTIFICATE', sha256: null } },
    };
    expect(historyOf(request({ papers: [] }), paper, verify()).at(-1)?.type).toBe('AidVerified');
  });

  test('is asked once, answered once, and withdrawn with a reason', () => {
    const history = historyOf(request(), verify());
    expect(decide(history, request())).toMatchObject({ refused: { code: 'AidAlreadyRequested' } });
    expect(decide(history, verify())).toMatchObject({ refused: { code: 'AidAlreadyAnswered' } });
    const back = (reason: string): AidRequestCommand => ({ type: 'WithdrawAid', data: { reason } });
    expect(decide(history, back(' '))).toMatchObject({ refused: { code: 'ReasonMissing' } });
    expect(decide(history, back('pindah'))).toMatchObject({ accepted: [{ type: 'AidWithdrawn' }] });
    expect(decide([], verify())).toMatchObject({ refused: { code: 'AidRequestUnknown' } });
    const future = request({ deathDate: localDate('2022-05-02') });
    expect(decide([], future)).toMatchObject({ refused: { code: 'DeathDateInFuture' } });
  });
});
