// What an auditor takes along: the checkpoint, the proof of one event, a history, a claim's bundle.
import type { Position } from '../../../../infra/event-store/event-store.ts';
import { claimFile } from '../../../../projections/claim-file.ts';
import { timelineOf } from '../../../../projections/timeline.ts';
import { claimBundle } from '../../../cli/claim-bundle.ts';
import { proofFile, proofOf } from '../../../cli/inclusion-proof.ts';
import { latestCheckpoint, withLog } from '../../../cli/log-proofs.ts';
import { say, type Text } from '../../../copy/text.ts';
import { readableCase } from '../../cases/readable-case.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { problemOf } from '../../problem.ts';
import { problemPage } from '../../problem-page.tsx';
import type { Answered, Screen } from '../../screen.ts';
import { AUDIT } from './audit-paths.ts';
import { auditScreenPhrases as phrases } from './audit-phrases.ts';
import { readableHistory } from './stream.tsx';

const JSON_TYPE = 'application/json; charset=utf-8';

const told = (visit: Visit, code: string, text: Text): Answered =>
  problemPage(problemOf(409, code, text), visit.language);

const toldOf = (
  visit: Visit,
  code: string,
  of: { readonly text: typeof phrases.tooNew | typeof phrases.changed; readonly position: string },
): Answered => {
  const { text, position } = of;
  return told(visit, code, [say('id', text, { position }), say('en', text, { position })]);
};

export const checkpoint: Screen = {
  path: `${AUDIT}/titik-periksa`,
  acts: ['audit'],
  show: (visit) =>
    withLog(visit.desk, async (log) => {
      const found = await latestCheckpoint(log);
      if (found === undefined) return told(visit, 'LogNotSealed', phrases.notSealed);
      const saveAs = `checkpoint-${found.checkpoint.size}.txt`;
      return { content: found.note, mediaType: 'text/plain; charset=utf-8', saveAs };
    }),
};

const eventsAt = (visit: Visit, position: Position) =>
  visit.desk.store.readAfter(String(BigInt(position) - 1n) as Position, 1);

export const eventProof: Screen = {
  path: `${AUDIT}/bukti/:position`,
  acts: ['audit'],
  async show(visit, { position: asked = '' }) {
    if (!/^[1-9]\d{0,17}$/.test(asked)) return notFound(visit.language);
    const position = asked as Position;
    const [event] = await eventsAt(visit, position);
    if (event?.position !== position) return notFound(visit.language);
    if ((await readableHistory(visit, event.streamId)) === undefined)
      return notFound(visit.language);
    const proven = await withLog(visit.desk, (log) => proofOf(log, position));
    if (proven.status === 'log-not-sealed') return told(visit, 'LogNotSealed', phrases.notSealed);
    if (proven.status === 'not-sealed')
      return toldOf(visit, 'EventNotSealed', { text: phrases.tooNew, position });
    if (proven.status === 'changed')
      return toldOf(visit, 'EventChanged', { text: phrases.changed, position });
    const saveAs = `bukti-${position}.json`;
    return { content: proofFile(proven.facts), mediaType: JSON_TYPE, saveAs };
  },
};

/** The same facts as the page: sealed fields by their commitment only. */
export const historyFile: Screen = {
  path: `${AUDIT}/aliran/:id/json`,
  acts: ['audit'],
  async show(visit, { id = '' }) {
    const history = await readableHistory(visit, id);
    if (history === undefined) return notFound(visit.language);
    const content = JSON.stringify({ streamId: id, events: timelineOf(history) }, null, 2);
    return { content, mediaType: JSON_TYPE, saveAs: `riwayat-${id}.json` };
  },
};

/** Nothing in it is opened: whoever needs a field opens it on the command line, with a reason. */
export const claimBundleFile: Screen = {
  path: `${AUDIT}/aliran/:id/bundel`,
  acts: ['audit'],
  async show(visit, { id = '' }) {
    const { desk, language } = visit;
    if ((await readableCase(desk, id)) === undefined) return notFound(language);
    const file = await claimFile(desk.db, id);
    if (file === undefined) return notFound(language);
    return withLog(desk, async (log): Promise<Answered> => {
      const sealed = await latestCheckpoint(log);
      if (sealed === undefined) return told(visit, 'LogNotSealed', phrases.notSealed);
      const streamIds = [id, file.workerId, ...file.payables.map(({ payableId }) => payableId)];
      const wish = { kind: 'claim', claimId: id, streamIds, fields: [], sealed } as const;
      const bundle = await claimBundle(desk.keys, log.pool, wish);
      const content = `${JSON.stringify(bundle)}\n`;
      return { content, mediaType: JSON_TYPE, saveAs: `klaim-${id}.json` };
    });
  },
};
