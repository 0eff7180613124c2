// Words of payout schedules in both languages: days, outcomes, tasks and what the server holds.
import type { NonWorkingDays } from '../../domain/payout/schedule-calendar.ts';
import type { MissedReason, PayoutScheduleStage } from '../../domain/payout/schedule-events.ts';
import type { Words } from './code-words.ts';
import type { Language } from './format.ts';

export type ScheduleWords = {
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly stages: Readonly<Record<PayoutScheduleStage, string>>;
  readonly nonWorking: Readonly<Record<NonWorkingDays, string>>;
  readonly missed: Readonly<Record<MissedReason, string>>;
  readonly dayOfMonth: string;
  readonly cutOff: (hours: number) => string;
  readonly inNameOf: string;
  readonly nextTimes: string;
  readonly noNextTimes: string;
  readonly holidaysUntil: (day: string) => string;
  readonly tasks: string;
  readonly noTasks: string;
  readonly cures: {
    readonly waits: string;
    readonly refused: string;
    readonly leftOut: string;
    readonly past: string;
    readonly other: string;
  };
  /** Heads of the list: payer, name, state, next run, tasks, calendar. */
  readonly heads: readonly string[];
  readonly lastOutcomes: string;
  readonly assembled: (count: number, sum: string) => string;
  readonly left: (count: number) => string;
  readonly leftOut: (count: number) => string;
  /** Owed by an entered history, named. */
  readonly past: (ids: readonly string[]) => string;
  readonly empty: string;
  readonly refused: string;
  readonly release: (runId: string, sum: string) => string;
  readonly asked: string;
  readonly stillWorking: string;
  readonly serverHolds: string;
  readonly serverHoldsNone: string;
  readonly serverAway: string;
  readonly none: string;
};

const id: ScheduleWords = {
  weekdays: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  stages: {
    UNKNOWN: 'belum ada',
    ACTIVE: 'berjalan',
    PAUSED: 'dijeda',
    REMOVED: 'dihapus',
  },
  nonWorking: {
    RUN: 'hari libur: tetap berjalan',
    SKIP: 'hari libur: tidak ada run',
    NEXT: 'hari libur: pindah ke hari kerja berikutnya',
  },
  missed: {
    LATE: 'terlewat: layanan baru berjalan lebih dari 5 menit sesudah waktunya',
    NOT_STARTED: 'terlewat: tidak ada yang memulainya (layanan mati pada waktunya)',
    EARLIER_RUN_WAITS: 'terlewat: run terjadwal sebelumnya masih menunggu dilepas',
  },
  dayOfMonth: 'tanggal',
  cutOff: (hours) =>
    hours === 0
      ? 'memuat semua yang jatuh tempo sampai waktunya'
      : `memuat yang jatuh tempo sampai ${hours} jam sebelum waktunya`,
  inNameOf: 'atas nama',
  nextTimes: 'run berikutnya',
  noNextTimes: 'tidak ada run berikutnya selama jadwal tidak berjalan',
  holidaysUntil: (day) =>
    `hari libur nasional diketahui sampai ${day}; sesudah itu hanya Sabtu dan Minggu yang libur`,
  tasks: 'HARUS DITANGANI',
  noTasks: 'tidak ada yang harus ditangani',
  cures: {
    refused:
      'atasi sebabnya atau tetapkan jadwal atas nama petugas lain; sementara itu susun dengan tangan (`payout run --payer …`)',
    leftOut:
      'betulkan rekeningnya, atau minta petugas yang tidak ikut memutus klaimnya menyusun run dengan tangan (`payout run --payer …`)',
    past: 'periksa apakah sudah dibayar dulu; bila belum, susun dengan tangan (`payout run --payer … --payable …`) atau lepaskan (`payout hold`, lalu `payout unhold`)',
    waits: 'minta orang lain melepas run itu (`payout release`), atau batalkan (`payout cancel`)',
    other:
      'susun dengan tangan (`payout run --payer …`), atau minta penetap jadwal menjalankan `payout schedule trigger`',
  },
  heads: ['pembayar', 'nama', 'keadaan', 'berikutnya', 'tugas', 'jadwal'],
  lastOutcomes: 'riwayat, terbaru dahulu',
  assembled: (count, sum) => `tersusun: ${count} pembayaran, ${sum}`,
  left: (count) => `${count} lagi menunggu run berikutnya`,
  leftOut: (count) => `${count} pembayaran tidak dapat ikut`,
  past: (ids) => `dari riwayat, tidak diambil run mana pun: ${ids.join(', ')}`,
  empty: 'tidak ada yang jatuh tempo; tidak ada run',
  refused: 'ditolak',
  release: (runId, sum) => `lepaskan oleh orang lain: lindung payout release ${runId} --sum ${sum}`,
  asked: 'diminta sekarang',
  stillWorking: 'tercatat; hasilnya belum ada, lihat `payout schedule show`',
  serverHolds: 'layanan waktu sesuai dengan catatan',
  serverHoldsNone:
    'layanan waktu TIDAK sesuai dengan catatan; jalankan `lindung repair workflows` bila tetap begini',
  serverAway: 'layanan waktu tidak menjawab; periksa dengan `lindung status`',
  none: 'belum ada jadwal (`payout schedule set`)',
};

