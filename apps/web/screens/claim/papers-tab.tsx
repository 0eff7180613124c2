// The papers of a claim: which are here and how they stand, which are missing and what the family is told.
import { groupOfPaper, sightOf } from '../../../../domain/office/visibility.ts';
import type { ClaimFile } from '../../../../projections/claim-file.ts';
import { receiptOf } from '../../../cli/claim-acts.ts';
import { documentForms, documentKinds, evidenceKinds } from '../../../copy/claim-words.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { formatMoment, type Language } from '../../../copy/format.ts';
import { paperSamples } from '../../../copy/paper-samples.ts';
import { say } from '../../../copy/text.ts';
import { actedByText } from '../../cases/officers.ts';
import { Table, Tag } from '../../parts/data-parts.tsx';
import type { Html } from '../../screen.ts';
import { claimPhrases as phrases } from './claim-phrases.ts';
import { PaperState } from './paper-state.tsx';
import type { TabProps } from './tabs.tsx';

type Missing = {
  readonly file: ClaimFile;
  readonly language: Language;
  /** Whether this person may take papers in. */
  readonly mayAdd?: boolean;
};

export const MissingPapers = ({ file, language, mayAdd = false }: Missing): Html => (
  <section class="block">
    <h2>{say(language, phrases.missingTitle)}</h2>
    {file.missingDocuments.length === 0 ? (
      <p class="empty">{say(language, phrases.missingNone)}</p>
    ) : (
      <ul class="missing-list">
        {file.missingDocuments.map((kind) => (
          <li>
            <div>
              <strong>{wordOf(documentKinds, kind, language)}</strong>
              <span class="sub">{wordOf(paperSamples, kind, language)}</span>
            </div>
            {mayAdd ? (
              <a
                class="button"
                href={`/klaim/${file.claimId}/tindakan/receive-document?kind=${kind}`}
                aria-label={`${say(language, phrases.addPaper)}: ${wordOf(documentKinds, kind, language)}`}
              >
                {say(language, phrases.addPaper)}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    )}
  </section>
);

export const PapersTab = (props: TabProps & { readonly mayAdd: boolean }): Html => {
  const { file, language, office, mayAdd, nameOf: officerOf } = props;
  const nameOf = (documentId: string, word: string, isOpen: boolean): Html | string =>
    isOpen ? (
      <a class="row-link" href={`/klaim/${file.claimId}/berkas/${documentId}`}>
        {word}
      </a>
    ) : (
      word
    );
  const { documents, evidence } = file.contents;
  return (
    <>
      <MissingPapers file={file} language={language} mayAdd={mayAdd} />
      <Table
        caption={say(language, phrases.papers)}
        columns={[phrases.paper, phrases.state, phrases.form, phrases.receivedOn, phrases.by].map(
          (one) => ({ head: say(language, one) }),
        )}
        rows={[
          ...documents.map((paper) => [
            nameOf(
              paper.documentId,
              wordOf(documentKinds, paper.kind, language),
              paper.sha256 !== null && sightOf(office, groupOfPaper(paper.kind)) === 'ALL',
            ),
            <PaperState paper={paper} language={language} />,
            paper.form === null ? '–' : wordOf(documentForms, paper.form, language),
            formatMoment(paper.receivedAt, language),
            actedByText(receiptOf(file, paper.documentId), officerOf, language),
          ]),
          ...evidence.map(({ documentId, kind, receivedAt }) => [
            nameOf(
              documentId,
              wordOf(evidenceKinds, kind, language),
              sightOf(office, groupOfPaper(kind)) === 'ALL',
            ),
            <Tag tone="calm">{say(language, phrases.proof)}</Tag>,
            '–',
            formatMoment(receivedAt, language),
            '–',
          ]),
        ]}
        empty={say(language, phrases.papersNone)}
      />
      {sightOf(office, 'PAPERS') === 'ALL' ? null : (
        <p class="hint">{say(language, phrases.papersHidden)}</p>
      )}
    </>
  );
};
