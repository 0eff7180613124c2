// The slip that a family takes home: its code, what is still missing, and the way to ask by itself.

import { claimKindOf } from '../../../../domain/claim/kind.ts';
import { CLAIM_READERS } from '../../../../domain/office/reading-acts.ts';
import { kelurahanText } from '../../../cli/place-words.ts';
import { receiptCode } from '../../../cli/receipt-code.ts';
import { documentKinds } from '../../../copy/claim-words.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { formatInstant, formatMoment } from '../../../copy/format.ts';
import { claimKinds } from '../../../copy/incident-phrases.ts';
import { paperSamples } from '../../../copy/paper-samples.ts';
import { say } from '../../../copy/text.ts';
import { RecordedNote } from '../../acts/act-screen.tsx';
import { claimNumber } from '../../cases/claim-number.ts';
import { type ReadableCase, readableCase } from '../../cases/readable-case.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { Facts } from '../../parts/data-parts.tsx';
import { QrCode } from '../../parts/qr-code.tsx';
import type { Html, Screen } from '../../screen.ts';
import { receiptPhrases as phrases } from './receipt-phrases.ts';

const Missing = ({ visit: { language }, of }: { visit: Visit; of: ReadableCase }): Html => (
  <>
    <h2>{say(language, phrases.missing)}</h2>
    {of.file.missingDocuments.length === 0 ? (
      <p>{say(language, phrases.missingNone)}</p>
    ) : (
      <ul class="bullets">
        {of.file.missingDocuments.map((kind) => (
          <li>
            <strong>{wordOf(documentKinds, kind, language)}</strong>
            <span class="sub">{wordOf(paperSamples, kind, language)}</span>
          </li>
        ))}
      </ul>
    )}
  </>
);

type BodyProps = {
  readonly visit: Visit;
  readonly of: ReadableCase;
  readonly recorded: Html | null;
};

const body = ({ visit, of, recorded }: BodyProps): Html => {
  const { language, house, desk, visitor } = visit;
  const { file, kelurahan } = of;
  const [first, last] = [file.contents.acts[0], file.contents.acts.at(-1)];
  const kind = claimKindOf(file.facts);
  const code = receiptCode(file.claimId);
  const address = `${house.publicUrl}/lacak`;
  return (
    <section class="receipt">
      <p class="crumb">
        <a href={`/klaim/${file.claimId}`}>← {claimNumber(file.claimId)}</a>
      </p>
      <h1>{say(language, phrases.title)}</h1>
      {recorded}
      <p class="actions">
        <button type="button" data-print hidden>
          {say(language, phrases.print)}
        </button>
        <span class="hint">{say(language, phrases.printHint)}</span>
      </p>
      <div class="card slip">
        <div class="slip-head">
          <div>
            <p class="hint">{say(language, phrases.code)}</p>
            <p class="slip-code">{code}</p>
            <p>{say(language, phrases.track, { address })}</p>
          </div>
          <QrCode text={`${address}?kode=${code}`} label={say(language, phrases.trackAlt)} />
        </div>
        <Facts
          items={[
            [say(language, phrases.kind), kind === null ? '–' : wordOf(claimKinds, kind, language)],
            [
              say(language, phrases.reported),
              first === undefined ? '–' : formatMoment(first.at, language),
            ],
            [say(language, phrases.place), kelurahan === null ? '–' : kelurahanText(kelurahan)],
          ]}
        />
        <Missing visit={visit} of={of} />
        <p>
          <strong>{say(language, phrases.free)}</strong>
        </p>
        <p class="hint">
          {say(language, phrases.printed, {
            at: formatInstant(desk.now(), language),
            who: visitor.name,
          })}
          {last === undefined
            ? ''
            : ` · ${say(language, phrases.mark, { position: last.position })}`}
        </p>
      </div>
    </section>
  );
};

export const receipt: Screen = {
  path: '/klaim/:id/tanda-terima',
  acts: CLAIM_READERS,
  async show(visit, { id = '' }) {
    const of = await readableCase(visit.desk, id);
    if (of === undefined) return notFound(visit.language);
    const recorded = await RecordedNote({ visit, id });
    const title = `${say(visit.language, phrases.title)} · ${claimNumber(id)}`;
    return { title, scripts: ['print'], body: body({ visit, of, recorded }) };
  },
};
