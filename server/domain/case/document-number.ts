/** What a document number is made of. */
export interface DocumentNumberParts {
  /** The short name of the unit, such as 青芦. */
  readonly short: string;
  readonly year: number;
  readonly sequence: number;
}

const PLACEHOLDER = /\{(short|year|seq)\}/g;

/** Writes a document number by its pattern, such as `{short}救助〔{year}〕{seq}号`. */
export function writeDocumentNumber(pattern: string, parts: DocumentNumberParts): string {
  const values: Readonly<Record<string, string>> = {
    short: parts.short,
    year: String(parts.year),
    seq: String(parts.sequence),
  };
  return pattern.replaceAll(PLACEHOLDER, (_, name: string) => values[name] ?? '');
}

/**
 * The series that the numbers of one organ and year are taken from. Kinds of documents with the
 * same pattern share it, or two documents would get the same number.
 */
export function documentNumberSeries(unitCode: string, pattern: string, year: number): string {
  return `document:${unitCode}:${pattern}:${year}`;
}
