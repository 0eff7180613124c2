// Named points at which a test may kill the simulator for good.

export type FaultPoint = 'bank.after-book' | 'bank.before-answer' | 'bank.after-answer';

const { LINDUNG_FAULT: wanted = '' } = process.env;
const armed = /^([a-z.-]+)(?::(\d+))?$/.exec(wanted);
let left = Number(armed?.[2] ?? '1');

/** SIGKILL to ourselves: no handler, no flush, exactly like a power cut for the process. */
export const passFault = (point: FaultPoint): void => {
  if (armed?.[1] !== point) return;
  left -= 1;
  if (left <= 0) process.kill(process.pid, 'SIGKILL');
};
