// What is wrong with an address of a service, named without showing a password that it may carry.
import type { Sentence } from '../local/sentence.ts';

const LAST_PORT = 65_535;

export const isPort = (text: string): boolean =>
  /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= LAST_PORT;

const badPort = (port: string): Sentence => ({
  id: `port "${port}" bukan angka 1 sampai ${LAST_PORT}`,
  en: `the port "${port}" is no number from 1 to ${LAST_PORT}`,
});

const ENCODE: Sentence = {
  id: 'tanda / ? # @ dalam kata sandi harus ditulis %2F %3F %23 %40',
  en: 'the signs / ? # @ in a password must be written %2F %3F %23 %40',
};

const expected = (form: string): Sentence => ({
  id: `yang diharapkan ${form}`,
  en: `expected: ${form}`,
});

/** `host:port` or `[::1]:port`, with what follows the last colon outside brackets. */
const portOf = (place: string): string | undefined =>
  /^(?:\[[^\]]*\]|[^:]*):(.*)$/.exec(place)?.[1];

/** Undefined when nothing is wrong. */
export const urlProblem = (
  text: string,
  protocols: readonly [string, ...string[]],
): Sentence | undefined => {
  const form = expected(`${protocols[0]}://host:port`);
  const [, protocol = '', rest = ''] = /^([a-z]+):\/\/(.*)$/i.exec(text) ?? [];
  if (!protocols.includes(protocol.toLowerCase())) return form;
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  // An @ further on: part of a password was read as the end of the address.
  if (rest.slice(authority.length).includes('@')) return ENCODE;
  const place = authority.slice(authority.lastIndexOf('@') + 1);
  const port = portOf(place);
  if (port !== undefined && port !== '' && !isPort(port)) return badPort(port);
  return place !== '' && URL.canParse(text) ? undefined : form;
};

export const addressProblem = (text: string): Sentence | undefined => {
  const port = portOf(text);
  const host = text.slice(0, text.length - (port ?? '').length - 1);
  if (port === undefined || host === '' || /[\s/]/.test(text)) return expected('host:port');
  return isPort(port) ? undefined : badPort(port);
};
