import type { DefinitionView } from '../api.ts';
import type { Say } from '../words/words.tsx';

interface ModelElement {
  readonly $type: string;
  readonly $parent?: ModelElement;
  readonly id: string;
}
interface Overlays {
  add(elementId: string, type: string, overlay: object): string;
}
interface ElementRegistry {
  get(elementId: string): { businessObject: ModelElement } | undefined;
}
interface Container {
  get<T>(name: string): T;
}

/** The id of the process that an element belongs to, however deep in sub-processes it stands. */
function processOf(element: { businessObject: ModelElement } | undefined): string | undefined {
  let model = element?.businessObject;
  while (model && model.$type !== 'bpmn:Process') model = model.$parent;
  return model?.id;
}

/** Puts the number of running cases on each step of the diagram. */
export function addRunning(diagram: Container, running: DefinitionView['running'], say: Say): void {
  const overlays = diagram.get<Overlays>('overlays');
  const registry = diagram.get<ElementRegistry>('elementRegistry');
  for (const { bpmnProcessId, elementId, count } of running) {
    const element = registry.get(elementId);
    if (count === 0 || processOf(element) !== bpmnProcessId) continue;
    const badge = document.createElement('span');
    badge.className = 'running-badge';
    badge.title = say('running.title', { count });
    badge.textContent = say('running.count', { count });
    overlays.add(elementId, 'running', { position: { top: -12, right: 24 }, html: badge });
  }
}
