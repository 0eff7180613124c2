// Verifies a bundle or a receipt of Lindung with Node alone: no import from the rest, no network.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Text = readonly [id: string, en: string];
type Finding = { readonly code: keyof typeof WORDS; readonly at?: string };

const WORDS = {
  CHECKPOINT_NOT_SIGNED: ['titik periksa ini dari kunci lain', 'the checkpoint is of another key'],
  DOCUMENT_CHANGED: ['berkas tidak cocok dengan sidiknya', 'the paper does not fit its digest'],
  DOCUMENT_UNKNOWN: ['sidik berkas tidak ada dalam peristiwa', 'no event holds this digest'],
  EVENT_NOT_PROVEN: ['peristiwa tidak ada dalam pohon', 'the event does not stand in the tree'],
  EVENT_MISSING: ['urutan peristiwa berlubang', 'events of the stream are missing'],
  MALFORMED: ['berkas ini bukan bundel Lindung', 'this file is no bundle of Lindung'],
  OPENED_WRONG: ['isi yang dibuka bukan yang disegel', 'what was opened is not what was sealed'],
  RULES_CHANGED: ['tabel aturan tidak cocok dengan sidiknya', 'rules do not fit their digest'],
} as const satisfies Readonly<Record<string, Text>>;

const SAID = {
  bad: ['TIDAK SAH', 'NOT VALID'],
  good: ['SAH', 'VALID'],
  claim: ['Klaim', 'Claim'],
  decision: ['Penetapan', 'Determination'],
  events: ['peristiwa terbukti', 'events proven'],
  language: ['id', 'en'],
  mark: ['.', ','],
  masked: ['isian tetap tertutup', 'fields stay closed'],
  opened: ['Dibuka', 'Opened'],
  papers: ['berkas disebut', 'papers named'],
  rules: ['Aturan', 'Rules'],
  sealed: ['Disegel', 'Sealed'],
} as const satisfies Readonly<Record<string, Text>>;

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const child = (value: Json | undefined, name: string | number): Json | undefined => {
  if (Array.isArray(value)) return typeof name === 'number' ? value[name] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value)).get(String(name));
};

const within = (value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined =>
  path.reduce<Json | undefined>(child, value);

const text = (value: Json | undefined, ...path: readonly (string | number)[]): string => {
  const found = within(value, ...path);
  return typeof found === 'string' ? found : '';
};

const list = (value: Json | undefined, ...path: readonly (string | number)[]): readonly Json[] => {
  const found = within(value, ...path);
  return Array.isArray(found) ? found : [];
};

const count = (value: Json | undefined, ...path: readonly (string | number)[]): number => {
  const found = within(value, ...path);
  return typeof found === 'number' && Number.isSafeInteger(found) ? found : -1;
};

/** `name+id+key`; undefined: no Ed25519 key in that form, or its id is another key's. */
const readKey = (given: string) => {
  const [name = '', id = '', ...rest] = given.trim().split('+');
  const bytes = Buffer.from(rest.join('+'), 'base64');
  if (bytes[0] !== 1 || bytes.byteLength !== 33) return undefined;
  const own = sha256(Buffer.from(`${name}\n`), bytes).subarray(0, 4);
  if (own.toString('hex') !== id) return undefined;
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)]);
  return { name, own, key: createPublicKey({ key: spki, format: 'der', type: 'spki' }) };
};
type Key = NonNullable<ReturnType<typeof readKey>>;

/** A signed note: text, an empty line, signatures of which one must be this key's. */
const readCheckpoint = (note: string, { name, own, key }: Key) => {
  const end = note.indexOf('\n\n');
  const body = note.slice(0, end + 1);
  const isSigned = note
    .slice(end + 2)
    .split('\n')
    .map((line) => line.split(' '))
    .some(([dash, signer, signature = '']) => {
      const bytes = Buffer.from(signature, 'base64');
      const isOurs = dash === '—' && signer === name && bytes.subarray(0, 4).equals(own);
      return isOurs && verify(null, Buffer.from(body), key, bytes.subarray(4));
    });
  const [origin = '', size = '', root = '', position = '', time = ''] = body.split('\n');
  if (end < 0 || !isSigned || !origin.startsWith(`${name}/`)) return undefined;
  return {
    ...{ origin, size: Number(size), root: Buffer.from(root, 'base64') },
    ...{ position: position.replace('position ', ''), time: time.replace('time ', '') },
  };
};
type Checkpoint = NonNullable<ReturnType<typeof readCheckpoint>>;

