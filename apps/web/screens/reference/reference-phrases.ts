// Words of the reference of the API.
import type { Text } from '../../../copy/text.ts';

export const referencePhrases = {
  title: ['Referensi API', 'API reference'],
  lead: [
    'Untuk sistem lain: permintaan yang sama dengan yang dilakukan layar, dengan kewenangan akun yang dipakai.',
    'For other systems: the same requests that the screens make, with the acts of the account that is used.',
  ],
  file: ['Berkas OpenAPI 3.1', 'OpenAPI 3.1 file'],
  request: ['Permintaan', 'Request'],
  what: ['Gunanya', 'What it does'],
  fields: ['Isian', 'Fields'],
  none: ['tanpa isian', 'no fields'],
  write: [
    'Setiap POST memerlukan Idempotency-Key (UUID). If-Match menolak bila orang lain sudah bertindak.',
    'Every POST needs an Idempotency-Key (UUID). If-Match refuses when somebody else has acted.',
  ],
} as const satisfies Readonly<Record<string, Text>>;
