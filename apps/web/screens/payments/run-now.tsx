// What can be done with a run now: buttons for whoever may, and for whoever may not, why and who may.
import type { RunRow } from '../../../../projections/payout-ledger/run-row.ts';
import { say } from '../../../copy/text.ts';
import type { Officer } from '../../cases/officers.ts';
import type { Visit } from '../../house.ts';
import type { Html } from '../../screen.ts';
import { type MayAct, mayCancel, mayRelease, whoMayRelease } from './may-act.ts';
import { runPath } from './payment-parts.tsx';
import { paymentsPhrases as phrases } from './payments-phrases.ts';

const whoWords = (officers: readonly Officer[]): string =>
  officers.map(({ name, office }) => `${name} (${office})`).join(', ');

const ReleaseNote = ({
  release,
  instead,
  visit: { language },
}: {
  release: MayAct;
  instead: readonly Officer[];
  visit: Visit;
}): Html => {
  if (release.may) return <p>{say(language, phrases.mayRelease)}</p>;
  return (
    <>
      <p>{say(language, phrases.mayNotRelease, { why: release.why })}</p>
      <p>
        {instead.length === 0
          ? say(language, phrases.mayNobody)
          : say(language, phrases.mayInstead, { who: whoWords(instead) })}
      </p>
    </>
  );
};

const Buttons = ({
  visit: { language },
  run,
  may,
}: {
  visit: Visit;
  run: RunRow;
  may: { readonly release: boolean; readonly cancel: boolean };
}): Html | null =>
  may.release || may.cancel ? (
    <p class="actions">
      {may.release ? (
        <a class="button primary" href={`${runPath(run.runId)}/lepas`}>
          {say(language, phrases.toRelease)}
        </a>
      ) : null}
      {may.cancel ? (
        <a class="button danger" href={`${runPath(run.runId)}/batal`}>
          {say(language, phrases.toCancel)}
        </a>
      ) : null}
    </p>
  ) : null;

export const RunNow = async ({
  visit,
  run,
  region,
}: {
  visit: Visit;
  run: RunRow;
  region: string;
}): Promise<Html> => {
  const { desk, language } = visit;
  const isAssembled = run.stage === 'ASSEMBLED';
  const isOver = run.stage === 'RECONCILED' || run.stage === 'CANCELLED';
  const release = await mayRelease(desk, run, region);
  const cancel = !isOver && (await mayCancel(desk, run, region)).may;
  const instead = isAssembled && !release.may ? await whoMayRelease(desk, run, region) : [];
  return (
    <section class="block now">
      <h2>{say(language, phrases.now)}</h2>
      {isAssembled ? <ReleaseNote release={release} instead={instead} visit={visit} /> : null}
      {isAssembled || cancel ? null : (
        <p>{say(language, isOver ? phrases.done : phrases.nothingNow)}</p>
      )}
      <Buttons visit={visit} run={run} may={{ release: isAssembled && release.may, cancel }} />
    </section>
  );
};
