// The headers of a message as they go over the wire, in one piece: the client's own builder looks every
// name up among all the others, which costs as much as the rest of a publish.
import { headers, type MsgHdrs } from 'nats';

/** A value that broke its line would add a header of its own. */
const line = (name: string, value: string): string => {
  if (value.includes('\n') || value.includes('\r'))
    throw new Error(`header ${name} holds a line break`);
  return `${name}: ${value}\r\n`;
};

const encoder = new TextEncoder();

export type Fence = { readonly stream: string; readonly lastSequence: number };

const encoded = (values: Readonly<Record<string, string>>, fence: Fence): Uint8Array => {
  let text = 'NATS/1.0\r\n';
  for (const name in values) text += line(name, values[name] ?? '');
  return encoder.encode(
    `${text}Nats-Expected-Last-Sequence: ${fence.lastSequence}\r\n` +
      `Nats-Expected-Stream: ${fence.stream}\r\n\r\n`,
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
