// Letters: numbers without gaps, a letterhead and a signer by day, a void number that stays visible.
import { describe, expect, test } from 'vitest';
import type { ActedBy, Office } from '../../../domain/actor.ts';
import { localDate } from '../../../domain/calendar.ts';
import { claimDecider } from '../../../domain/claim/decider.ts';
import { type Context, fold } from '../../../domain/decider.ts';
import { lettersOfClaim } from '../../../domain/letter/claim-letters.ts';
import type {
  Letterhead,
  LetterheadCommand,
  LetterKind,
  LetterSeriesCommand,
  LetterSeriesEvent,
} from '../../../domain/letter/letter-events.ts';
import {
  letterheadDecider,
  letterheadOn,
  signersOn,
} from '../../../domain/letter/letterhead-decider.ts';
import { letterSeriesDecider } from '../../../domain/letter/series-decider.ts';
import {
  approved,
  claim,
  clerk,
  complete,
  rejected,
  reported,
  returnDocument,
} from '../claim/claim-facts.ts';
import { NOON, specify } from '../specification.ts';

const head: Letterhead = {
  ...{ name: 'BPJS Cabang Bontang', address: 'Jalan 1', contact: '0548', place: 'Bontang' },
  code: 'BPJS-BTG',
};
const place = { office: 'BPJS_BRANCH', area: '64.74' } as const;
const of = (office: Office, id = 'budi', onBehalfOf?: string): ActedBy => ({
  ...{ id, office, act: 'sign-letter', letter: `SK/${id}` },
  ...(onBehalfOf !== undefined && { onBehalfOf }),
});
const at = (by: ActedBy, now = NOON): Context => ({ by, now });
const desk = at(of('BPJS_BRANCH'));
/** Makes the letters that `desk` signs. */
const maker = at(of('BPJS_BRANCH', 'ani'));

type Issue = Extract<LetterSeriesCommand, { type: 'IssueLetter' }>['data'];
const issue = (claimId: string, change: Partial<Issue> = {}): LetterSeriesCommand => ({
  type: 'IssueLetter',
  data: {
    ...{ ...place, kind: 'DETERMINATION', year: 2024, seriesId: 'series-1', claimId, head },
    claim: { version: 12, kinds: ['RECEIPT', 'DETERMINATION'], kelurahan: '64.74.02.1001' },
    ...change,
  },
});
const signers = [{ actorId: 'budi', title: 'Kepala Cabang' }];
const sign = (number: number, by = signers): LetterSeriesCommand => ({
  type: 'SignLetter',
  data: { number, sha256: 'sha', signers: by },
});
const makeVoid = (number: number, reason = 'nama salah'): LetterSeriesCommand => ({
  type: 'VoidLetter',
  data: { number, reason, claimId: 'claim-1' },
});

const series = specify(letterSeriesDecider);
const first = series.after([issue('claim-1'), maker]);

describe('the letter of a decision', () => {
  const own = series.after([issue('claim-1'), desk]);

  test('is not signed by whoever made it', () => {
    series
      .given(...own)
      .when(sign(1), desk)
      .thenRefuses('MakerCannotSign');
    series
      .given(...first)
      .when(sign(1), desk)
      .thenRecords({ type: 'LetterSigned', data: {} });
    expect(own).toMatchObject([{ data: { issuedBy: ['budi'] } }]);
  });

  test('but a receipt may be', () => {
    const receipt = series.after([issue('claim-1', { kind: 'RECEIPT' }), desk]);
    series
      .given(...receipt)
      .when(sign(1), desk)
      .thenRecords({ type: 'LetterSigned', data: {} });
  });
});

