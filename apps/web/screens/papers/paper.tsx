// The viewer: one paper with what is known of it beside it; opening it is recorded before it is shown.

import { paperTypeOf } from '../../../../domain/claim/documents/paper-file.ts';
import { PAPER_READERS } from '../../../../domain/office/reading-acts.ts';
import { receiptOf } from '../../../cli/claim-acts.ts';
import { noteLook } from '../../../cli/look.ts';
import { isRefused, type Refused } from '../../../cli/session.ts';
import { refusalText } from '../../../copy/catalogue.ts';
import { documentKinds, paperKinds } from '../../../copy/claim-words.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { say } from '../../../copy/text.ts';
import { RecordedNote } from '../../acts/act-screen.tsx';
import { claimNumber } from '../../cases/claim-number.ts';
import { type PaperOfCase, paperOfCase } from '../../cases/claim-papers.ts';
import { officersNamed } from '../../cases/officers.ts';
import type { Visit } from '../../house.ts';
import { notFound } from '../../not-found.ts';
import { Tag } from '../../parts/data-parts.tsx';
import { ErrorNote, TextArea } from '../../parts/form-parts.tsx';
import { fieldOf, type Html, type Screen, type Shown } from '../../screen.ts';
import { About, Decide, Elsewhere, paperPath, Sheet } from './paper-parts.tsx';
import { papersPhrases as phrases } from './papers-phrases.ts';

const Head = ({ visit: { language }, of }: { visit: Visit; of: PaperOfCase }): Html => {
  const { file, paper, all } = of;
  const at = all.indexOf(paper);
  const [before, after] = [all[at - 1], all[at + 1]];
  return (
    <div class="page-head">
      <div>
        <p class="crumb">
          <a href={`/klaim/${file.claimId}?tab=berkas`}>
            ← {claimNumber(file.claimId)}: {say(language, phrases.back)}
          </a>
        </p>
        <h1>{wordOf(paperKinds, paper.kind, language)}</h1>
      </div>
      <nav class="paper-turn" aria-label={say(language, phrases.of, ofAll(of))}>
        {before === undefined ? null : (
          <a class="button" rel="prev" href={paperPath(file.claimId, before.documentId)}>
            ← {say(language, phrases.previous)}
          </a>
        )}
        <span class="sub">{say(language, phrases.of, ofAll(of))}</span>
        {after === undefined ? null : (
          <a class="button" rel="next" href={paperPath(file.claimId, after.documentId)}>
            {say(language, phrases.next)} →
          </a>
        )}
      </nav>
    </div>
  );
};

const ofAll = ({ all, paper }: PaperOfCase) => ({
  number: all.indexOf(paper) + 1,
  count: all.length,
});

/** Buttons of the island; without a script the browser's own zoom does the same. */
const Tools = ({ visit: { language }, src }: { visit: Visit; src: string }): Html => (
  <div class="paper-tools">
    {(['larger', 'smaller', 'turn', 'whole'] as const).map((name) => (
      <button type="button" data-tool={name} hidden>
        {say(language, phrases[name])}
      </button>
    ))}
    <a href={src} target="_blank" rel="noopener">
      {say(language, phrases.alone)}
    </a>
    <a href={`${src}&simpan=1`}>{say(language, phrases.save)}</a>
  </div>
);

