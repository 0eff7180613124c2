// Cases of kind `late_payment`, `time_bar` and `suspected_accident`.
import {
  addDays,
  daysBetween,
  type HolidayCalendar,
  isLocalDate,
  type LocalDate,
} from '../../calendar.ts';
import { NATIONAL_HOLIDAYS } from '../holidays.ts';
import { type LatePaymentFacts, latePaymentOf } from '../late-payment.ts';
import { conclusionDue, jkkTimeBar, jkmTimeBar } from '../time-bar.ts';
import { type Fields, isRecord } from './fields.ts';
import { type CaseKind, caseKind, outcome } from './outcome.ts';
import { lawfulDate, segmentOf } from './shared-facts.ts';

/** `JKM`, `JKM_DEATH`, `JKK`, `JKK_STMB` …: the programme decides the payment day. */
const programmeOf = (fields: Fields): 'JKM' | 'JKK' => {
  const benefit = fields.optionalText('benefit') ?? '';
  if (!/^JK[MK]/.test(benefit)) fields.refuse('benefit', 'ONE_OF', 'JKM, JKK');
  return benefit.startsWith('JKK') ? 'JKK' : 'JKM';
};

/** The case's own holidays, or the national calendar where it names none. */
const calendarOf = (fields: Fields): HolidayCalendar => {
  const given = fields.optionalTexts('public_holidays');
  if (given === null) return NATIONAL_HOLIDAYS;
  const holidays = given.filter(isLocalDate);
  if (holidays.length < given.length) fields.refuse('public_holidays', 'DATE');
  return { version: 'case', holidays };
};

const readLate = (fields: Fields): LatePaymentFacts & { readonly isBpjs: boolean } => {
  segmentOf(fields);
  const documentsComplete = lawfulDate(fields, 'documents_complete_date');
  // Not paid yet: late so far.
  const paidField =
    fields.has('paid_date') || !fields.has('as_of_date') ? 'paid_date' : 'as_of_date';
  const paid = fields.date(paidField);
  if (paid < documentsComplete)
    fields.refuse(paidField, 'ON_OR_AFTER', `documents_complete_date ${documentsComplete}`);
  return {
    benefit: programmeOf(fields),
    documentsComplete,
    paid,
    amountDueIdr: fields.amount('amount_due'),
    unit: fields.optionalOneOf('late_day_unit', ['CALENDAR', 'WORKING'] as const),
    calendar: calendarOf(fields),
    isBpjs: (fields.optionalOneOf('payer', ['BPJS', 'SPONSOR'] as const) ?? 'BPJS') === 'BPJS',
  };
};

export const latePaymentCase: CaseKind = caseKind(readLate, (facts, law) => {
  const { dueDate, lateDays, lines } = latePaymentOf(facts, law);
  // T-08 binds BPJS; a sponsor who pays late owes no compensation by it.
  const owed = facts.isBpjs ? lines : [];
  return outcome(facts.documentsComplete, {
    lines: owed,
    flags: facts.paid > dueDate ? ['PAID_LATE'] : [],
    figures: { due_date: dueDate, late_days: lateDays, calendar: facts.calendar.version },
  });
});

const readTimeBar = (fields: Fields) => {
  segmentOf(fields);
  const benefit = fields.has('benefit') ? programmeOf(fields) : 'JKK';
  const names = ['diagnosis_date', 'accident_date', 'death_date'];
  const name = names.find((each) => fields.has(each)) ?? 'accident_date';
  const eventDate = lawfulDate(fields, name);
  const claimDate = fields.date('claim_date');
  if (claimDate < eventDate) fields.refuse('claim_date', 'ON_OR_AFTER', `${name} ${eventDate}`);
  return { benefit, eventDate, claimDate };
};

export const timeBarCase: CaseKind = caseKind(readTimeBar, ({ benefit, ...facts }, law) => {
  const bar =
    benefit === 'JKK'
      ? jkkTimeBar(facts.eventDate, facts.claimDate, law)
      : jkmTimeBar(facts.eventDate, facts.claimDate, law);
  return outcome(facts.eventDate, {
    flags: bar.expired ? ['EXPIRED'] : [],
    figures: {
      expired: bar.expired,
      last_claim_date: bar.lastDay,
      expires_on: bar.lastDay === null ? null : addDays(bar.lastDay, 1),
    },
  });
});

type Suspicion = {
  readonly received: LocalDate;
  readonly treatedAtPlkk: boolean;
  readonly conclusion: string | null;
  readonly concludedOn: LocalDate | null;
  readonly asOf: LocalDate;
};

const PENDING = ['PENDING', 'NONE', 'OPEN', 'NOT_CONCLUDED'];

/** `null`, `"KK"`, `"NOT_KK"`, or `{"result": "KK", "date": "2024-01-31"}`. */
const conclusionOf = (fields: Fields): Pick<Suspicion, 'conclusion' | 'concludedOn'> => {
  const given = fields.raw('conclusion');
  const inside = isRecord(given) ? fields.optionalObject('conclusion') : null;
  const text = inside?.optionalText('result') ?? (typeof given === 'string' ? given : null);
  const isOpen = text === null || PENDING.includes(text.toUpperCase());
  return {
    conclusion: isOpen ? null : text.toUpperCase(),
    concludedOn: inside?.optionalDate('date') ?? fields.optionalDate('conclusion_date'),
  };
};

const readSuspicion = (fields: Fields): Suspicion => {
  segmentOf(fields);
  fields.optionalDate('accident_date');
  const received = lawfulDate(fields, 'stage1_received_date');
  const asOf = fields.date('as_of_date');
  if (asOf < received)
    fields.refuse('as_of_date', 'ON_OR_AFTER', `stage1_received_date ${received}`);
  return { received, treatedAtPlkk: fields.flag('treated_at_plkk'), asOf, ...conclusionOf(fields) };
};

/** Concluded on an unknown day, a conclusion is not known to be late. */
const measuredOn = ({ conclusion, concludedOn, asOf, received }: Suspicion): LocalDate => {
  if (concludedOn !== null) return concludedOn;
  return conclusion === null ? asOf : received;
};

const NOT_WORK = ['NOT_KK', 'BUKAN_KK', 'NOT_WORK', 'NOT_WORK_ACCIDENT'];

export const suspectedAccidentCase: CaseKind = caseKind(readSuspicion, (facts, law) => {
  const due = conclusionDue(facts.received, measuredOn(facts), law);
  const isWork = facts.conclusion === null || !NOT_WORK.includes(facts.conclusion);
  return outcome(facts.received, {
    flags: due.isBreached ? ['SLA_BREACH_CONCLUSION'] : [],
    figures: {
      due_date: due.dueDate,
      guaranteed: due.dueDate !== null,
      guarantor: isWork ? 'BPJS_TK' : 'JKN',
      settlement: facts.treatedAtPlkk ? 'PLKK_DIRECT' : 'REIMBURSEMENT',
      conclusion: facts.conclusion,
      days_elapsed: daysBetween(facts.received, facts.asOf),
    },
  });
});
