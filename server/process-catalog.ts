import type { FormDefinition, JsonObject } from '../forms/schema.ts';
import type { ProcessContent } from '../processes/content.ts';
import { exposedForm, exposedVariables } from '../processes/expose.ts';
import type { DiagramSource, ProcessCatalog } from './usecases/ports/process-catalog.ts';

/** One file of a published version. */
export interface PublishedFile {
  readonly name: string;
  readonly content: string;
}

/** The newest published version of a procedure. */
export interface PublishedVersion {
  readonly processKey: string;
  readonly version: number;
  readonly files: readonly PublishedFile[];
}

interface Entry {
  readonly content: ProcessContent;
  readonly version: number;
  readonly diagrams: readonly DiagramSource[];
  readonly forms: ReadonlyMap<string, FormDefinition>;
  readonly ruleTexts: ReadonlyMap<string, string>;
}

/** The content of the shipped folders, with what administrators have published over it. */
export class ContentCatalog implements ProcessCatalog {
  readonly #contents: ReadonlyMap<string, ProcessContent>;
  #entries = new Map<string, Entry>();

  constructor(contents: ReadonlyMap<string, ProcessContent>) {
    this.#contents = contents;
    for (const content of contents.values()) {
      this.#entries.set(content.key, entryOf(content, 1, content.files));
    }
  }

  /** Takes over a published version; later reads see it at once. */
  publish({ processKey, version, files }: PublishedVersion): void {
    const content = this.#contents.get(processKey);
    if (content !== undefined) this.#entries.set(processKey, entryOf(content, version, files));
  }

  list() {
    return [...this.#entries.values()].map(({ content }) => content);
  }

  process(key: string) {
    return this.#entries.get(key)?.content;
  }

  version(processKey: string): number {
    return this.#entries.get(processKey)?.version ?? 1;
  }

  form(key: string): FormDefinition | undefined {
    const [name = key] = key.split(':');
    for (const { forms } of this.#entries.values()) {
      const form = forms.get(name);
      if (form !== undefined) return form;
    }
    return undefined;
  }

  notice(processKey: string, kind: string) {
    return this.#entries.get(processKey)?.content.notices.get(kind);
  }

  diagram(processKey: string, bpmnProcessId: string): DiagramSource | undefined {
    return this.diagrams(processKey).find((one) => one.bpmnProcessId === bpmnProcessId);
  }

  diagrams(processKey: string): readonly DiagramSource[] {
    return this.#entries.get(processKey)?.diagrams ?? [];
  }

  ruleTexts(processKey: string): ReadonlyMap<string, string> {
    return this.#entries.get(processKey)?.ruleTexts ?? new Map();
  }

  startVariables(processKey: string, formKey: string, data: Record<string, unknown>) {
    const exposures = this.#entries.get(processKey)?.content.exposes[formKey] ?? [];
    return exposedVariables(exposures, data as JsonObject);
  }

  taskVariables(expose: string, data: Record<string, unknown>): Record<string, unknown> {
    return { ...exposedForm(expose, data as JsonObject) };
  }
}

function entryOf(content: ProcessContent, version: number, files: readonly PublishedFile[]): Entry {
  const drawn = files.filter(({ name }) => name.endsWith('.json')).map(formOf);
  return {
    content,
    version,
    diagrams: files.filter(({ name }) => name.endsWith('.bpmn')).flatMap(diagramsOf),
    ruleTexts: new Map(files.filter(({ name }) => name.endsWith('.dmn')).flatMap(ruleTextsOf)),
    forms: new Map([...content.forms, ...drawn.map((form) => [form.key, form] as const)]),
  };
}

function formOf({ content }: PublishedFile): FormDefinition {
  return JSON.parse(content) as FormDefinition;
}

const RULE = /<(?:\w+:)?rule\s[^>]*?\bid="([^"]+)"[^>]*>\s*<(?:\w+:)?description>([^<]*)</g;

function ruleTextsOf({ content: xml }: PublishedFile): [string, string][] {
  return [...xml.matchAll(RULE)].map(([, id = '', text = '']) => [id, plain(text)]);
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

function plain(text: string): string {
  return text.trim().replaceAll(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

const PROCESS = /<(?:\w+:)?process\s[^>]*?\bid="([^"]+)"[^>]*>/g;
const NAME = /\bname="([^"]*)"/;
const CALL = /<(?:\w+:)?callActivity\s[^>]*?\bid="([^"]+)"[\s\S]*?<\/(?:\w+:)?callActivity>/g;
const CALLED = /<zeebe:calledElement\s[^>]*?\bprocessId="([^"]+)"/;

// The engine has checked the file; only three attributes are needed here.
function diagramsOf({ content: xml }: PublishedFile): DiagramSource[] {
  const calls = [...xml.matchAll(CALL)].flatMap(([text, elementId = '']) => {
    const called = CALLED.exec(text)?.[1];
    return called === undefined ? [] : [{ elementId, bpmnProcessId: called }];
  });
  return [...xml.matchAll(PROCESS)].map(([tag, bpmnProcessId = '']) => ({
    bpmnProcessId,
    name: NAME.exec(tag)?.[1] ?? bpmnProcessId,
    xml,
    calls,
  }));
}
