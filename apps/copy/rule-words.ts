// Codes of the rule book in words: what is wrong with a row, how a version stands, how a claim met it.
import type { RuleVersion } from '../../domain/rule-book/decider.ts';
import type { OpenClaims } from '../../domain/rule-book/events.ts';
import type { RowFault } from '../../domain/rule-book/row-value.ts';
import type { Words } from './code-words.ts';

export const rowFaults: Words<RowFault> = {
  RULE_UNKNOWN: ['nomor aturan tidak ada', 'no rule has this id'],
  DAY: ['bukan tanggal atau bulan', 'not a day or month'],
  BEFORE_LAW: ['sebelum hukum yang pertama', 'before the first law'],
  ENDS_BEFORE_IT_BEGINS: ['berakhir sebelum mulai', 'ends before it begins'],
  LAW_UNKNOWN: ['versi hukum tidak dikenal', 'not a known version of the law'],
  ARTICLE_MISSING: ['pasal belum disebut', 'the article is not named'],
  CONFIDENCE: ['bukan tanda keyakinan', 'not a mark of confidence'],
  FIELDS_DIFFER: ['isian isi aturan lain', 'the fields of the value differ'],
  AMOUNT: ['bukan rupiah bulat', 'not whole rupiah'],
  NUMBER: ['bukan bilangan bulat', 'not a whole number'],
  TRUE_OR_FALSE: ['harus true atau false', 'must be true or false'],
  NOT_A_CHOICE: ['bukan salah satu pilihan', 'not one of the choices'],
  LIST: ['harus berupa daftar', 'must be a list'],
  NOTHING_CHANGES: ['sama dengan yang berlaku', 'the same as in force'],
};

export const versionStandings: Words<RuleVersion['standing']> = {
  PROPOSED: ['diusulkan', 'proposed'],
  WITHDRAWN: ['ditarik', 'withdrawn'],
  ACTIVE: ['berlaku', 'in force'],
  REPLACED: ['digantikan', 'replaced'],
};

export const openClaimsWords: Words<OpenClaims> = {
  PIN: ['klaim terbuka memakai aturan lama', 'open claims keep the former rules'],
  MIGRATE: ['klaim terbuka memakai aturan baru', 'open claims get the new rules'],
  REVIEW: ['klaim terbuka ditinjau orang', 'a person chooses for open claims'],
};

export const ruleChoices: Words<'PIN' | 'MIGRATE'> = {
  PIN: ['aturan lama', 'the former rules'],
  MIGRATE: ['aturan baru', 'the new rules'],
};
