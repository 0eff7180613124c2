// The headers of a message as they go over the wire, in one piece, and as they come: the client's own
// builder looks every name up among all the others, which costs as much as the rest of a publish.
import { headers, type Msg, type MsgHdrs } from 'nats';
import { headersOf } from './nats-connection.ts';

/** A value that broke its line would add a header of its own. */
const line = (name: string, value: string): string => {
  if (value.includes('\n') || value.includes('\r'))
    throw new Error(`header ${name} holds a line break`);
  return `${name}: ${value}\r\n`;
};

export type Fence = { readonly stream: string; readonly lastSequence: number };

const encoded = (values: Readonly<Record<string, string>>, fence: Fence): Uint8Array => {
  let text = 'NATS/1.0\r\n';
  for (const name in values) text += line(name, values[name] ?? '');
  return Buffer.from(
    `${text}Nats-Expected-Last-Sequence: ${fence.lastSequence}\r\n` +
      `Nats-Expected-Stream: ${fence.stream}\r\n\r\n`,
    'utf8',
  );
};

/** The client asks a header object for nothing but its bytes, at once: one object serves all. */
export const fencedHeaders = (): ((
  values: Readonly<Record<string, string>>,
  fence: Fence,
) => MsgHdrs) => {
  let bytes: Uint8Array = new Uint8Array();
  const wire = Object.assign(headers(), { encode: () => bytes });
  return (values, fence) => {
    bytes = encoded(values, fence);
    return wire;
  };
};

const BEGIN = 'NATS/1.0\r\n';
const END = '\r\n\r\n';

/** In front of the body, in the same buffer; undefined where it does not look as it must. */
const headerText = (message: Msg): string | undefined => {
  const { data, subject, reply = '' } = message;
  // The client's messages know it, their published type does not.
  const size: unknown = 'size' in message && typeof message.size === 'function' && message.size();
  if (typeof size !== 'number') return undefined;
  const length = size - subject.length - reply.length - data.byteLength;
  if (length <= 0 || data.byteOffset < length) return undefined;
  const bytes = Buffer.from(data.buffer, data.byteOffset - length, length);
  const text = bytes.toString('utf8');
  return text.startsWith(BEGIN) && text.endsWith(END) ? text : undefined;
};

/** As the client reads them, a few times faster: it looks every name up and keeps lists of values. */
export const receivedHeaders = (message: Msg): Record<string, string> => {
  const text = headerText(message);
  if (text === undefined) return headersOf(message.headers);
  const record: Record<string, string> = {};
  for (let at = BEGIN.length; at < text.length - 2; ) {
    const end = text.indexOf('\r\n', at);
    const colon = text.indexOf(':', at);
    if (at < colon && colon < end)
      record[text.slice(at, colon)] ??= text.slice(colon + 1, end).trim();
    at = end + 2;
  }
  return record;
};
