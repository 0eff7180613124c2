// The forms KK1, KK2 and KK3: filled from the claim, sealed unless opened, none before its time.
import { expect, test } from 'vitest';
import type { Opened } from '../../../apps/cli/accident-form.ts';
import { FORMS, formLines } from '../../../apps/cli/accident-form.ts';
import { documentKinds } from '../../../apps/copy/claim-words.ts';
import { wordOf } from '../../../apps/copy/code-words.ts';
import { pdfOf } from '../../../infra/reports/pdf.ts';
import { claimFileFold } from '../../../projections/claim-file/file-row.ts';
import type { ClaimFile } from '../../../projections/claim-file.ts';
import { recordedEvent } from '../../../projections/recorded-event.ts';
import { incidentSamples } from '../../golden/event-sample-incidents.ts';
import { type Fact, logOf } from '../../projections/history.ts';

const fileOf = (...types: readonly (keyof typeof incidentSamples)[]): ClaimFile => {
  const facts = types.map(
    (type): Fact => ({
      ...{ category: 'claim', streamId: 'claim-1', at: '2026-06-12T04:00:00Z' },
      ...{ by: 'eko', act: 'report-death', office: 'KELURAHAN' },
      event: { type, data: incidentSamples[type][0] } as never,
    }),
  );
  let row: ReturnType<typeof claimFileFold.fold>;
  for (const stored of logOf(facts))
    row = claimFileFold.fold(row, recordedEvent(stored), stored.streamId);
  if (row === undefined) throw new Error('no claim in these facts');
  return { ...row, missingDocuments: ['BANK_BOOK'], payables: [] };
};
const text = (form: 'KK1' | 'KK2' | 'KK3', file: ClaimFile, opened: Opened = null): string =>
  formLines(form, { file, worker: undefined, opened, language: 'id' }).join('\n');

const reported = fileOf('IncidentReported');
const applied = fileOf('IncidentReported', 'SecondStageReported', 'MedicalStatementRecorded');

test('each has its time: KK2 and KK3 follow the word of the doctor', () => {
  expect(FORMS.filter((form) => text(form, reported) !== '')).toEqual(['KK1']);
  expect(FORMS.filter((form) => text(form, applied) !== '')).toEqual([...FORMS]);
});

test('nothing personal stands in it unless it was opened', () => {
  const closed = text('KK1', reported);
  expect(closed).toMatch(/Kronologi +: ••••/);
  expect(closed).toMatch(/Tempat kejadian +: ••••/);
  const told = text('KK1', reported, {
    worker: { name: 'Siti Aminah', nik: '6474014101900001', kpj: '20123456789' },
    report: {
      ...{ reporterName: 'Eko', reporterContact: '0811', circumstances: 'Jatuh dari tangga' },
      notice: { place: 'Kebun', time: '09.30' },
    },
  });
  for (const part of ['Siti Aminah', '20123456789', 'Jatuh dari tangga', 'Kebun', '09.30'])
    expect(told).toContain(part);
  expect(told).not.toContain('undefined');
});

test('the application lists what is there and what still lacks; the doctor signs alone', () => {
  expect(text('KK2', applied)).toContain(`[ ] ${wordOf(documentKinds, 'BANK_BOOK', 'id')}`);
  expect(text('KK3', applied)).toContain('(tanda tangan dan cap dokter)');
});

test('as a PDF it is a tagged document in its language', async () => {
  const lines = formLines('KK1', {
    file: reported,
    worker: undefined,
    opened: null,
    language: 'id',
  });
  const bytes = await pdfOf({ title: 'KK1', language: 'id', asOf: '2026-11-22', notes: [], lines });
  expect(new TextDecoder('latin1').decode(bytes.slice(0, 8))).toContain('%PDF-1.7');
});
