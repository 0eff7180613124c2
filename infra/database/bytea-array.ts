// bytea[] in PostgreSQL's binary form: as text each byte would be two digits, parsed one by one.

const BYTEA_OID = 17;
const HEADER_BYTES = 20;

/** pg sends a Buffer as a binary parameter, so this arrives as bytea[]. */
export const byteaArray = (elements: readonly Uint8Array[]): Buffer => {
  const size = elements.reduce((sum, element) => sum + 4 + element.byteLength, HEADER_BYTES);
  const out = Buffer.allocUnsafe(size);
  out.writeInt32BE(1, 0); // dimensions
  out.writeInt32BE(0, 4); // no nulls
  out.writeInt32BE(BYTEA_OID, 8);
  out.writeInt32BE(elements.length, 12);
  out.writeInt32BE(1, 16); // lower bound
  let at = HEADER_BYTES;
  for (const element of elements) {
    out.writeInt32BE(element.byteLength, at);
    out.set(element, at + 4);
    at += 4 + element.byteLength;
  }
  return out;
};
