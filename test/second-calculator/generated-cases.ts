// Cases out of one seed, in the format of the worked examples: every kind, every version of the law, and
// each day and sum at which a rule changes, with its neighbours.
import { addDays, addMonths, type LocalDate, localDate } from '../../domain/calendar.ts';
import type { CaseInput } from '../domain/rules/cases/case.ts';
import { BANDS, LOSSES } from '../domain/rules/cases/transcribed-tables.ts';

/** mulberry32: the same seed is the same town for ever. */
const dice = (seed: number) => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (max: number): number => Math.floor(next() * (max + 1));
  return {
    between: (min: number, max: number): number => min + upTo(max - min),
    chance: (share: number): boolean => next() < share,
    of: <Item>(items: readonly Item[]): Item => {
      const item = items[upTo(items.length - 1)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
  };
};

type Dice = ReturnType<typeof dice>;

const FIRST = localDate('2015-07-01');
/** The days on which something in the law changes, and days that calendars stumble over. */
const TURNS = [
  '2015-07-01',
  '2016-02-29',
  '2019-12-02',
  '2020-02-29',
  '2020-08-01',
  '2021-02-01',
  '2023-11-01',
  '2024-02-29',
  '2025-02-24',
  '2025-05-24',
  '2025-12-22',
  '2026-01-01',
  '2026-04-01',
  '2027-01-01',
  '2027-04-01',
].map(localDate);

const eventDay = (d: Dice): LocalDate => {
  const day = d.chance(0.5)
    ? addDays(d.of(TURNS), d.between(-1, 1))
    : addDays(FIRST, d.between(0, 4_500));
  return [FIRST, day].toSorted().at(-1) ?? FIRST;
};

/** The first and last rupiah of a band, its neighbours, and the gap after it. */
const income = (d: Dice): number => {
  const [, first, last] = d.of(BANDS);
  return Math.max(0, d.of([first, last, last + 999]) + d.between(-1, 1));
};

const some = (d: Dice, share: number, fields: () => CaseInput): CaseInput =>
  d.chance(share) ? fields() : {};

const monthText = (day: LocalDate): string => day.slice(0, 7);

const paid = (d: Dice, event: LocalDate): CaseInput => {
  if (d.chance(0.4)) return {};
  if (d.chance(0.05)) return { paid_through_month: null };
  const unpaid_months = d.between(0, 5);
  if (d.chance(0.5)) return { unpaid_months };
  return { paid_through_month: monthText(addMonths(event, -unpaid_months)) };
};

const member = (d: Dice, event: LocalDate): CaseInput => {
  const start = d.of([
    () => addDays(addMonths(event, -3), d.between(-4, 4)),
    () => addDays(event, d.between(-1, 1)),
    () => addDays(event, -d.between(0, 3_000)),
    () => addDays(d.of(TURNS), d.between(-1, 1)),
  ])();
  return {
    segment: 'BPU',
    ...some(d, 0.95, () => ({ membership_start: start })),
    ...paid(d, event),
    ...some(d, 0.3, () => ({ payer: d.of(['APBD', 'APBN', 'SELF']) })),
    ...some(d, 0.2, () => ({ transport_sector: d.chance(0.5) })),
    ...some(d, 0.1, () => ({ monthly_contribution: 16_800 })),
  };
};

const RELATIONS = ['SPOUSE', 'CHILD', 'PARENT', 'SIBLING', 'PARENT_IN_LAW', 'NEPHEW', 'GRANDCHILD'];

const heir = (d: Dice, ref: string, death: LocalDate): CaseInput => ({
  ref,
  relation: d.of(RELATIONS),
  ...some(d, 0.3, () => ({
    birth_date: addDays(addMonths(death, -18 * 12), d.between(-2, 2)),
    guardian: 'g1',
  })),
  ...some(d, 0.1, () => ({ minor: d.chance(0.5), guardian: 'g2' })),
  ...some(d, 0.1, () => ({ court_determination: true })),
});

const family = (d: Dice, death: LocalDate): CaseInput => ({
  ...some(d, 0.7, () => ({
    heirs: ['h1', 'h2'].slice(0, d.between(0, 2)).map((ref) => heir(d, ref, death)),
  })),
  ...some(d, 0.2, () => ({ will: { ref: 'w1', notarial_deed: d.chance(0.5) } })),
  ...some(d, 0.5, () => ({ funeral_arranged_by: { ref: 'p1' } })),
});

const LEVELS = ['TK', 'SD', 'SMP', 'SMA', 'PT', 'TRAINING', 'NONE'];

const child = (d: Dice, ref: string, tested: LocalDate): CaseInput => {
  const level = d.of(LEVELS);
  return {
    ref,
    ...(level !== 'NONE' && { level }),
    grade: d.between(1, 8),
    birth_date: d.chance(0.4)
      ? addDays(addMonths(tested, -23 * 12), d.between(-1, 1))
      : addDays(tested, -d.between(1_000, 8_300)),
    studying: d.chance(0.85),
    ...some(d, 0.1, () => ({ married: true })),
    ...some(d, 0.2, () => ({
      working: true,
      ...some(d, 0.8, () => ({
        registered_as: d.of(['BPU', 'PU', 'APPRENTICE']),
        registered_months: d.between(5, 7),
      })),
    })),
  };
};

const months = (d: Dice): number => d.of([0, 35, 36, 37, 59, 60, 61, d.between(0, 90)]);

const children = (d: Dice, event: LocalDate): CaseInput => {
  if (d.chance(0.4)) return {};
  const tested = d.chance(0.5) ? addDays(event, d.between(0, 400)) : event;
  const refs = ['c1', 'c2', 'c3', 'c4'].slice(0, d.between(1, 4));
  const most = event < '2019-12-02' ? 1 : 2;
  return {
    children: refs.map((ref) => child(d, ref, tested)),
    contribution_months: months(d),
    ...(tested !== event && { school_year_start: tested }),
    ...some(d, 0.4, () => ({ selected_children: refs.slice(0, d.between(0, most)) })),
  };
};

const jkm = (d: Dice): CaseInput => {
  const death_date = eventDay(d);
  return {
    kind: 'jkm_death',
    ...member(d, death_date),
    ...some(d, 0.05, () => ({ segment: 'PU' })),
    declared_monthly_income: income(d),
    death_date,
    cause: 'ILLNESS',
    ...family(d, death_date),
    ...children(d, death_date),
  };
};

const accident = (d: Dice): { readonly event: LocalDate; readonly facts: CaseInput } => {
  const event = eventDay(d);
  const years = event < '2019-12-02' ? 2 : 5;
  return {
    event,
    facts: {
      ...member(d, event),
      ...(d.chance(0.1) ? { diagnosis_date: event } : { accident_date: event }),
      declared_monthly_income: income(d),
      ...some(d, 0.15, () => ({ reference_wage: d.between(300_000, 9_000_000) })),
      ...some(d, 0.2, () => ({
        claim_date: addDays(addMonths(event, years * 12), d.between(-1, 1)),
      })),
      ...some(d, 0.1, () => ({ registered: d.chance(0.5) })),
      ...some(d, 0.05, () => ({ circumstance: 'OUTSIDE_WORK' })),
    },
  };
};

const jkkDeath = (d: Dice): CaseInput => {
  const { event, facts } = accident(d);
  const death_date = addDays(event, d.of([0, 1, d.between(0, 800)]));
  const of = { ...family(d, death_date), ...children(d, death_date) };
  return { kind: 'jkk_death', ...facts, death_date, ...of };
};

const jkkTotal = (d: Dice): CaseInput => {
  const { event, facts } = accident(d);
  const finding_date = addDays(event, d.of([0, d.between(0, 800)]));
  return { kind: 'jkk_total_disability', ...facts, finding_date, ...children(d, finding_date) };
};

const measured = (d: Dice): CaseInput =>
  d.of<() => CaseInput>([
    () => ({ code: 'D28', loss_percent: d.between(1_000, 3_000) / 100 }),
    () => ({ code: 'D30', loss_cm: d.of([0, 0.01, 4.99, 5, 7.49, 7.5, 12]) }),
    () => ({ code: d.of(['D31', 'D32']), loss_db: d.between(0, 60) }),
    () => ({ code: 'D38', loss_percent: d.of([9.99, 10, 25.99, 26, 50.99, 51, 70]) }),
    () => ({ code: d.of(['D40', 'D42']), loss_percent: d.between(0, 10_000) / 100 }),
  ])();

const loss = (d: Dice): CaseInput => ({
  ...(d.chance(0.3) ? measured(d) : { code: d.of(LOSSES)[0] }),
  ...some(d, 0.2, () => ({ count: d.between(1, 3) })),
  ...some(d, 0.3, () => ({
    kind: d.of(['FUNCTIONAL', 'ANATOMICAL']),
    function_loss_percent: d.between(0, 10_000) / 100,
  })),
});

const partial = (d: Dice): CaseInput => ({
  kind: 'jkk_partial_disability',
  ...accident(d).facts,
  handedness: d.of(['RIGHT', 'LEFT']),
  losses: Array.from({ length: d.between(1, 4) }, () => loss(d)),
});

const stmb = (d: Dice): CaseInput => ({
  kind: 'jkk_stmb',
  ...accident(d).facts,
  stmb_days: d.of([0, 1, 179, 180, 181, 359, 360, 361, d.between(0, 2_000)]),
});

const CEILINGS = [
  ['JKK.TRANSPORT_LAND', 1_000_000, 5_000_000],
  ['JKK.TRANSPORT_SEA', 1_500_000, 2_000_000],
  ['JKK.TRANSPORT_AIR', 2_500_000, 10_000_000],
  ['JKK.DENTURES', 3_000_000, 5_000_000],
  ['JKK.HEARING_AID', 2_500_000, 2_500_000],
  ['JKK.GLASSES', 1_000_000, 1_000_000],
  ['JKK.HOME_CARE', 20_000_000, 20_000_000],
  ['JKK.MEDICAL', 0, 350_000_000],
  ['JKK.DIAGNOSTIC', 0, 3_000_000],
  ['JKK.REHABILITATION', 0, 7_000_000],
] as const;

const bill = (d: Dice): CaseInput => {
  const [code, older, newer] = d.of(CEILINGS);
  const amount = Math.max(0, d.of([older, newer]) + d.between(-1, 1));
  const reference = code === 'JKK.REHABILITATION' && d.chance(0.7);
  return { code, amount, ...(reference && { reference_price: d.between(4_999_999, 5_000_001) }) };
};

const reimbursement = (d: Dice): CaseInput => ({
  kind: 'jkk_reimbursement',
  ...accident(d).facts,
  bills: Array.from({ length: d.between(1, 4) }, () => bill(d)),
});

const contribution = (d: Dice): CaseInput => ({
  kind: 'contribution',
  segment: 'BPU',
  contribution_month: monthText(eventDay(d)),
  declared_monthly_income: income(d),
  payer: d.of(['APBD', 'APBN', 'SELF', 'SELF']),
  ...some(d, 0.5, () => ({ transport_sector: d.chance(0.7) })),
});

const invoice = (d: Dice): CaseInput => ({
  ...contribution(d),
  kind: 'contribution_invoice',
  workers: d.between(1, 40_000),
  ...some(d, 0.7, () => ({ months: d.between(1, 14) })),
});

const payment = (d: Dice): CaseInput => {
  const event = eventDay(d);
  const origin = d.of(['JKM', 'JKK']);
  const school_year_start = addDays(event, d.between(0, 900));
  return {
    kind: 'scholarship_payment',
    segment: 'BPU',
    origin,
    ...(origin === 'JKK' && d.chance(0.5) ? { finding_date: event } : { death_date: event }),
    contribution_months: months(d),
    child: child(d, 'c1', school_year_start),
    school_year_start,
  };
};

const late = (d: Dice): CaseInput => {
  const complete = eventDay(d);
  const holidays = [1, 2, 5, 9].map((days) => addDays(complete, d.between(days, days + 3)));
  return {
    kind: 'late_payment',
    benefit: d.of(['JKM', 'JKK']),
    documents_complete_date: complete,
    paid_date: addDays(complete, d.between(0, 40)),
    amount_due: d.between(1, 170_000_000),
    public_holidays: d.chance(0.5) ? holidays : [],
    ...some(d, 0.7, () => ({ late_day_unit: d.of(['CALENDAR', 'WORKING']) })),
    ...some(d, 0.1, () => ({ payer: 'SPONSOR' })),
  };
};

const bar = (d: Dice): CaseInput => {
  const event = eventDay(d);
  const claim_date = addDays(addMonths(event, d.of([24, 60])), d.between(-1, 1));
  const benefit = d.of(['JKM', 'JKK']);
  return {
    kind: 'time_bar',
    benefit,
    ...(benefit === 'JKM' ? { death_date: event } : { accident_date: event }),
    claim_date,
  };
};

const suspicion = (d: Dice): CaseInput => {
  const received = eventDay(d);
  const as_of_date = addDays(received, d.of([0, 29, 30, 31]));
  return { kind: 'suspected_accident', stage1_received_date: received, as_of_date };
};

const MAKERS: readonly ((d: Dice) => CaseInput)[] = [
  ...[jkm, jkm, jkm, jkkDeath, jkkDeath, jkkTotal, partial, partial, stmb, reimbursement],
  ...[reimbursement, contribution, contribution, invoice, payment, payment, late, bar, suspicion],
];

export const generatedCases = (count: number, seed: number): readonly CaseInput[] => {
  const d = dice(seed);
  return Array.from({ length: count }, () => d.of(MAKERS)(d));
};
