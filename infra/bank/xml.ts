// XML of bank files as a plain tree: the only file that knows which XML library we use.
import { XMLBuilder, XMLParser } from 'fast-xml-parser';

export type XmlElement = {
  /** Without namespace prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly children: readonly XmlElement[];
};

export type XmlRefusal = 'TooLarge' | 'NotUtf8' | 'DoctypeRefused' | 'NotWellFormed';

export type ReadXml =
  | { readonly status: 'read'; readonly root: XmlElement }
  | { readonly status: 'refused'; readonly code: XmlRefusal; readonly detail: string };

const attributePrefix = '@';
const depthMax = 40;

// Values stay text: by default the library turns `0042` into 42 and `000123` into 123. Entities are
// decoded below, because the library's expansion limits would refuse a large but honest file.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: attributePrefix,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: depthMax,
});

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: attributePrefix,
  format: true,
  indentBy: ' ',
  suppressEmptyNode: true,
});

const namedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const xmlProblem = (detail: string): Error => Object.assign(new Error(detail), { detail });

const decodeEntity = (_reference: string, body: string): string => {
  const named = namedEntities.get(body);
  if (named !== undefined) return named;
  const digits = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(body);
  if (digits === null) throw xmlProblem('an entity that XML does not define');
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code < 0xd800) ||
    (code > 0xdfff && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff);
  if (!allowed) throw xmlProblem('a character reference that XML does not allow');
  return String.fromCodePoint(code);
};

const decodeText = (raw: string): string =>
  raw.includes('&') ? raw.replace(/&([^;&<]*);?/g, decodeEntity) : raw;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const readAttributes = (raw: unknown): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(isRecord(raw) ? raw : {}).map(([name, value]) => [
      name.slice(attributePrefix.length),
      decodeText(String(value)),
    ]),
  );

const cdataOf = (nodes: unknown): string =>
  Array.isArray(nodes)
    ? nodes.map((node) => (isRecord(node) ? String(node['#text'] ?? '') : '')).join('')
    : '';

/** The library's nodes hold one tag each, beside which its attributes stand under `:@`. */
const entriesOf = (content: unknown): readonly (readonly [string, unknown, unknown])[] =>
  (Array.isArray(content) ? content : []).flatMap((node: unknown) =>
    isRecord(node)
      ? Object.entries(node)
          .filter(([key]) => key !== ':@')
          .map(([key, value]) => [key, value, node[':@']] as const)
      : [],
  );

const toElement = (name: string, content: unknown, attributes: unknown): XmlElement => {
  let text = '';
  const children: XmlElement[] = [];
  for (const [key, value, ofChild] of entriesOf(content)) {
    if (key === '#text') text += decodeText(String(value));
    else if (key === '#cdata') text += cdataOf(value);
    else children.push(toElement(key, value, ofChild));
  }
  const clean = text.replace(/\s+/g, ' ').trim();
  return { name: localName(name), attributes: readAttributes(attributes), text: clean, children };
};

const parseRoot = (xml: string): XmlElement => {
  // After a root without content the library drops what follows instead of refusing it.
  if (!xml.trimEnd().endsWith('>')) throw xmlProblem('text after the end of the document');
  const nodes: unknown = parser.parse(xml, true);
  const { children } = toElement('', nodes, undefined);
  const [root] = children;
  if (root === undefined || children.length !== 1) throw xmlProblem('not exactly one root');
  return root;
};

const refused = (code: XmlRefusal, detail: string): ReadXml => ({
  status: 'refused',
  code,
  detail,
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const forbiddenCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** The library's message can quote the file, and the file holds names: only the place is kept. */
const placeOf = (cause: unknown): string => {
  if (cause instanceof Error && 'detail' in cause) return String(cause.detail);
  const place = cause instanceof Error ? /:(\d+):(\d+)$/.exec(cause.message) : null;
  return place === null ? 'broken structure' : `broken at line ${place[1]}, column ${place[2]}`;
};

export const readXml = (bytes: Uint8Array, bytesMax: number): ReadXml => {
  if (bytes.byteLength > bytesMax) {
    return refused('TooLarge', `${bytes.byteLength} bytes, at most ${bytesMax}`);
  }
  let xml: string;
  try {
    xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('NotUtf8', 'the file is not UTF-8 text');
  }
  // A bank file never needs a DTD, and a DTD is how entities, loops and foreign files come in.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    return refused('DoctypeRefused', 'document type declarations and entities are not accepted');
  }
  if (forbiddenCharacter.test(xml)) {
    return refused('NotWellFormed', 'a control character that XML does not allow');
  }
  try {
    return { status: 'read', root: parseRoot(xml) };
  } catch (cause) {
    return refused('NotWellFormed', placeOf(cause));
  }
};

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first element at the path. */
export const firstAt = (
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => childrenOf(at, name)[0], element);

/** The only element at the path; where a step is repeated, nobody knows which one counts. */
export const onlyAt = (
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => {
    const found = childrenOf(at, name);
    return found.length === 1 ? found[0] : undefined;
  }, element);

/** Text of the only element at the path; `undefined` where it is absent, repeated or empty. */
export const textAt = (
  element: XmlElement | undefined,
  ...path: readonly string[]
): string | undefined => {
  const text = onlyAt(element, ...path)?.text;
  return text === '' ? undefined : text;
};

export type XmlNode = Readonly<Record<string, unknown>>;

export const leaf = (name: string, text: string): XmlNode => ({ [name]: [{ '#text': text }] });

export const branch = (name: string, ...children: readonly XmlNode[]): XmlNode => ({
  [name]: children,
});

export const withAttributes = (
  node: XmlNode,
  attributes: Readonly<Record<string, string>>,
): XmlNode => ({
  ...node,
  ':@': Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [`${attributePrefix}${name}`, value]),
  ),
});

/** A whole ISO 20022 document: the same tree gives the same bytes. */
export const writeDocument = (format: string, content: XmlNode): Uint8Array => {
  const declaration = withAttributes(leaf('?xml', ''), { version: '1.0', encoding: 'UTF-8' });
  const document = withAttributes(branch('Document', content), {
    xmlns: `urn:iso:std:iso:20022:tech:xsd:${format}`,
  });
  return new TextEncoder().encode(`${builder.build([declaration, document]).trimStart()}\n`);
};