/** RFC 9162, 2.1.3: the root that the path leads to, which must be used up just there. */
const rootFrom = (
  hash: Buffer,
  { leaf, size }: { readonly leaf: number; readonly size: number },
  path: readonly Buffer[],
): Buffer | undefined => {
  const sibling = path.at(-1);
  if (size <= 1 || sibling === undefined) return size === 1 && path.length === 0 ? hash : undefined;
  let half = 1;
  while (half * 2 < size) half *= 2;
  const isLeft = leaf < half;
  const side = isLeft ? { leaf, size: half } : { leaf: leaf - half, size: size - half };
  const own = rootFrom(hash, side, path.slice(0, -1));
  if (own === undefined) return undefined;
  return isLeft ? sha256(Buffer.of(1), own, sibling) : sha256(Buffer.of(1), sibling, own);
};

/** The leaf as it was sealed: the event, and what only the log says of it. */
type Leaf = { readonly event: Json; readonly position: string; readonly version: number };

const provenLeaf = (given: Json, { size, root }: Checkpoint): Leaf | undefined => {
  const path = list(given, 'path').map((hash) => Buffer.from(text(hash), 'base64'));
  const leaf = count(given, 'leaf');
  const hash = sha256(Buffer.of(0), Buffer.from(text(given, 'text')));
  const isInside = 0 <= leaf && leaf < size;
  if (!isInside || rootFrom(hash, { leaf, size }, path)?.equals(root) !== true) return undefined;
  const sealed: Json = JSON.parse(text(given, 'text'));
  const event = within(sealed, 'event') ?? null;
  return { event, position: text(sealed, 'position'), version: count(sealed, 'version') };
};

/** Every stream from its first event on, without a hole. */
const holes = (leaves: readonly Leaf[]): readonly Finding[] => {
  const next = new Map<string, number>();
  const findings: Finding[] = [];
  for (const { event, position, version } of leaves) {
    const stream = text(event, 'streamId');
    if (version !== (next.get(stream) ?? 1))
      findings.push({ code: 'EVENT_MISSING', at: `#${position}` });
    next.set(stream, version + 1);
  }
  return findings;
};

const isOpenedRight = (opened: Json, leaves: readonly Leaf[]): boolean => {
  const leaf = leaves.find(({ position }) => position === text(opened, 'position'));
  const path = list(opened, 'path').map((name) => (typeof name === 'number' ? name : text(name)));
  const salt = Buffer.from(text(opened, 'salt'), 'base64');
  const said = Buffer.from(text(leaf?.event, ...path, 'field') + text(opened, 'value'));
  const commitment = text(leaf?.event, ...path, 'commitment');
  return commitment !== '' && sha256(salt, said).toString('hex') === commitment;
};

/** How many sealed fields a value holds, at any depth. */
const sealedIn = (value: Json): number => {
  if (typeof value !== 'object' || value === null) return 0;
  if (text(value, 'commitment') !== '') return 1;
  return Object.values(value).reduce<number>((sum, part) => sum + sealedIn(part), 0);
};

const paperFindings = (
  bundle: Json,
  digests: readonly string[],
  folder: string | undefined,
): readonly Finding[] => [
  ...list(bundle, 'documents').flatMap((paper): readonly Finding[] =>
    digests.includes(text(paper, 'sha256'))
      ? []
      : [{ code: 'DOCUMENT_UNKNOWN', at: text(paper, 'documentId') }],
  ),
  ...(folder === undefined ? [] : readdirSync(folder)).flatMap((name): readonly Finding[] => {
    const digest = sha256(readFileSync(join(folder ?? '', name))).toString('hex');
    return digests.includes(digest) ? [] : [{ code: 'DOCUMENT_CHANGED', at: name }];
  }),
];

const openedFindings = (bundle: Json, leaves: readonly Leaf[]): readonly Finding[] =>
  list(bundle, 'opened').flatMap((one) =>
    isOpenedRight(one, leaves) ? [] : [{ code: 'OPENED_WRONG', at: `#${text(one, 'position')}` }],
  );

const ruleFindings = (bundle: Json): readonly Finding[] =>
  list(bundle, 'rules').flatMap((rule) =>
    sha256(Buffer.from(text(rule, 'tables'))).toString('hex') === text(rule, 'sha256')
      ? []
      : [{ code: 'RULES_CHANGED', at: text(rule, 'id') }],
  );

const eventFindings = (bundle: Json, tree: Checkpoint, leaves: readonly Leaf[]) => {
  const [claimId, given] = [text(bundle, 'claimId'), list(bundle, 'events')];
  const findings: Finding[] = [...holes(leaves)];
  for (const [place, one] of given.entries())
    if (provenLeaf(one, tree) === undefined)
      findings.push({ code: 'EVENT_NOT_PROVEN', at: `events/${place}` });
  const isOfClaim = leaves.some(({ event }) => text(event, 'streamId') === claimId);
  if (!isOfClaim) findings.push({ code: 'EVENT_MISSING', at: claimId });
  return findings;
};

type Asked = { readonly file: string; readonly key: Key; readonly documents?: string | undefined };

