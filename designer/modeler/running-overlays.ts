import type { DefinitionView } from '../api.ts';
import type { Say } from '../words/words.tsx';

interface Overlays {
  add(elementId: string, type: string, overlay: object): string;
}
interface ElementRegistry {
  get(elementId: string): object | undefined;
}
interface Container {
  get<T>(name: string): T;
}

/** Puts the number of running cases on each step of the diagram. */
export function addRunning(diagram: Container, running: DefinitionView['running'], say: Say): void {
  const overlays = diagram.get<Overlays>('overlays');
  const registry = diagram.get<ElementRegistry>('elementRegistry');
  for (const { elementId, count } of running) {
    if (count === 0 || !registry.get(elementId)) continue;
    const badge = document.createElement('span');
    badge.className = 'running-badge';
    badge.title = say('running.title', { count });
    badge.textContent = say('running.count', { count });
    overlays.add(elementId, 'running', { position: { top: -12, right: 24 }, html: badge });
  }
}
