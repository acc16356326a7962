import type { FormDefinition, Schema } from '../../forms/schema.ts';
import { amountInCapitals } from '../domain/money/capitals.ts';
import { formatFen } from '../domain/money/fen.ts';
import { chineseDate } from './chinese-date.ts';
import type { Deps } from './deps.ts';
import { officeOf } from './office-of.ts';
import type { CaseRow, JsonRecord } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { recordedFacts, renamedFacts } from './recorded-facts.ts';

/** The facts of a case that papers and messages are printed from. */
export type CaseFacts = Readonly<Record<string, string>>;

/** Collects the facts: what the forms say (the newest wins), and what the case itself knows. */
export async function loadCaseFacts(
  tx: Transaction,
  deps: Deps,
  caseRow: CaseRow,
  extra: JsonRecord,
): Promise<CaseFacts> {
  const forms = await tx.find(
    'CaseForm',
    { caseId: caseRow.id },
    { orderBy: { savedAt: 'asc', revision: 'asc' } },
  );
  const printed = forms.map(({ formKey, data }) => {
    const labels = labelsOf(deps.processes.form(formKey), data);
    return { ...flatten(data), ...labels, ...renamedFacts(formKey, { ...data, ...labels }) };
  });
  const merged: JsonRecord = Object.assign(
    {},
    ...printed,
    flatten(extra),
    ...printed.map(namesIn),
    ownFacts(caseRow, deps.clock.now()),
    await recordedFacts(tx, deps, caseRow),
    await officeFacts(tx, caseRow),
  );
  const amountFen = caseRow.amountFen ?? numberIn(merged, 'amountFen');
  return { ...texts(merged), ...amountTexts(amountFen) };
}

// Titles of codes stay above the codes that the engine hands over under the same name.
function namesIn(facts: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name.endsWith('Name')));
}

function ownFacts(caseRow: CaseRow, now: number): JsonRecord {
  const date = (at: Date | null): string => (at === null ? '——' : chineseDate(at));
  return {
    caseNumber: caseRow.number,
    applicantName: caseRow.applicantName,
    lodgedDate: date(caseRow.lodgedAt),
    acceptedDate: date(caseRow.acceptedAt),
    dueDate: date(caseRow.dueAt),
    decidedDate: date(caseRow.decidedAt ?? new Date(now)),
    today: date(new Date(now)),
  };
}

// Codes of a form print under their titles: the field `kind` gives the fact `kindName`.
function labelsOf(form: FormDefinition | undefined, data: JsonRecord): JsonRecord {
  const fields = Object.entries(form?.schema.properties ?? {});
  return Object.fromEntries(
    fields.flatMap(([name, schema]) => {
      const label = labelOf(schema, data[name]);
      return label === undefined ? [] : [[`${name}Name`, label] as const];
    }),
  );
}

function labelOf(schema: Schema, value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const labels = value.map((one) => labelOf(schema.items ?? {}, one));
    return labels.every((label) => label !== undefined) ? labels.join('、') : undefined;
  }
  return schema.oneOf?.find((choice) => choice.const === value)?.title;
}

/** Puts facts into a text with `{name}` for each; a fact that is missing prints as blank line. */
export function fillText(text: string, facts: CaseFacts): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '——');
}

async function officeFacts(tx: Transaction, caseRow: CaseRow): Promise<JsonRecord> {
  const codes = [caseRow.unitCode, caseRow.townCode, caseRow.countyCode];
  const units = await tx.find('OrgUnit', { code: { $in: codes } });
  const [place, town, county] = codes.map((code) => units.find((one) => one.code === code));
  const office = await officeOf(tx, caseRow.townCode);
  return {
    placeName: place?.name ?? '',
    villageName: place?.name ?? '',
    townName: town?.name ?? '',
    countyName: county?.name ?? '',
    officeName: office.name,
    officePhone: office.phone,
    officeAddress: office.address,
    officeHours: office.hours,
  };
}

function flatten(data: JsonRecord): JsonRecord {
  const inner = Object.values(data).filter(isPlain).map(flatten);
  return Object.assign({}, ...inner, Object.fromEntries(Object.entries(data)));
}

function isPlain(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function texts(facts: JsonRecord): Record<string, string> {
  const entries = Object.entries(facts).flatMap(([name, value]) => {
    if (typeof value === 'string') return [[name, value] as const];
    if (typeof value === 'number') return [[name, factNumber(name, value)] as const];
    return [];
  });
  return Object.fromEntries(entries);
}

function factNumber(name: string, value: number): string {
  return name.endsWith('Fen') ? formatFen(value) : String(value);
}

function amountTexts(amountFen: number | undefined): Record<string, string> {
  if (amountFen === undefined) return {};
  return {
    amount: formatFen(amountFen),
    amountYuan: formatFen(amountFen),
    amountCapitals: amountInCapitals(amountFen),
    capitals: amountInCapitals(amountFen),
  };
}

function numberIn(facts: JsonRecord, name: string): number | undefined {
  const value = facts[name];
  return typeof value === 'number' ? value : undefined;
}