describe('a number', () => {
  test('is the next one, and stands on the letter with kind, office, month and year', () => {
    series
      .given()
      .when(issue('claim-1'), maker)
      .thenRecords({
        type: 'LetterIssued',
        data: { number: 1, reference: '001/PEN/BPJS-BTG/VII/2024', claimVersion: 12, head },
      });
    series
      .given(...first)
      .when(issue('claim-2'), maker)
      .thenRecords({ type: 'LetterIssued', data: { number: 2 } });
  });

  test('is never given twice and leaves no gap, whoever asks and whatever becomes void', () => {
    let past: readonly LetterSeriesEvent[] = [];
    for (let turn = 1; turn <= 60; turn += 1) {
      const wish = turn % 3 === 0 ? makeVoid(1 + (turn % 7)) : issue(`claim-${turn}`);
      const decision = letterSeriesDecider.decide(wish, fold(letterSeriesDecider, past), desk);
      if ('accepted' in decision) past = [...past, ...decision.accepted];
    }
    const numbers = past.flatMap((event) =>
      event.type === 'LetterIssued' ? [event.data.number] : [],
    );
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers).toHaveLength(40);
  });

  test('waits for its signature before the claim gets another of its kind', () => {
    series
      .given(...first)
      .when(issue('claim-1'), maker)
      .thenRefuses('LetterWaits', { reference: '001/PEN/BPJS-BTG/VII/2024' });
    for (const wish of [sign(1), makeVoid(1)]) {
      const past = [...first, ...series.given(...first).records(wish, desk)];
      series
        .given(...past)
        .when(issue('claim-1'), maker)
        .thenRecords({ type: 'LetterIssued', data: { number: 2 } });
    }
  });

  test('is given for a letter that the claim has facts for, by its own office, this year, now', () => {
    const refuses = (code: string, change: Partial<Issue>, context = desk) =>
      series.given().when(issue('claim-1', change), context).thenRefuses(code);
    refuses('LetterNotForClaim', { kind: 'REJECTION' });
    refuses('ClaimUnknown', { claim: null });
    refuses('LetterheadMissing', { head: null });
    refuses('LetterYearWrong', { year: 2023 });
    refuses('LetterOfAnotherOffice', {}, at(of('KELURAHAN')));
    const elsewhere = {
      version: 12,
      kinds: ['DETERMINATION'],
      kelurahan: '64.08.04.2001',
    } as const;
    refuses('LetterOfAnotherArea', { claim: elsewhere });
    refuses('LetterOfAnotherArea', { claim: { ...elsewhere, kelurahan: null } });
    refuses('LetterOnlyNow', {}, { ...desk, origin: 'historic' });
  });

  test('of New Year’s Eve is one of the old year until the office’s midnight', () => {
    const eve = at(of('BPJS_BRANCH'), '2024-12-31T15:59:59.000Z');
    series
      .given()
      .when(issue('claim-1'), eve)
      .thenRecords({ type: 'LetterIssued', data: { reference: '001/PEN/BPJS-BTG/XII/2024' } });
    const midnight = at(of('BPJS_BRANCH'), '2024-12-31T16:00:00.000Z');
    series.given().when(issue('claim-1'), midnight).thenRefuses('LetterYearWrong');
  });
});

describe('a signature', () => {
  test('is that of a named person, with their title and the text as it was', () =>
    series
      .given(...first)
      .when(sign(1), desk)
      .thenRecords({
        type: 'LetterSigned',
        data: { number: 1, signer: 'budi', title: 'Kepala Cabang', sha256: 'sha' },
      }));

  test('of somebody else counts where they act for the named person', () => {
    series
      .given(...first)
      .when(sign(1), at(of('BPJS_BRANCH', 'wira', 'budi')))
      .thenRecords({ type: 'LetterSigned', data: { signer: 'wira', title: 'Kepala Cabang' } });
    series
      .given(...first)
      .when(sign(1), at(of('BPJS_BRANCH', 'wira')))
      .thenRefuses('SignerNotNamed', { actorId: 'wira' });
  });

  test('is set once, on a letter that has a number and is not void', () => {
    series.given().when(sign(1), desk).thenRefuses('LetterUnknown');
    series
      .given(...first)
      .when(sign(2), desk)
      .thenRefuses('LetterUnknown');
    const signed = [...first, ...series.given(...first).records(sign(1), desk)];
    series
      .given(...signed)
      .when(sign(1), desk)
      .thenRefuses('LetterAlreadySigned');
    const gone = [...signed, ...series.given(...signed).records(makeVoid(1), desk)];
    series
      .given(...gone)
      .when(sign(1), desk)
      .thenRefuses('LetterVoid');
  });
});

describe('a void', () => {
  test('says why, once, of a letter that there is', () => {
    series
      .given(...first)
      .when(makeVoid(1), desk)
      .thenRecords({ type: 'LetterVoided', data: { number: 1, reason: 'nama salah' } });
    const gone = [...first, ...series.given(...first).records(makeVoid(1), desk)];
    series
      .given(...gone)
      .when(makeVoid(1, 'lagi'), desk)
      .thenNothing();
    series
      .given(...first)
      .when(makeVoid(1, ' '), desk)
      .thenRefuses('ReasonMissing');
    series
      .given(...first)
      .when(makeVoid(9), desk)
      .thenRefuses('LetterUnknown');
    series
      .given(...first)
      .when(makeVoid(1), at(of('DISNAKER')))
      .thenRefuses('LetterOfAnotherOffice');
  });
});

