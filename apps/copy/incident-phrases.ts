// What is said of an accident or an illness: what was reported, and where help is to be had.
import type { IncidentKind, RoutingGround } from '../../domain/claim/incident-events.ts';
import type { ClaimKind } from '../../domain/claim/kind.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const claimKinds: Words<ClaimKind> = {
  JKM_DEATH: ['kematian (JKM)', 'death (JKM)'],
  ILLNESS: ['sakit, bukan karena kerja', 'illness, not from work'],
};

/** What a report may be about; a death is the ordinary case. */
export const reportKinds: Words<'DEATH' | IncidentKind> = {
  DEATH: ['kematian', 'a death'],
  ILLNESS: ['sakit, bukan karena kerja', 'an illness, not from work'],
};

export const routingGrounds: Words<RoutingGround> = {
  ILLNESS_NOT_FROM_WORK: [
    'sakit ini tidak dilaporkan sebagai akibat pekerjaan',
    'nobody says that this illness comes from work',
  ],
};

export const incidentPhrases = {
  eventDate: ['Kejadian {day}: {kind}', 'Event of {day}: {kind}'],
  reportLine: [
    '{at}: {kind} pada {day}, lewat {channel}, pelapor {relation}; dicatat {by}',
    '{at}: {kind} on {day}, by {channel}, reporter {relation}; recorded by {by}',
  ],
  reportLinked: [
    'Kejadian ini sudah dilaporkan: laporan Anda dikaitkan dengan klaim {id} ({stage}).',
    'This event was reported before: your report is linked to claim {id} ({stage}).',
  ],
  routed: [
    'BUKAN JKK: {ground}. Dasar: {rule}, {article}. Tidak ada yang dibayar dari JKK.',
    'NO MATTER OF JKK: {ground}. Basis: {rule}, {article}. Nothing is payable from JKK.',
  ],
} as const satisfies Readonly<Record<string, Text>>;

/** Where the member goes now; each line stands by itself on a printed slip. */
export const whereToGo: readonly Text[] = [
  [
    'Berobat: pakai JKN (BPJS Kesehatan). Datang ke puskesmas atau klinik yang tertera pada kartu JKN, bawa KTP. Gawat darurat: langsung ke IGD rumah sakit mana pun.',
    'For care: use JKN (BPJS Kesehatan). Go to the puskesmas or clinic named on the JKN card, with the identity card. In an emergency: to any hospital at once.',
  ],
  [
    'Belum punya JKN atau iurannya menunggak: tanyakan ke kelurahan atau Dinas Sosial (bantuan iuran PBI), atau hubungi BPJS Kesehatan 165.',
    'No JKN, or behind with it: ask the kelurahan or the social office (contributions paid by the state, PBI), or call BPJS Kesehatan 165.',
  ],
  [
    'Bila dokter kemudian menyatakan sakit ini karena pekerjaan: bawa surat diagnosisnya ke kantor cabang BPJS Ketenagakerjaan; haknya tidak hilang dengan jawaban ini.',
    'If a doctor later says that it comes from work: take the written diagnosis to the branch of BPJS Ketenagakerjaan; this answer takes no right away.',
  ],
  [
    'Bila peserta meninggal, apa pun sebabnya: laporkan kematiannya, JKM tetap berlaku.',
    'If the member dies, whatever the cause: report the death, JKM holds.',
  ],
];
