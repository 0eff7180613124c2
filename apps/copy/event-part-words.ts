// Words for codes that only a timeline tells of: warnings, treatments, starts and misses.
import type { AdjustmentDropped } from '../../domain/claim/adjustment/adjustment-events.ts';
import type { FollowUpStep } from '../../domain/claim/adjustment/follow-up-events.ts';
import type { RuleVersionApplied } from '../../domain/claim/assessment/rule-version-events.ts';
import type { ScheduledRunMissed } from '../../domain/payout/schedule-events.ts';
import type { LapseWarned } from '../../domain/programme/gate-events.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const milestonesWords: Words<LapseWarned['data']['milestone']> = {
  WARNING_30: ['hari ke-30', 'day 30'],
  WARNING_60: ['hari ke-60', 'day 60'],
  ESCALATION_80: ['hari ke-80: ke pimpinan', 'day 80: to those above'],
};
export const droppedWords: Words<AdjustmentDropped['data']['dropped']> = {
  TOP_UP: ['usul tambahan', 'proposed top-up'],
  RECOVERY: ['usul pengembalian', 'proposed recovery'],
};
export const treatmentsWords: Words<RuleVersionApplied['data']['treatment']> = {
  PINNED: ['aturan lama tetap dipakai', 'the former rules stay'],
  MIGRATED: ['memakai aturan baru', 'the new rules hold'],
  REVIEW: ['menunggu pilihan orang', 'waits for a person’s choice'],
};
export const followUpsWords: Words<FollowUpStep> = {
  NOTE_DEATH: ['mencatat kematian pada peserta', 'noting the death on the membership'],
  NOTE_OUTCOME: ['mencatat hasil pada peserta', 'noting the outcome on the membership'],
  LINK_CASES: ['menghubungkan perkara', 'linking the cases'],
  PASS_DEADLINE: ['mencatat tenggat', 'noting the deadline'],
};
export const startsWords: Words<ScheduledRunMissed['data']['cause']> = {
  CALENDAR: ['kalender', 'calendar'],
  TRIGGER: ['permintaan', 'request'],
};
export const missedWords: Words<ScheduledRunMissed['data']['why']> = {
  LATE: ['layanan berjalan terlambat', 'the services came up too late'],
  NOT_STARTED: ['layanan mati pada waktunya', 'the services were down at its time'],
  EARLIER_RUN_WAITS: ['run sebelumnya masih menunggu', 'an earlier run still waits'],
};

/** Reasons that the engine itself gives, by code; a person's own words stay as they are. */
export const reasonWords: Words = {
  DEATH_CONCLUDED: ['asal kematian disimpulkan lain', 'the death was concluded otherwise'],
  DEATH_DATE_CORRECTED: ['tanggal meninggal dibetulkan', 'the day of death was put right'],
  OBJECTION_UPHELD: ['keberatan keluarga dikabulkan', 'an objection was upheld'],
  NEW_MISSING_REPORT: ['dilaporkan hilang lagi', 'reported missing again'],
  PERSON_ALIVE: ['orangnya masih hidup', 'the person lives'],
  NEW_DEATH_REPORT: ['ada laporan kematian baru', 'another death was reported'],
};

// Names of fields where they mean another thing than elsewhere.
export const sentUpToName: Text = ['dinaikkan kepada', 'sent up to'];
export const paidAsName: Text = ['semula', 'before'];
export const owedAsName: Text = ['kini', 'now'];
export const kindName: Text = ['perbedaan', 'difference'];
export const routedToName: Text = ['dialihkan ke', 'led to'];
export const wasWithName: Text = ['semula pada', 'was with'];
export const fileName: Text = ['berkas', 'file'];
