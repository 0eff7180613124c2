// Top-ups, recoveries and binding determinations, in words.
import type {
  AdjustmentCause,
  BindingAuthority,
  RecoveryDecided,
} from '../../domain/claim/adjustment/adjustment-events.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const bindingAuthorities: Words<BindingAuthority> = {
  LABOUR_INSPECTOR: ['pengawas ketenagakerjaan', 'labour inspector'],
  MINISTER: ['Menteri', 'Minister'],
  COURT: ['pengadilan', 'court'],
};

export const recoveryOutcomes: Words<RecoveryDecided['data']['outcome']> = {
  DEMAND: ['ditagih', 'demanded'],
  WAIVE: ['dihapuskan', 'waived'],
};

export const adjustmentCauses: Words<AdjustmentCause['kind']> = {
  CONTRIBUTION: ['iuran yang diketahui kemudian', 'a contribution that became known later'],
  DEATH_DATE: ['tanggal meninggal dibetulkan', 'the day of death was put right'],
  LATE_PAYMENT: ['dibayar lewat tenggat (T-08)', 'paid after the due day (T-08)'],
  ORIGIN: ['asal kematian disimpulkan lain', 'the death was concluded to come from elsewhere'],
  ALIVE: ['orangnya masih hidup', 'the person lives'],
  DETERMINATION: ['penetapan yang mengikat', 'a binding determination'],
  MEDICAL: ['surat dokter yang datang kemudian', 'a statement of the doctor that came later'],
  COSTS: ['biaya yang diajukan kemudian', 'costs that were asked back later'],
};

export const adjustmentPhrases = {
  heading: ['Selisih dan penetapan', 'Differences and determinations'],
  converted: [
    '{at}: {from} dibalik {reversed}, kini berlaku {to} {total}',
    '{at}: {from} reversed {reversed}, what stands is {to} {total}',
  ],
  now: ['Perincian yang berlaku sekarang', 'The lines that hold now'],
  superseded: [
    'SUDAH DIGANTI (perincian lama, dasar yang sudah ditetapkan; yang berlaku ada di bawah)',
    'SUPERSEDED (the former lines, what was granted; those that hold now are below)',
  ],
  entitledNow: ['hak seluruhnya', 'entitled in all'],
  grantedBefore: ['sudah ditetapkan', 'granted before'],
  stillDue: ['kekurangan', 'still due'],
  listed: ['{sum} + kurang {due}', '{sum} + {due} due'],
  topUp: [
    '{at}: kekurangan {amount} diusulkan (hak {entitled}, sudah ditetapkan {granted}); sebab: {cause}',
    '{at}: top-up of {amount} proposed (entitled {entitled}, granted {granted}); cause: {cause}',
  ],
  recovery: [
    '{at}: kelebihan {amount} (hak {entitled}, sudah ditetapkan {granted}); sebab: {cause}; hanya diusulkan, belum ditagih',
    '{at}: overpaid by {amount} (entitled {entitled}, granted {granted}); cause: {cause}; only proposed, nothing is demanded',
  ],
  dropped: ['{at}: usulan selisih gugur; sebab: {cause}', '{at}: proposal dropped; cause: {cause}'],
  decided: [
    '{at}: pengembalian {amount} {outcome} oleh {by}; dasar {basis}: {reason}',
    '{at}: recovery of {amount} {outcome} by {by}; basis {basis}: {reason}',
  ],
  repaid: [
    '{at}: kembali {amount}, {day}, {reference}; sisa {left}',
    '{at}: {amount} came back, {day}, {reference}; {left} left',
  ],
  repaidWhole: [
    '{at}: kembali {amount}, {day}, {reference}; lunas',
    '{at}: {amount} came back, {day}, {reference}; all of it is back',
  ],
  determined: [
    '{at}: penetapan {authority} {reference}, {day}: {amount}; dasar {basis}; mengikat',
    '{at}: determination {reference} of the {authority}, {day}: {amount}; basis {basis}; it binds',
  ],
} as const satisfies Readonly<Record<string, Text>>;
