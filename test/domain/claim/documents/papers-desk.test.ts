// Papers at the desk: what a file is, who saw the original, who takes a paper as proof.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { claimDecider } from '../../../../domain/claim/decider.ts';
import {
  PAPER_BYTES_MAX,
  type PaperType,
  paperTypeOf,
} from '../../../../domain/claim/documents/paper-file.ts';
import type { ClaimCommand } from '../../../../domain/claim/events.ts';
import type { ClaimWish } from '../../../../domain/claim/refusals.ts';
import { claimStage } from '../../../../domain/claim/stage.ts';
import { fold } from '../../../../domain/decider.ts';
import {
  claim,
  clerk,
  complete,
  rejected,
  reported,
  returnDocument,
  verifier,
} from '../claim-facts.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('a file', () => {
  test.each<[PaperType, string]>([
    ['PDF', '%PDF-1.7\n%âãÏÓ'],
    ['PDF', `${'\r\n'.repeat(100)}%PDF-1.4`],
    ['JPEG', '\xff\xd8\xff\xe0\x00\x10JFIF'],
    ['PNG', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
    ['TIFF', 'II*\0\x08\0\0\0'],
    ['TIFF', 'MM\0*\0\0\0\x08'],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0'],
    ['WEBP', 'RIFF\x24\0\0\0WEBPVP8 '],
  ])('is a %s by its first bytes', (type, head) => {
    expect(paperTypeOf(bytesOf(head))).toBe(type);
  });

  test.each([
    ['text', 'Berkas akta kematian'],
    ['a program of Windows', 'MZ\x90\0'],
    ['a program of Linux', '\x7fELF\x02'],
    ['an archive or an office file', 'PK\x03\x04'],
    ['a web page', '<!DOCTYPE html><html>'],
    ['a sound in the same box as WebP', 'RIFF\x24\0\0\0WAVEfmt '],
    ['a film in the same box as HEIC', '\0\0\0\x18ftypisom'],
    ['a PDF that begins far below', `${' '.repeat(1_100)}%PDF-1.4`],
    ['nothing', ''],
  ])('is no paper where its bytes are %s', (_, head) => {
    expect(paperTypeOf(bytesOf(head))).toBeNull();
  });
});

const receive = (change: Partial<ClaimWish<'ReceiveDocument'>>): ClaimCommand => ({
  type: 'ReceiveDocument',
  data: {
    ...{ documentId: 'doc-1', kind: 'FAMILY_CARD', sha256: 'sha-1', form: 'COPY' },
    ...change,
  },
});
const seen = { by: 'lurah-tini', on: localDate('2024-07-07'), place: 'Kantor Lurah Guntung' };

describe('a received paper', () => {
  test('says what the file is, and that nobody looked for malware', () => {
    const file = { type: 'PDF', bytes: 1_000, malware: 'NOT_SCANNED' } as const;
    claim
      .given(...reported)
      .when(receive({ file }), clerk)
      .thenRecords({ type: 'DocumentReceived', data: { file } });
  });

  test('is refused where the file is larger than a paper, or has no bytes', () => {
    for (const bytes of [PAPER_BYTES_MAX + 1, 0])
      claim
        .given(...reported)
        .when(receive({ file: { type: 'PDF', bytes, malware: 'NOT_SCANNED' } }), clerk)
        .thenRefuses('PaperTooLarge', { bytes });
  });

  test('of which the original was shown was seen by whoever took it in, that day', () =>
    claim
      .given(...reported)
      .when(receive({ form: 'ORIGINAL_SEEN' }), clerk)
      .thenRecords({
        type: 'DocumentReceived',
        data: { seen: { by: clerk.by.id, on: '2024-07-08', place: null } },
      }));

  test('names another person who saw the original, when and where', () =>
    claim
      .given(...reported)
      .when(receive({ form: 'LEGALISED', seen }), clerk)
      .thenRecords({ type: 'DocumentReceived', data: { seen } }));

  test('is no copy with an original, not seen tomorrow, and not by nobody', () => {
    const refuses = (change: Partial<ClaimWish<'ReceiveDocument'>>, code: string) =>
      claim
        .given(...reported)
        .when(receive(change), clerk)
        .thenRefuses(code);
    refuses({ seen }, 'CopyHasNoOriginal');
    const form = 'ORIGINAL_SEEN';
    refuses({ form, seen: { ...seen, on: localDate('2024-07-09') } }, 'SeenInFuture');
    refuses({ form, seen: { ...seen, by: ' ' } }, 'SeenByMissing');
    refuses({ form, seen: { ...seen, place: '' } }, 'SeenByMissing');
  });
});

describe('a paper taken as proof', () => {
  const accept: ClaimCommand = { type: 'AcceptDocument', data: { documentId: 'doc-FAMILY_CARD' } };
  const [accepted] = claim.given(...complete).records(accept, verifier);

  test('is recorded once, and moves no stage', () => {
    claim
      .given(...complete)
      .when(accept, verifier)
      .thenRecords({
        type: 'DocumentAccepted',
        data: { documentId: 'doc-FAMILY_CARD', kind: 'FAMILY_CARD' },
      });
    const after = accepted === undefined ? [] : [...complete, accepted];
    claim
      .given(...after)
      .when(accept, verifier)
      .thenNothing();
    expect(claimStage(fold(claimDecider, after))).toBe('DOCUMENTS_COMPLETE');
  });

  test('is none while it lies with the family, and nobody’s where it is unknown', () => {
    const back = claim.given(...complete).records(returnDocument('doc-FAMILY_CARD'), clerk);
    claim
      .given(...complete, ...back)
      .when(accept, verifier)
      .thenRefuses('DocumentWasReturned', { kind: 'FAMILY_CARD' });
    claim
      .given(...reported)
      .when(accept, verifier)
      .thenRefuses('DocumentUnknown');
    claim.given().when(accept, verifier).thenRefuses('ClaimUnknown');
    claim
      .given(...rejected)
      .when(accept, verifier)
      .thenRefuses('ClaimNotOpen', { stage: 'REJECTED' });
  });

  test('is looked at anew when it went back and came again', () => {
    const back = claim.given(...complete).records(returnDocument('doc-FAMILY_CARD'), clerk);
    const again = claim
      .given(...complete, ...back)
      .records(receive({ documentId: 'doc-FAMILY_CARD' }), clerk);
    const state = fold(claimDecider, [...complete, ...back, ...again]);
    expect(state.documents.find(({ documentId }) => documentId === 'doc-FAMILY_CARD')).toEqual(
      expect.objectContaining({ accepted: false, returned: false }),
    );
  });
});