const Missing = ({ visit: { language }, of }: { visit: Visit; of: PaperOfCase }): Html | null =>
  of.file.missingDocuments.length === 0 ? null : (
    <section class="block">
      <h2>{say(language, phrases.missing)}</h2>
      <ul class="tag-list">
        {of.file.missingDocuments.map((kind) => (
          <li>
            <Tag tone="warn">{wordOf(documentKinds, kind, language)}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );

const Keys = ({ visit: { language } }: { visit: Visit }): Html => (
  <details class="paper-keys" hidden>
    <summary>{say(language, phrases.keys)}</summary>
    <p class="hint">{say(language, phrases.keyList)}</p>
    <label>
      <input type="checkbox" data-keys /> {say(language, phrases.keysOn)}
    </label>
  </details>
);

const shown = async (visit: Visit, of: PaperOfCase, lookId: string): Promise<Shown> => {
  const { desk, language } = visit;
  const { file, paper } = of;
  const bytes = paper.sha256 === null ? undefined : await desk.documents.get(paper.sha256);
  const type = bytes === undefined ? null : paperTypeOf(bytes);
  const src = `${paperPath(file.claimId, paper.documentId)}/isi?lihat=${lookId}`;
  const seenBy = 'seen' in paper && paper.seen !== undefined ? [paper.seen.by] : [];
  const receipt = receiptOf(file, paper.documentId);
  const received = receipt === undefined ? [] : [receipt.by.id, receipt.by.onBehalfOf ?? ''];
  const nameOf = await officersNamed(desk, [...seenBy, ...received]);
  const kind = wordOf(paperKinds, paper.kind, language);
  return {
    title: `${kind} · ${claimNumber(file.claimId)}`,
    scripts: ['viewer'],
    body: (
      <>
        <Head visit={visit} of={of} />
        {await RecordedNote({ visit, id: file.claimId })}
        {await Elsewhere({ visit, of })}
        <div class="paper-view">
          <div>
            {type === null ? null : <Tools visit={visit} src={src} />}
            <Sheet visit={visit} paper={paper} type={type} src={src} />
            <p class="hint">{say(language, phrases.looked)}</p>
          </div>
          <aside>
            {await Decide({ visit, of })}
            <About visit={visit} of={of} nameOf={nameOf} />
            <Missing visit={visit} of={of} />
            <Keys visit={visit} />
          </aside>
        </div>
      </>
    ),
  };
};

/** Whoever audits says why first. */
const asking = (visit: Visit, of: PaperOfCase, error?: string): Shown => {
  const { language } = visit;
  return {
    title: `${say(language, phrases.reasonTitle)} · ${claimNumber(of.file.claimId)}`,
    status: error === undefined ? 200 : 422,
    body: (
      <>
        <Head visit={visit} of={of} />
        <section class="act-page">
          {error === undefined ? null : <ErrorNote>{error}</ErrorNote>}
          <form method="post" class="card">
            <h2>{say(language, phrases.reasonTitle)}</h2>
            <TextArea
              name="reason"
              label={say(language, phrases.reason)}
              hint={say(language, phrases.reasonHint)}
            />
            <div class="actions">
              <button type="submit" class="primary">
                {say(language, phrases.open)}
              </button>
            </div>
          </form>
        </section>
      </>
    ),
  };
};

/** Nothing of the content lies here: there is nothing to look at, and nothing is recorded. */
const empty = (visit: Visit, of: PaperOfCase): Shown => ({
  title: wordOf(paperKinds, of.paper.kind, visit.language),
  body: (
    <>
      <Head visit={visit} of={of} />
      <p class="note is-warn">{say(visit.language, phrases.takenOver)}</p>
    </>
  ),
});

const look = async (visit: Visit, of: PaperOfCase, reason: string | null): Promise<Shown> => {
  if (of.paper.sha256 === null) return empty(visit, of);
  const note = {
    type: 'NoteDocumentRead',
    data: { documentId: of.paper.documentId, reason },
  } as const;
  const noted = await noteLook(visit.desk, { category: 'claim', claimId: of.file.claimId, note });
  if ('lookId' in noted) return shown(visit, of, noted.lookId);
  const isFirst = noted.code === 'ReasonMissing' && reason === null;
  return asking(visit, of, isFirst ? undefined : sentenceOf(visit, noted));
};

const sentenceOf = ({ language }: Visit, refused: Refused): string =>
  isRefused(refused) ? refusalText(refused, language) : '';

export const paper: Screen = {
  path: '/klaim/:id/berkas/:document',
  acts: PAPER_READERS,
  async show(visit, { id = '', document = '' }) {
    const of = await paperOfCase(visit, id, document);
    return of === undefined ? notFound(visit.language) : look(visit, of, null);
  },
  async submit(visit, { id = '', document = '' }, form) {
    const of = await paperOfCase(visit, id, document);
    return of === undefined ? notFound(visit.language) : look(visit, of, fieldOf(form, 'reason'));
  },
};
