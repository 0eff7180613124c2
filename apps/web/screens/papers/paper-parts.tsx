// Parts of the viewer: the paper itself, what is known of it, and what can be done with it.

import { isRefusedAuthority } from '../../../../activities/authority.ts';
import type { PaperType } from '../../../../domain/claim/documents/paper-file.ts';
import { receiptOf } from '../../../cli/claim-acts.ts';
import type { FilePaper } from '../../../cli/claim-file-lines.ts';
import { papersElsewhere } from '../../../cli/papers-elsewhere.ts';
import { documentForms, paperKinds } from '../../../copy/claim-words.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { formatBytes, formatLongDay, formatMoment, type Language } from '../../../copy/format.ts';
import { malwareChecks, paperPhrases, paperTypes } from '../../../copy/paper-phrases.ts';
import { say } from '../../../copy/text.ts';
import { freshForm } from '../../acts/act-form.tsx';
import { things } from '../../acts/things.ts';
import { claimNumber } from '../../cases/claim-number.ts';
import type { PaperOfCase } from '../../cases/claim-papers.ts';
import { actedByText } from '../../cases/officers.ts';
import type { Visit } from '../../house.ts';
import { Facts } from '../../parts/data-parts.tsx';
import type { Html } from '../../screen.ts';
import { PaperState } from '../claim/paper-state.tsx';
import { papersPhrases as phrases } from './papers-phrases.ts';

export const paperPath = (claimId: string, documentId: string): string =>
  `/klaim/${claimId}/berkas/${documentId}`;

/** What browsers of all makers show by themselves. */
const PICTURES: readonly PaperType[] = ['JPEG', 'PNG', 'WEBP'];

type SheetProps = {
  readonly visit: Visit;
  readonly paper: FilePaper;
  readonly type: PaperType | null;
  /** Of the bytes, for the look that was just recorded. */
  readonly src: string;
};

export const Sheet = ({ visit: { language }, paper, type, src }: SheetProps): Html => {
  const kind = wordOf(paperKinds, paper.kind, language);
  if (type === null) return <p class="note is-warn">{say(language, phrases.away)}</p>;
  if (type === 'PDF')
    return <iframe class="paper-pdf" src={src} title={say(language, phrases.picture, { kind })} />;
  if (PICTURES.includes(type))
    return (
      <section class="paper-box" data-paper tabindex={0} aria-label={kind}>
        <img src={src} alt={say(language, phrases.picture, { kind })} />
      </section>
    );
  const word = wordOf(paperTypes, type, language);
  return <p class="note is-warn">{say(language, phrases.notShown, { type: word })}</p>;
};

const fileText = (paper: FilePaper, language: Language): string => {
  const file = 'file' in paper ? paper.file : undefined;
  return file === undefined
    ? say(language, paperPhrases.fileUnknown)
    : say(language, paperPhrases.file, {
        type: wordOf(paperTypes, file.type, language),
        size: formatBytes(file.bytes, language),
        malware: wordOf(malwareChecks, file.malware, language),
      });
};

const seenText = (
  paper: FilePaper,
  language: Language,
  nameOf: (actorId: string) => string,
): string => {
  const seen = 'seen' in paper ? paper.seen : undefined;
  if (seen === undefined) return '–';
  const { by, on, place } = seen;
  const facts = { by: nameOf(by), day: formatLongDay(on, language) };
  return place === null
    ? say(language, paperPhrases.seen, facts)
    : say(language, paperPhrases.seenAt, { ...facts, place });
};

/** Hex in fours: two people can compare it over the phone. */
const hashText = (sha256: string): string => sha256.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ');

type AboutProps = {
  readonly visit: Visit;
  readonly of: PaperOfCase;
  readonly nameOf: (actorId: string) => string;
};

export const About = ({ visit: { language }, of: { file, paper }, nameOf }: AboutProps): Html => {
  const form = 'form' in paper ? paper.form : null;
  const receipt = receiptOf(file, paper.documentId);
  return (
    <section class="block">
      <h2>{say(language, phrases.about)}</h2>
      <Facts
        items={[
          ...('acceptedAt' in paper
            ? [
                [
                  say(language, phrases.state),
                  <PaperState paper={paper} language={language} />,
                ] as const,
              ]
            : []),
          [
            say(language, phrases.received),
            `${formatMoment(paper.receivedAt, language)}, ${actedByText(receipt, nameOf, language)}`,
          ],
          [
            say(language, phrases.form),
            form === null ? '–' : wordOf(documentForms, form, language),
          ],
          [say(language, phrases.original), seenText(paper, language, nameOf)],
          [say(language, phrases.file), fileText(paper, language)],
          ...(paper.sha256 === null
            ? []
            : [[say(language, phrases.hash), <code>{hashText(paper.sha256)} …</code>] as const]),
        ]}
      />
    </section>
  );
};

/** The very same bytes elsewhere: whoever verifies must see it beside the paper. */
export const Elsewhere = async ({
  visit,
  of,
}: Omit<AboutProps, 'nameOf'>): Promise<Html | null> => {
  const { desk, language } = visit;
  const { papers } = await papersElsewhere(desk, of.file.claimId);
  const twice = papers.find(({ documentId }) => documentId === of.paper.documentId);
  if (twice === undefined) return null;
  const where = twice.elsewhere
    .map((use) =>
      say(language, paperPhrases.useElsewhere, {
        claim: claimNumber(use.claimId),
        document: use.documentId.slice(0, 8),
        kind: wordOf(paperKinds, use.kind, language),
        at: formatMoment(use.receivedAt, language),
      }),
    )
    .join('; ');
  return <p class="note is-wrong">{say(language, paperPhrases.sameElsewhere, { where })}</p>;
};

/** Take it as proof with one button, or send it back with a sentence: only for whoever may. */
export const Decide = async ({ visit, of }: Omit<AboutProps, 'nameOf'>): Promise<Html | null> => {
  const { language, desk } = visit;
  const { file, paper } = of;
  const thing = things.find(({ category }) => category === 'claim');
  if (thing === undefined || !('acceptedAt' in paper) || paper.state !== 'RECEIVED') return null;
  const formOf = async (name: string): Promise<Html | null> => {
    const act = thing.acts.find((one) => one.name === name);
    if (act === undefined) return null;
    const at = { desk, streamId: file.claimId, commandId: desk.gateway.newCommandId() };
    if (isRefusedAuthority(await act.authority(at))) return null;
    return freshForm(
      { visit, thing, act, id: file.claimId },
      {
        values: { documentId: paper.documentId },
        fixed: ['documentId'],
        back: paperPath(file.claimId, paper.documentId),
        isInline: true,
      },
    );
  };
  const accept = paper.acceptedAt === null ? await formOf('accept-document') : null;
  const sendBack = await formOf('return-document');
  if (accept === null && sendBack === null) return null;
  return (
    <section class="block">
      <h2>{say(language, phrases.decide)}</h2>
      {accept}
      {sendBack === null ? null : (
        <details>
          <summary>{say(language, phrases.sendBack)}</summary>
          {sendBack}
        </details>
      )}
    </section>
  );
};