const examine = ({ file, key, documents: folder }: Asked) => {
  const bundle: Json = JSON.parse(readFileSync(file, 'utf8'));
  const isBundle = text(bundle, 'format') === 'lindung-bundle/1';
  const tree = isBundle ? readCheckpoint(text(bundle, 'checkpoint'), key) : undefined;
  const given = list(bundle, 'events');
  const leaves = tree === undefined ? [] : given.flatMap((one) => provenLeaf(one, tree) ?? []);
  const documents = leaves.flatMap(({ event }) => text(event, 'data', 'sha256') || []);
  const claimId = text(bundle, 'claimId');
  const opened = list(bundle, 'opened');
  const unread: Finding = { code: isBundle ? 'CHECKPOINT_NOT_SIGNED' : 'MALFORMED' };
  const findings: readonly Finding[] =
    tree === undefined
      ? [unread]
      : [
          ...eventFindings(bundle, tree, leaves),
          ...openedFindings(bundle, leaves),
          ...paperFindings(bundle, documents, folder),
          ...ruleFindings(bundle),
        ];
  return {
    ...{ valid: findings.length === 0, findings, kind: text(bundle, 'kind'), claimId, leaves },
    checkpoint: tree && { ...tree, root: tree.root.toString('base64') },
    events: leaves.length,
    decisions: leaves
      .filter(({ event }) => text(event, 'type') === 'BenefitsDetermined')
      .map(({ event, position }) => ({ position, data: within(event, 'data') })),
    ...{ opened, documents, rules: list(bundle, 'rules').map((rule) => text(rule, 'id')) },
    words: within(bundle, 'words'),
    masked: leaves.reduce((sum, { event }) => sum + sealedIn(event), 0) - opened.length,
  };
};

type Verdict = ReturnType<typeof examine>;
/** Names are the house's own words, and proven by nothing; the code stands where it gave none. */
const eventLine = ({ event, position }: Leaf, words: Json | undefined): string => {
  const at = new Date(Date.parse(text(event, 'effectiveAt')) + 8 * 3_600_000).toISOString();
  const [type, office] = [text(event, 'type'), text(event, 'meta', 'actor', 'office')];
  return `  #${position} ${at.slice(0, 16).replace('T', ' ')} WITA ${text(words, type) || type} — ${text(event, 'meta', 'actor', 'id')}, ${text(words, office) || office}`;
};

/** `Rp42.000.000`, in English `Rp42,000,000`: the mark between thousands is said as a word is. */
const rupiah = (value: Json | undefined, name: string, mark: string): string =>
  `Rp${text(value, name).replace(/\B(?=(\d{3})+(?!\d))/g, mark)}`;

const linesOf = (verdict: Verdict, say: (words: Text) => string): readonly string[] => [
  say(verdict.valid ? SAID.good : SAID.bad),
  ...verdict.findings.map(({ code, at = '' }: Finding) => `  ${at} ${say(WORDS[code])}`),
  `${say(SAID.claim)} ${verdict.claimId}`,
  `${say(SAID.sealed)} ${verdict.checkpoint?.time ?? '-'} (${verdict.checkpoint?.size ?? 0})`,
  `${verdict.events} ${say(SAID.events)}`,
  ...verdict.leaves.map((leaf) => eventLine(leaf, within(verdict.words, say(SAID.language)))),
  ...verdict.decisions.flatMap(({ position, data }) => [
    `${say(SAID.decision)} #${position}: ${rupiah(data, 'totalIdr', say(SAID.mark))} (${text(data, 'rulesetId')})`,
    ...list(data, 'lines').map(
      (line) => `  ${text(line, 'code')} ${rupiah(line, 'amountIdr', say(SAID.mark))}`,
    ),
  ]),
  ...verdict.opened.map(
    (one) =>
      `${say(SAID.opened)} #${text(one, 'position')} ${list(one, 'path').slice(1).join('.')}: ${text(one, 'value')}`,
  ),
  `${verdict.masked} ${say(SAID.masked)}`,
  `${verdict.documents.length} ${say(SAID.papers)}`,
  ...verdict.rules.map((id) => `${say(SAID.rules)} ${id}`),
];

const TEXT = { type: 'string' } as const;
const USAGE = 'node verify-bundle.mjs FILE --key KEY [--documents DIR] [--lang en] [--json]';

const main = (): number => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: TEXT, documents: TEXT, lang: TEXT, json: { type: 'boolean' } },
  });
  const [file] = positionals;
  const { key: given = '', documents, lang } = values;
  const key = readKey(existsSync(given) ? readFileSync(given, 'utf8') : given);
  if (file === undefined || key === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const verdict = examine({ file, key, documents });
  const say = ([id, en]: Text): string => (lang === 'en' ? en : id);
  const { leaves: _, words: _words, ...facts } = verdict;
  const lines =
    values.json === true ? [JSON.stringify(facts, undefined, 2)] : linesOf(verdict, say);
  process.stdout.write(`${lines.join('\n')}\n`);
  return verdict.valid ? 0 : 1;
};

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
