// What PostgreSQL says went wrong, as a failure the caller can act on.
import { type Failure, failure, isFailure } from '../failure.ts';
import { errorCode, type Sentence } from '../local/sentence.ts';

/** Deadlock, serialization: nothing was written, and trying again now is right. */
export const isTransient = (error: unknown): boolean =>
  ['40P01', '40001'].includes(errorCode(error) ?? '');

const AWAY =
  /^(08...|57P0[1-5]|53[03]00|ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)$/;
/** What the driver says for itself, without a code. */
const AWAY_MESSAGE =
  /Connection terminated|timeout (exceeded|expired)|Query read timeout|Client (has encountered|was closed)|after calling end on the pool/;
/** A server that does not know us: our own is away, and another one sits at its address. */
const STRANGER = /^(28P01|28000|3D000)$/;
/** es.suspend_appends took this right away; every other 42501 is a program that asks too much. */
const SUSPENDED_MESSAGE = /permission denied for function append/;
const BUSY = /^(55P03|57014|25P03|40P01|40001)$/;

const RESTORE_PENDING: Sentence = {
  id: 'Basis data ini dipulihkan ke keadaan yang lebih lama dari yang sudah dikenal instalasi ini, jadi tidak ada yang dicatat. Administrator menjalankan `lindung restore --yes`; sesudah itu ulangi perintah ini.',
  en: 'This database was restored to a state older than this installation already knew, so nothing is recorded. An administrator runs `lindung restore --yes`; then repeat this command.',
};

/** Who waits may try again: after `restore --yes` the same request is recorded. */
export const restorePending = (retryable: boolean, cause?: unknown): Failure =>
  failure({ code: 'Infra.RestorePending', retryable, sentence: RESTORE_PENDING, cause });

type Said = 'away' | 'noSpace' | 'stranger' | 'busy' | 'noLeaf' | 'tooLarge' | 'unknown';

const SENTENCES: Readonly<Record<Said, Sentence>> = {
  stranger: {
    id: 'PostgreSQL di alamat ini tidak mengenal kita: server instalasi lain, atau kata sandinya diganti. Periksa DATABASE_URL, atau jalankan `lindung down` lalu `lindung up`.',
    en: 'The PostgreSQL at this address does not know us: another installation’s server, or a changed password. Check DATABASE_URL, or run `lindung down` and `lindung up`.',
  },
  away: {
    id: 'Basis data tidak terjangkau. Periksa apakah PostgreSQL berjalan, lalu coba lagi.',
    en: 'The database is out of reach. Check that PostgreSQL runs, then try again.',
  },
  noSpace: {
    id: 'Diska basis data penuh: tidak ada yang tercatat. Kosongkan ruang, lalu coba lagi.',
    en: 'The disk of the database is full: nothing was recorded. Free some space, then try again.',
  },
  busy: {
    id: 'Basis data sedang sibuk dengan berkas yang sama. Tidak ada yang tercatat; coba lagi.',
    en: 'The database is busy with the same record. Nothing was recorded; try again.',
  },
  noLeaf: {
    id: 'Ruang log habis: partisi berikutnya belum dibuat. Jalankan "lindung up" atau pemelihara partisi.',
    en: 'The log is out of room: its next partition was not made. Run "lindung up" or the partition keeper.',
  },
  tooLarge: {
    id: 'Satu peristiwa melebihi 64 kB. Pecah menjadi satu peristiwa per anggota.',
    en: 'One event exceeds 64 kB. Split it into one event per member.',
  },
  unknown: {
    id: 'Basis data menolak permintaan ini; lihat log.',
    en: 'The database refused this request; see the log.',
  },
};

type Plain = { readonly code: string; readonly retryable: boolean; readonly said: Said };

/** Codes that mean one thing, whatever the message. */
const PLAIN: Readonly<Record<string, Plain>> = {
  '53100': { code: 'Infra.StoreDiskFull', retryable: true, said: 'noSpace' },
  '54000': { code: 'Store.EventTooLarge', retryable: false, said: 'tooLarge' },
};

const made = (
  code: string,
  retryable: boolean,
  { sentence, cause }: { sentence: Sentence; cause: unknown },
): Failure => failure({ code, retryable, sentence, cause });

export const storeFailure = (cause: unknown): Failure => {
  if (isFailure(cause)) return cause;
  const code = errorCode(cause) ?? '';
  const message = cause instanceof Error ? cause.message : '';
  if (AWAY.test(code) || AWAY_MESSAGE.test(message))
    return made('Infra.StoreAway', true, { sentence: SENTENCES.away, cause });
  if (code === '42501' && SUSPENDED_MESSAGE.test(message)) return restorePending(true, cause);
  if (STRANGER.test(code))
    return made('Infra.StoreStranger', true, { sentence: SENTENCES.stranger, cause });
  if (BUSY.test(code)) return made('Infra.StoreBusy', true, { sentence: SENTENCES.busy, cause });
  const plain = PLAIN[code];
  if (plain !== undefined)
    return made(plain.code, plain.retryable, { sentence: SENTENCES[plain.said], cause });
  if (code === '23514' && message.includes('no partition'))
    return made('Infra.StoreOutOfRoom', true, { sentence: SENTENCES.noLeaf, cause });
  return made('Store.Refused', false, { sentence: SENTENCES.unknown, cause });
};
