/** The kinds of files that may be handed in, by their first bytes. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  // OFD, the national document format, is a ZIP.
  ['application/ofd', [0x50, 0x4b, 0x03, 0x04]],
];

/** The kind that the bytes of a file show, whatever its name says; undefined when not allowed. */
export function fileKindOf(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
}