describe('a letterhead', () => {
  const paper = specify(letterheadDecider);
  const set = (from: string, change: Partial<Letterhead> = {}): LetterheadCommand => ({
    type: 'SetLetterhead',
    data: { letterheadId: 'head-1', ...place, from: localDate(from), head: { ...head, ...change } },
  });
  const name = (
    actorId: string,
    period: readonly [string, string | null],
    change: object = {},
  ): LetterheadCommand => ({
    type: 'NameSigner',
    data: {
      ...{ letterheadId: 'head-1', ...place, actorId, title: 'Kepala Cabang' },
      ...{ from: localDate(period[0]), to: period[1] === null ? null : localDate(period[1]) },
      ...{ worksAt: 'BPJS_BRANCH', ...change },
    },
  });
  const admin = at(of('DISNAKER', 'nur'));

  test('is the one that began last, and none before the first', () => {
    const past = paper.after(
      [set('2024-06-01', { name: 'Baru' }), admin],
      [set('2024-01-01'), admin],
    );
    const state = fold(letterheadDecider, past);
    expect(letterheadOn(state, localDate('2023-12-31'))).toBeNull();
    expect(letterheadOn(state, localDate('2024-05-31'))?.name).toBe(head.name);
    expect(letterheadOn(state, localDate('2024-06-01'))?.name).toBe('Baru');
    paper
      .given(...past)
      .when(set('2024-01-01'), admin)
      .thenNothing();
  });

  test('is whole, with a code that fits into a number', () => {
    paper
      .given()
      .when(set('2024-01-01', { address: ' ' }), admin)
      .thenRefuses('LetterheadIncomplete', { field: 'address' });
    paper
      .given()
      .when(set('2024-01-01', { code: 'BPJS/BTG' }), admin)
      .thenRefuses('LetterCodeInvalid');
  });

  test('names who signs from a day to a day; a later naming replaces the earlier', () => {
    const past = paper.after(
      [name('budi', ['2024-01-01', null]), admin],
      [name('ani', ['2024-03-01', '2024-03-31']), admin],
      [name('budi', ['2024-01-01', '2024-06-30'], { title: 'Plt. Kepala Cabang' }), admin],
    );
    const state = fold(letterheadDecider, past);
    expect(signersOn(state, localDate('2024-03-15'))).toEqual([
      { actorId: 'budi', title: 'Plt. Kepala Cabang' },
      { actorId: 'ani', title: 'Kepala Cabang' },
    ]);
    expect(signersOn(state, localDate('2024-07-01'))).toEqual([]);
  });

  test('names nobody unknown, of another office, without a title, or for a period that runs back', () => {
    const refuses = (code: string, wish: LetterheadCommand) =>
      paper.given().when(wish, admin).thenRefuses(code);
    refuses('SignerUnknown', name('hantu', ['2024-01-01', null], { worksAt: null }));
    refuses('SignerOfAnotherOffice', name('eko', ['2024-01-01', null], { worksAt: 'KELURAHAN' }));
    refuses('LetterheadIncomplete', name('budi', ['2024-01-01', null], { title: '' }));
    refuses('PeriodInvalid', name('budi', ['2024-02-01', '2024-01-01']));
  });
});

test('a claim has the letters for which it has facts', () => {
  const kindsAfter = (past: typeof reported): readonly LetterKind[] =>
    lettersOfClaim(fold(claimDecider, past));
  expect(kindsAfter(reported)).toEqual(['INVITATION']);
  expect(kindsAfter(complete)).toEqual(['RECEIPT']);
  const back = claim.given(...complete).records(returnDocument('doc-FAMILY_CARD'), clerk);
  expect(kindsAfter([...complete, ...back])).toEqual(['RECEIPT', 'PAPERS_RETURNED', 'INVITATION']);
  expect(kindsAfter(approved)).toEqual(['RECEIPT', 'DETERMINATION']);
  expect(kindsAfter(rejected)).toContain('REJECTION');
});
