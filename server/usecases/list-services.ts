import type { FormDefinition } from '../../forms/schema.ts';
import type { Deps } from './deps.ts';
import { textAt } from './json-pointer.ts';
import type { ProcessInfo } from './ports/process-catalog.ts';

const LIMIT_UNITS: Readonly<Record<string, string>> = { WD: '个工作日', D: '日', H: '小时' };
const SHOWN_LIMITS = ['acceptDays', 'townTotalDays', 'countyTotalDays', 'paymentDays'];

/** A matter that a person can apply for, as the guide shows it. */
export interface ServiceEntry {
  processKey: string;
  name: { zh: string; en: string };
  kind: string;
  summary: string;
  formKey: string;
  clueFormKey: string | null;
  version: number;
  legalBasis: { title: string; article: string }[];
  limits: { label: string; value: string }[];
  materials: { class: string; title: string; required: boolean; note: string }[];
  publicStages: { id: string; name: string }[];
  fee: string;
}

/** The matters of this installation; those without a form to apply with are left out. */
export function listServices(deps: Deps): ServiceEntry[] {
  return deps.processes.list().flatMap((process) => {
    const form = entryForm(process, 'start');
    return form === null ? [] : [entryOf(deps, process, form)];
  });
}

function entryForm({ key, entryPoints }: ProcessInfo, way: string): string | null {
  return entryPoints.find(({ message }) => message === `${key}.${way}`)?.form ?? null;
}

function entryOf(deps: Deps, process: ProcessInfo, formKey: string): ServiceEntry {
  const { key, name, kind, legalBasis, publicStages } = process;
  return {
    processKey: key,
    name,
    kind,
    summary: legalBasis.map(({ title, article }) => `《${title}》${article}`)[0] ?? '',
    formKey,
    clueFormKey: entryForm(process, 'clue'),
    version: deps.processes.version(key),
    legalBasis: legalBasis.map(({ title, article }) => ({ title, article })),
    limits: limitsOf(process),
    materials: materialsOf(deps.processes.form(formKey)),
    publicStages: publicStages.map((stage) => ({ id: stage.id, name: stage.name.zh })),
    fee: '不收费',
  };
}

function limitsOf({ parameters }: ProcessInfo): ServiceEntry['limits'] {
  return parameters
    .filter(({ key }) => SHOWN_LIMITS.includes(key))
    .map(({ note, value, unit }) => ({ label: note, value: `${value}${LIMIT_UNITS[unit] ?? ''}` }));
}

// The fields of a form that take files are the materials.
function materialsOf(form: FormDefinition | undefined): ServiceEntry['materials'] {
  const fields = Object.entries(form?.schema.properties ?? {});
  return fields
    .filter(([name]) => textAt(form?.uiSchema, `/${name}/ui:widget`) === 'attachments')
    .map(([name, schema]) => ({
      class: textAt(form?.uiSchema, `/${name}/ui:options/class`) ?? name,
      title: schema.title ?? name,
      required: form?.schema.required?.includes(name) ?? false,
      note: schema.description ?? '',
    }));
}
