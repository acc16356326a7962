import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import type { ContentFile } from '../../processes/content.ts';

/** An element of a model as bpmn-moddle gives it: open, since each kind has its own fields. */
export interface ModelElement {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  readonly [field: string]: unknown;
}

/** All flow elements of the models, those inside sub-processes too. */
export interface Model {
  readonly file: string;
  readonly warnings: readonly string[];
  readonly elements: readonly ModelElement[];
}

/** Reads the BPMN files of a procedure. */
export async function readModels(files: readonly ContentFile[]): Promise<readonly Model[]> {
  const models = files.filter(({ name }) => name.endsWith('.bpmn'));
  return Promise.all(
    models.map(async ({ name, content }) => {
      const { rootElement, warnings } = await new BpmnModdle({ zeebe }).fromXML(content);
      const roots = (rootElement as unknown as { rootElements: ModelElement[] }).rootElements;
      const processes = roots.filter(({ $type }) => $type === 'bpmn:Process');
      return {
        file: name,
        warnings: warnings.map(({ message }) => message),
        elements: processes.flatMap(elementsOf),
      };
    }),
  );
}

function elementsOf(container: ModelElement): readonly ModelElement[] {
  const own = (container.flowElements ?? []) as readonly ModelElement[];
  return own.flatMap((element) => [element, ...elementsOf(element)]);
}

/** The value of an extension element of one kind, such as `zeebe:TaskHeaders`. */
export function extension(element: ModelElement, type: string): ModelElement | undefined {
  const extensions = element.extensionElements as { values?: ModelElement[] } | undefined;
  return extensions?.values?.find(({ $type }) => $type === type);
}

/** The task headers of an element. */
export function headersOf(element: ModelElement): Readonly<Record<string, string>> {
  const headers = extension(element, 'zeebe:TaskHeaders')?.values as
    | readonly { key: string; value: string }[]
    | undefined;
  return Object.fromEntries((headers ?? []).map(({ key, value }) => [key, value]));
}

/** The documentation text of an element. */
export function documentationOf(element: ModelElement): string {
  const texts = (element.documentation ?? []) as readonly { text?: string }[];
  return texts.map(({ text }) => text ?? '').join('');
}