const en: ScheduleWords = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  stages: { UNKNOWN: 'none yet', ACTIVE: 'active', PAUSED: 'paused', REMOVED: 'removed' },
  nonWorking: {
    RUN: 'non-working days: runs all the same',
    SKIP: 'non-working days: no run',
    NEXT: 'non-working days: moved to the next working day',
  },
  missed: {
    LATE: 'missed: the service came back more than 5 minutes after its time',
    NOT_STARTED: 'missed: nothing started it (the service was down at its time)',
    EARLIER_RUN_WAITS: 'missed: an earlier scheduled run still waits for its release',
  },
  dayOfMonth: 'day',
  cutOff: (hours) =>
    hours === 0
      ? 'takes everything due until its time'
      : `takes what was due ${hours} hours before its time`,
  inNameOf: 'in the name of',
  nextTimes: 'next runs',
  noNextTimes: 'no next run while the schedule is not active',
  holidaysUntil: (day) =>
    `national holidays are known until ${day}; after that only weekends are non-working`,
  tasks: 'TO BE DEALT WITH',
  noTasks: 'nothing to be dealt with',
  cures: {
    refused:
      'mend the cause or set the schedule in another name; meanwhile assemble by hand (`payout run --payer …`)',
    leftOut:
      'correct its account, or ask an officer who had no part in deciding its claim to assemble a run by hand (`payout run --payer …`)',
    past: 'look whether each was paid before; if not, assemble by hand (`payout run --payer … --payable …`) or let it go (`payout hold`, then `payout unhold`)',
    waits:
      'ask another person to release that run (`payout release`), or cancel it (`payout cancel`)',
    other:
      'assemble by hand (`payout run --payer …`), or ask whoever set it to `payout schedule trigger`',
  },
  heads: ['payer', 'name', 'state', 'next', 'tasks', 'calendar'],
  lastOutcomes: 'history, the newest first',
  assembled: (count, sum) => `assembled: ${count} ${count === 1 ? 'payment' : 'payments'}, ${sum}`,
  left: (count) => `${count} more wait for the next run`,
  leftOut: (count) => `${count} ${count === 1 ? 'payment' : 'payments'} could not be in it`,
  past: (ids) => `from the entered history, taken by no run: ${ids.join(', ')}`,
  empty: 'nothing was due; no run',
  refused: 'refused',
  release: (runId, sum) =>
    `release by another person: lindung payout release ${runId} --sum ${sum}`,
  asked: 'asked for now',
  stillWorking: 'recorded; there is no outcome yet, see `payout schedule show`',
  serverHolds: 'the timer service agrees with the log',
  serverHoldsNone:
    'the timer service does NOT agree with the log; run `lindung repair workflows` if it stays so',
  serverAway: 'the timer service does not answer; look with `lindung status`',
  none: 'no schedule yet (`payout schedule set`)',
};

/** Where a schedule stands, as an answer says it. */
export const scheduleStages: Words<PayoutScheduleStage> = {
  UNKNOWN: [id.stages.UNKNOWN, en.stages.UNKNOWN],
  ACTIVE: [id.stages.ACTIVE, en.stages.ACTIVE],
  PAUSED: [id.stages.PAUSED, en.stages.PAUSED],
  REMOVED: [id.stages.REMOVED, en.stages.REMOVED],
};

/** What a code of an option means, for its help. */
export const nonWorkingChoices: Words<NonWorkingDays> = {
  RUN: [id.nonWorking.RUN, en.nonWorking.RUN],
  SKIP: [id.nonWorking.SKIP, en.nonWorking.SKIP],
  NEXT: [id.nonWorking.NEXT, en.nonWorking.NEXT],
};

export const scheduleWords: Readonly<Record<Language, ScheduleWords>> = { id, en };
