// From bytes on their way in to a kept paper: looked at once, the same answer to a form sent twice.

import { PAPER_BYTES_MAX } from '../../../domain/claim/documents/paper-file.ts';
import type { Upload } from '../../../infra/documents/upload-folder.ts';
import { type KeptPaper, keepBytes } from '../../cli/paper-intake.ts';
import { formatBytes } from '../../copy/format.ts';
import { say, type Text } from '../../copy/text.ts';
import type { Desk } from '../house.ts';
import { uploadPhrases as phrases } from './upload-phrases.ts';

type Own = Pick<Desk, 'uploads' | 'actorId' | 'documents' | 'scan'>;

/** What is wrong with it, in words for whoever sent it. */
type Kept = { readonly kept: KeptPaper } | { readonly said: Text };

export const keptUpload = async (desk: Own, id: string): Promise<Kept> => {
  const place = { owner: desk.actorId, id };
  const upload = await desk.uploads.find(place);
  if (upload === undefined) return { said: phrases.over };
  if (upload.kept !== null) return { kept: upload.kept };
  const bytes = await desk.uploads.whole(place);
  if (bytes === undefined) return { said: phrases.over };
  const looked = await keepBytes(desk, bytes);
  if ('fault' in looked) {
    const { sentence } = looked.fault;
    await desk.uploads.drop(place);
    const [inBahasa, inEnglish] = phrases.yourFile;
    return { said: [sentence('id', inBahasa), sentence('en', inEnglish)] };
  }
  await desk.uploads.settle(place, looked.kept);
  return looked;
};

const tooLarge = (): Text => {
  const text = (language: 'id' | 'en'): string =>
    say(language, phrases.tooLarge, { max: formatBytes(PAPER_BYTES_MAX, language) });
  return [text('id'), text('en')];
};

/** A file of a plain form, whole at once; its name is read by nobody. */
export const uploadOf = async (
  { uploads, actorId: owner }: Own,
  file: File,
): Promise<{ readonly upload: Upload } | { readonly said: Text }> => {
  const begun = await uploads.begin(owner, file.size);
  if (begun === 'too-large') return { said: tooLarge() };
  if (begun === 'full') return { said: phrases.full };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const upload = await uploads.append({ owner, id: begun.id }, { offset: 0, bytes });
  return typeof upload === 'object' ? { upload } : { said: phrases.over };
};

export const hereText = (upload: Upload, language: 'id' | 'en'): string =>
  say(language, phrases.here, { size: formatBytes(upload.length, language) });
