import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';

/** A paper to be printed; the texts are complete. */
export interface Notice {
  readonly title: string;
  readonly number: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly basis: readonly string[];
  readonly remedies: readonly string[];
  readonly organ: string;
  readonly date: string;
  readonly qrText: string | null;
}

const FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const BOLD = '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf';
const MARGIN = 72;
const BODY_SIZE = 14;
const INDENT = BODY_SIZE * 2;
const QR_SIZE = 76;

/** Prints notices as tagged PDF with the whole Chinese font embedded as a subset. */
export class NoticePrinter {
  readonly #regular: string;
  readonly #bold: string;

  constructor() {
    const require = createRequire(import.meta.url);
    this.#regular = require.resolve(FONT);
    this.#bold = require.resolve(BOLD);
  }

  async print(notice: Notice): Promise<Uint8Array> {
    const qr = notice.qrText === null ? null : await qrImage(notice.qrText);
    const pdf = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      lang: 'zh-CN',
      tagged: true,
      displayTitle: true,
      info: { Title: `${notice.title} ${notice.number}`, Author: notice.organ },
    });
    const bytes = collect(pdf);
    pdf.registerFont('regular', this.#regular);
    pdf.registerFont('bold', this.#bold);
    writeHead(pdf, notice);
    writeBody(pdf, notice);
    writeFoot(pdf, notice, qr);
    pdf.end();
    return bytes;
  }
}

function writeHead(pdf: PDFKit.PDFDocument, notice: Notice): void {
  pdf.font('bold').fontSize(22).text(notice.title, { align: 'center' });
  pdf.moveDown(0.4);
  pdf.font('regular').fontSize(12).text(notice.number, { align: 'center' });
  pdf.moveDown(1.2);
}

function writeBody(pdf: PDFKit.PDFDocument, notice: Notice): void {
  pdf.fontSize(BODY_SIZE).text(`${notice.addressee}：`);
  pdf.moveDown(0.4);
  const basis = notice.basis.length === 0 ? [] : [`本文书依据：${notice.basis.join('、')}。`];
  for (const paragraph of [...notice.paragraphs, ...basis, ...notice.remedies]) {
    pdf.text(paragraph, { indent: INDENT, lineGap: 6, align: 'justify' });
    pdf.moveDown(0.3);
  }
}

function writeFoot(pdf: PDFKit.PDFDocument, notice: Notice, qr: Buffer | null): void {
  pdf.moveDown(2);
  pdf.text(notice.organ, { align: 'right' });
  pdf.text(notice.date, { align: 'right' });
  if (qr === null) return;
  const { height } = pdf.page;
  const top = Math.min(Math.max(pdf.y + 12, height - MARGIN - QR_SIZE - 20), height - MARGIN - 96);
  pdf.image(qr, MARGIN, top, { fit: [QR_SIZE, QR_SIZE] });
  pdf.fontSize(9).text('扫码凭查询码查询进度', MARGIN, top + QR_SIZE + 2, { lineBreak: false });
}

function qrImage(text: string): Promise<Buffer> {
  return QRCode.toBuffer(text, { errorCorrectionLevel: 'M', margin: 1, width: 300 });
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
