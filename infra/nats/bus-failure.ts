// Failures of the broker: infrastructure, thrown, with a code and a sentence that says what to do.
import { type Failure, failure, isFailure } from '../failure.ts';
import type { Sentence } from '../local/sentence.ts';

/**
 * `Infra.BusAway`: not reachable, or no answer in time. `Infra.StreamMissing`: no such stream or
 * consumer. `Infra.StreamReplaced`: sequences jumped, begin again from the checkpoint.
 * `Infra.BusRefused`: the broker refused (limits, permissions). `Infra.ForeignEpoch`: stream, log
 * and bookkeeping belong to different incarnations of the log; a person must act.
 */
export type BusFailureCode =
  | 'Infra.BusAway'
  | 'Infra.StreamMissing'
  | 'Infra.StreamReplaced'
  | 'Infra.BusRefused'
  | 'Infra.ForeignEpoch';

const SENTENCES: Readonly<Record<BusFailureCode, Sentence>> = {
  'Infra.BusAway': {
    id: 'NATS tidak menjawab; program mencoba lagi sendiri. Periksa `lindung status`',
    en: 'NATS does not answer; the program tries again by itself. See `lindung status`',
  },
  'Infra.StreamMissing': {
    id: 'Aliran peristiwa di NATS belum ada; relay akan membuatnya lagi dari PostgreSQL',
    en: 'The event stream is missing in NATS; the relay makes it again from PostgreSQL',
  },
  'Infra.StreamReplaced': {
    id: 'Aliran peristiwa di NATS diganti; pembaca mulai lagi dari posisinya sendiri',
    en: 'The event stream in NATS was replaced; readers begin again from their own position',
  },
  'Infra.BusRefused': {
    id: 'NATS menolak permintaan. Periksa batas dan hak akses di server NATS',
    en: 'NATS refused the request. Check the limits and permissions of the NATS server',
  },
  'Infra.ForeignEpoch': {
    id: 'Data di NATS atau posisi pembaca berasal dari log lain. Jalankan `lindung repair relay` bila log ini yang benar',
    en: 'NATS or a reader holds data of another log. Run `lindung repair relay` if this log is the right one',
  },
};

export const busFailure = (code: BusFailureCode, detail: string, cause?: unknown): Failure => {
  const { id, en } = SENTENCES[code];
  return failure({
    code,
    retryable: code !== 'Infra.ForeignEpoch',
    sentence: { id: `${id} (${detail}).`, en: `${en} (${detail}).` },
    cause,
  });
};

export const hasCode = (error: unknown, code: BusFailureCode): boolean =>
  isFailure(error) && error.code === code;
