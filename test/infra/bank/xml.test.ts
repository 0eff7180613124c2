// What is refused as XML before any of it is believed.
import { describe, expect, test } from 'vitest';
import { firstAt, onlyAt, readXml, textAt } from '../../../infra/bank/xml.ts';

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

const read = (text: string) => readXml(encoded(text), 10_000);

const codeOf = (text: string): string => {
  const result = read(text);
  return result.status === 'refused' ? result.code : 'read';
};

const rootOf = (text: string) => {
  const result = read(text);
  if (result.status === 'refused') throw new Error(result.detail);
  return result.root;
};

describe('refused', () => {
  test.each([
    ['a document type', '<!DOCTYPE a><a/>', 'DoctypeRefused'],
    ['an entity that grows', '<!doctype a [<!ENTITY b "bb">]><a>&b;</a>', 'DoctypeRefused'],
    ['an unknown entity', '<a>&b;</a>', 'NotWellFormed'],
    ['a bare ampersand', '<a>x & y</a>', 'NotWellFormed'],
    ['a reference to a control character', '<a>&#0;</a>', 'NotWellFormed'],
    ['a reference to half a character', '<a>&#xD800;</a>', 'NotWellFormed'],
    ['a control character', '<a>\u0007</a>', 'NotWellFormed'],
    ['an unclosed element', '<a><b></a>', 'NotWellFormed'],
    ['an attribute given twice', '<a b="1" b="2"/>', 'NotWellFormed'],
    ['two roots', '<a/><b/>', 'NotWellFormed'],
    ['text after the end', '<a>1</a>more', 'NotWellFormed'],
    ['text after an empty root', '<a/>more', 'NotWellFormed'],
    ['nothing at all', '', 'NotWellFormed'],
    ['a cut-off file', '<a><b>1</b', 'NotWellFormed'],
    ['deep nesting', `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`, 'NotWellFormed'],
    ['the name of a prototype', '<a><__proto__>1</__proto__></a>', 'NotWellFormed'],
  ])('%s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  test('bytes that are not UTF-8', () => {
    expect(readXml(Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xfe), 100)).toMatchObject({
      code: 'NotUtf8',
    });
  });

  test('one byte more than allowed', () => {
    expect(readXml(encoded('<a/>'), 4)).toMatchObject({ status: 'read' });
    expect(readXml(encoded('<a/>'), 3)).toMatchObject({ code: 'TooLarge' });
  });

  test('without quoting the file, which holds names', () => {
    const result = read('<Nm>SITI</Nam>');
    expect(JSON.stringify(result)).not.toContain('SITI');
    expect(result).toMatchObject({ detail: expect.stringContaining('line 1') });
  });
});

test('values stay text: leading zeros, decimals, marks and characters by number', () => {
  const root = rootOf(
    '<a c="007"><b>0042.10</b><d>&lt;&#x41;&amp;&apos;</d><e><![CDATA[&amp;]]></e></a>',
  );
  expect(root.attributes.get('c')).toBe('007');
  expect(textAt(root, 'b')).toBe('0042.10');
  expect(textAt(root, 'd')).toBe("<A&'");
  expect(textAt(root, 'e')).toBe('&amp;');
});

test('a namespace prefix does not change a name', () => {
  expect(textAt(rootOf('<n:a xmlns:n="urn:x"><n:b>1</n:b></n:a>'), 'b')).toBe('1');
});

test('an element that stands twice is not the only one', () => {
  const root = rootOf('<a><b>1</b><b>2</b></a>');
  expect(onlyAt(root, 'b')).toBeUndefined();
  expect(firstAt(root, 'b')?.text).toBe('1');
});
