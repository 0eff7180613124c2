// What is said of visits in the field and of a court that is awaited.
import type {
  SignerPart,
  VisitGround,
  VisitResult,
} from '../../domain/claim/field/field-events.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const visitGrounds: Words<VisitGround> = {
  SUDDEN_DEATH: ['meninggal mendadak saat bekerja', 'sudden death at work'],
  SOON_AFTER_ENROLMENT: [
    'meninggal tidak lama setelah terdaftar',
    'a death soon after the enrolment',
  ],
  DOUBT: ['ada yang diragukan', 'something is in doubt'],
};

export const visitResults: Words<VisitResult> = {
  CONFIRMED: ['sesuai dengan berkas', 'agrees with the papers'],
  DOUBTFUL: ['masih meragukan', 'leaves a doubt'],
  REFUTED: ['bertentangan dengan berkas', 'speaks against the papers'],
};

export const signerParts: Words<SignerPart> = {
  OFFICER: ['petugas', 'officer'],
  WITNESS: ['saksi', 'witness'],
  FAMILY: ['keluarga', 'family'],
  VILLAGE: ['aparat kelurahan atau RT', 'officer of the village'],
};

export const fieldPhrases = {
  assigned: [
    'Verifikasi lapangan {visit} ({why}): {officer} ditugasi, belum ada berita acara.',
    'Field visit {visit} ({why}): {officer} was sent, no minutes yet.',
  ],
  court: [
    'Menunggu penetapan {court}, perkara {reference}, diajukan {day}: jam kantor berhenti.',
    'Waiting for {court}, case {reference}, filed on {day}: the clock of the office stands.',
  ],
  done: [
    'Verifikasi lapangan {visit} ({why}) oleh {officer}: {result}.',
    'Field visit {visit} ({why}) by {officer}: {result}.',
  ],
  waived: [
    'Verifikasi lapangan {visit} ({why}): ditiadakan oleh yang berwenang; alasannya di `audit timeline`.',
    'Field visit {visit} ({why}): let be by somebody with authority; the reason stands in `audit timeline`.',
  ],
  open: [
    'Verifikasi lapangan {visit} ({why}): belum ada petugas; tugaskan dengan `claim verify-field assign`.',
    'Field visit {visit} ({why}): nobody was sent yet; send somebody by `claim verify-field assign`.',
  ],
} as const satisfies Readonly<Record<string, Text>>;
