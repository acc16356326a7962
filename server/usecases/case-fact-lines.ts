import type { FormDefinition } from '../../forms/schema.ts';
import { maskIdNo, maskPhone } from '../domain/identity/mask.ts';
import { amountInCapitals } from '../domain/money/capitals.ts';
import { formatFen } from '../domain/money/fen.ts';
import { loadCaseFacts } from './case-facts.ts';
import type { Deps } from './deps.ts';
import { textAt, valueAt } from './json-pointer.ts';
import type { CaseRow, JsonRecord } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';

/** One fact of a case, for the head of its page. */
export interface CaseFactLine {
  readonly label: string;
  readonly value: string;
}

/** The facts that an officer looks for first; numbers of persons are masked. */
export async function factLines(
  tx: Transaction,
  deps: Deps,
  caseRow: CaseRow,
): Promise<CaseFactLine[]> {
  const first = { orderBy: { savedAt: 'asc' } } as const;
  const form = await tx.one('CaseForm', { caseId: caseRow.id, taskId: null }, first);
  const data = form?.data ?? {};
  const facts = await loadCaseFacts(tx, deps, caseRow, {});
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['申请人', caseRow.applicantName],
    ['证件号码', masked(data, '/applicant/idNo', maskIdNo)],
    ['联系电话', masked(data, '/applicant/mobile', maskPhone)],
    ['所在地', facts.placeName],
    ['居住地址', textAt(data, '/applicant/liveAddr') ?? textAt(data, '/address')],
    ['困难原因', facts.causeName ?? facts.whatName],
    ['发生日期', textAt(data, '/causeDate')],
    ['家庭人数', personsOf(data)],
    ['救助金额', amountOf(caseRow)],
    ['材料', materialsOf(deps.processes.form(form?.formKey ?? ''), data)],
  ];
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function masked(data: JsonRecord, path: string, mask: (text: string) => string) {
  const text = textAt(data, path);
  return text === undefined ? undefined : mask(text);
}

function personsOf(data: JsonRecord): string | undefined {
  const members = valueAt(data, '/household');
  return Array.isArray(members) ? `${members.length} 人` : undefined;
}

function amountOf({ amountFen }: CaseRow): string | undefined {
  if (amountFen === null) return undefined;
  return `${formatFen(amountFen)} 元（${amountInCapitals(amountFen)}）`;
}

function materialsOf(form: FormDefinition | undefined, data: JsonRecord): string | undefined {
  const fields = Object.entries(form?.schema.properties ?? {}).filter(
    ([name]) => textAt(form?.uiSchema, `/${name}/ui:widget`) === 'attachments',
  );
  const counts = fields.flatMap(([name, schema]) => {
    const ids = data[name];
    const count = Array.isArray(ids) ? ids.length : 0;
    return count === 0 ? [] : [`${schema.title ?? name} ${count} 份`];
  });
  return counts.length === 0 ? undefined : counts.join('、');
}
