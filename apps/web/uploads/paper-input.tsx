// One file of a form: chosen or photographed; with a script it goes ahead in parts, without one with the form.
import { PAPER_BYTES_MAX } from '../../../domain/claim/documents/paper-file.ts';
import { formatBytes, type Language } from '../../copy/format.ts';
import { say } from '../../copy/text.ts';
import { Labelled } from '../parts/form-parts.tsx';
import type { Html } from '../screen.ts';
import { uploadPhrases as phrases } from './upload-phrases.ts';
import { UPLOADS } from './uploads-path.ts';

const TYPES = '.pdf,.heic,.heif,.tif,.tiff,application/pdf,image/jpeg,image/png,image/webp';

export type PaperInputProps = {
  readonly name: string;
  readonly label: string;
  readonly language: Language;
  readonly error?: string | undefined;
  /** An upload that came with an earlier answer of the form: its id, and what is said of it. */
  readonly upload?: { readonly id: string; readonly text: string } | undefined;
};

/** The file itself never has the name of the field: the island fills that one with an upload's id. */
export const fileNameOf = (name: string): string => `${name}-file`;

export const PaperInput = (props: PaperInputProps): Html => {
  const { name, label, language, error, upload } = props;
  const file = fileNameOf(name);
  const max = formatBytes(PAPER_BYTES_MAX, language);
  return (
    <div
      class="paper-input"
      data-uploads={UPLOADS}
      data-sending={say(language, phrases.sending)}
      data-sent={say(language, phrases.sent)}
      data-broken={say(language, phrases.broken)}
      data-failed={say(language, phrases.failed)}
    >
      <input type="hidden" name={name} value={upload?.id ?? ''} />
      {upload === undefined ? null : <p class="note is-good">{upload.text}</p>}
      <Labelled
        name={file}
        label={upload === undefined ? label : say(language, phrases.another)}
        hint={say(language, phrases.limits, { max })}
        error={error}
      >
        <input
          id={file}
          name={file}
          type="file"
          accept={TYPES}
          {...(upload === undefined && { required: true })}
          aria-describedby={error === undefined ? `${file}-hint` : `${file}-hint ${file}-error`}
          {...(error !== undefined && { 'aria-invalid': 'true' })}
        />
      </Labelled>
      <progress class="paper-progress" max="100" value="0" hidden aria-label={label}></progress>
      <p class="paper-state hint" role="status"></p>
    </div>
  );
};
