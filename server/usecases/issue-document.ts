import { createHash, randomUUID } from 'node:crypto';
import { dateAt } from '../domain/calendar/calendar-date.ts';
import { documentNumberSeries, writeDocumentNumber } from '../domain/case/document-number.ts';
import { maskIdNo, maskName } from '../domain/identity/mask.ts';
import { type CaseFacts, fillText, loadCaseFacts } from './case-facts.ts';
import { chineseDate } from './chinese-date.ts';
import type { Deps } from './deps.ts';
import type { CaseRow, JsonRecord } from './ports/case-rows.ts';
import type { DocumentKind, Notice, ProcessInfo } from './ports/process-catalog.ts';
import type { Transaction } from './ports/records.ts';

/** Which paper to issue in which case. */
export interface DocumentOrder {
  readonly caseRow: CaseRow;
  readonly kind: string;
  readonly variables: JsonRecord;
  readonly at: Date;
}

/** Issues a numbered paper: the text of the procedure, the facts of the case, a PDF. */
export async function issueDocument(
  tx: Transaction,
  deps: Deps,
  order: DocumentOrder,
): Promise<{ documentId: string; documentNumber: string }> {
  const { caseRow, at } = order;
  const { process, document, notice } = contentOf(deps, order);
  const facts = await factsFor(tx, deps, order, notice);
  const unitCode = notice.seal === 'county' ? caseRow.countyCode : caseRow.townCode;
  const organ = await tx.one('OrgUnit', { code: unitCode });
  const county = await tx.one('OrgUnit', { code: caseRow.countyCode });
  const year = Number(dateAt(at.getTime()).slice(0, 4));
  const sequence = await tx.nextNumber(documentNumberSeries(unitCode, document.numbering, year));
  const parts = { short: organ?.shortName ?? '', year, sequence };
  const number = writeDocumentNumber(document.numbering, parts);
  const pdf = await deps.printer.print({
    title: notice.title.zh,
    number,
    addressee: fillText(notice.to, facts),
    paragraphs: notice.body.map((text) => fillText(text, facts)),
    basis: basisOf(process, notice),
    remedies: notice.remedies ? remediesOf(county?.name ?? '') : [],
    organ: `${organ?.name ?? ''}${notice.seal === 'county' ? '民政局' : '人民政府'}`,
    date: chineseDate(at),
    qrText: `${deps.publicUrl}/track?number=${caseRow.number}`,
  });
  const documentId = randomUUID();
  await tx.insert('Document', {
    id: documentId,
    caseId: caseRow.id,
    kind: document.kind,
    number,
    title: document.title,
    facts,
    pdf,
    sha256: createHash('sha256').update(pdf).digest('hex'),
    issuedAt: at,
  });
  return { documentId, documentNumber: number };
}

function contentOf(
  deps: Deps,
  { caseRow, kind }: DocumentOrder,
): { process: ProcessInfo; document: DocumentKind; notice: Notice } {
  const process = deps.processes.process(caseRow.processKey);
  const document = process?.documents.find((one) => one.kind === kind);
  const notice = deps.processes.notice(caseRow.processKey, document?.template ?? kind);
  if (process !== undefined && document !== undefined && notice !== undefined) {
    return { process, document, notice };
  }
  throw new Error(`Expected ${caseRow.processKey} to have the document '${kind}', but it has not`);
}

async function factsFor(
  ...[tx, deps, order, notice]: [Transaction, Deps, DocumentOrder, Notice]
): Promise<CaseFacts> {
  const facts = await loadCaseFacts(tx, deps, order.caseRow, order.variables);
  const [form] = await tx.find('CaseForm', { caseId: order.caseRow.id, taskId: null });
  const applicant = (form?.data.applicant ?? {}) as JsonRecord;
  const idNo = typeof applicant.idNo === 'string' ? applicant.idNo : '';
  const all = { ...facts, applicantIdNo: idNo };
  const masked = Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, maskFact(notice, name, value)]),
  );
  // Only what the paper names is kept with it.
  return Object.fromEntries(notice.facts.map((name) => [name, masked[name] ?? '——']));
}

function maskFact(notice: Notice, name: string, value: string): string {
  switch (notice.masks[name]) {
    case 'name':
      return maskName(value);
    case 'id-number':
      return maskIdNo(value);
    case 'account':
      return `****${value.slice(-4)}`;
    default:
      return value;
  }
}

function basisOf(process: ProcessInfo, notice: Notice): string[] {
  return notice.basis.flatMap((id) => {
    const basis = process.legalBasis.find((one) => one.id === id);
    return basis === undefined ? [] : [`《${basis.title}》${basis.article}`];
  });
}

function remediesOf(county: string): string[] {
  return [
    `如不服本决定，可以自收到之日起六十日内向${county}人民政府申请行政复议；` +
      '也可以自收到之日起六个月内依法向人民法院提起行政诉讼。',
  ];
}
