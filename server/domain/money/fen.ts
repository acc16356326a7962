const YUAN_SHAPE = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/** Reads an amount in yuan, such as 1,234.5, as integer fen. */
export function parseYuan(input: string): number | undefined {
  const match = YUAN_SHAPE.exec(input.replaceAll(/[,,\s]/g, ''));
  if (match === null) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Prints integer fen in yuan with two decimals and thousands separators: 1,234.50. */
export function formatFen(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`Expected integer fen, but got ${fen}`);
  const absolute = Math.abs(fen);
  const yuan = String(Math.trunc(absolute / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${String(absolute % 100).padStart(2, '0')}`;
}
