/** A paper to be printed. */
export interface PrintableNotice {
  readonly title: string;
  readonly number: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  /** The articles that the paper rests on. */
  readonly basis: readonly string[];
  readonly remedies: readonly string[];
  readonly organ: string;
  readonly date: string;
  /** The address behind the QR code that checks or tracks the paper. */
  readonly qrText: string | null;
}

/** Makes a PDF of a paper. */
export interface DocumentPrinter {
  print(notice: PrintableNotice): Promise<Uint8Array>;
}
