/** What a document number is made of. */
export interface DocumentNumberParts {
  /** The short name of the organ, such as 青芦. */
  readonly organ: string;
  readonly year: number;
  readonly sequence: number;
}

const PLACEHOLDER = /\{(organ|year|seq)\}/g;

/** Writes a document number by its pattern, such as `{organ}救助〔{year}〕{seq}号`. */
export function writeDocumentNumber(pattern: string, parts: DocumentNumberParts): string {
  const values: Readonly<Record<string, string>> = {
    organ: parts.organ,
    year: String(parts.year),
    seq: String(parts.sequence),
  };
  return pattern.replaceAll(PLACEHOLDER, (_, name: string) => values[name] ?? '');
}

/** The series that numbers of one organ, kind and year are taken from. */
export function documentNumberSeries(unitCode: string, kind: string, year: number): string {
  return `document:${unitCode}:${kind}:${year}`;
}
