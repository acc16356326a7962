import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { useEffect, useRef, useState } from 'react';
import { timeText } from '../format.ts';
import type { Diagram } from '../types.ts';
import { type Say, useWords } from '../words/words.tsx';

interface Canvas {
  zoom(how: 'fit-viewport', center: 'auto'): void;
  addMarker(elementId: string, marker: string): void;
  resized(): void;
}
interface ElementRegistry {
  get(elementId: string): object | undefined;
  forEach(visit: (element: { id: string }, graphics: SVGElement) => void): void;
}

/** The diagram, fitted and colored; times are told when the pointer rests on an element. */
export function DiagramCanvas({ diagram }: { readonly diagram: Diagram }) {
  const { say, language } = useWords();
  const box = useRef<HTMLElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    if (!box.current) return;
    const viewer = new NavigatedViewer({ container: box.current });
    const canvas = viewer.get<Canvas>('canvas');
    let isGone = false;
    viewer.importXML(diagram.xml).then(
      () => {
        if (isGone) return;
        canvas.zoom('fit-viewport', 'auto');
        color(viewer, diagram);
        titles(viewer, diagram, (at) => timeText(at, language), say);
      },
      () => setBroken(true),
    );
    const observer = new ResizeObserver(() => {
      canvas.resized();
      canvas.zoom('fit-viewport', 'auto');
    });
    observer.observe(box.current);
    return () => {
      isGone = true;
      observer.disconnect();
      viewer.destroy();
    };
  }, [diagram, language, say]);
  if (isBroken) return <p className="note">{say('diagram.broken')}</p>;
  return (
    <section
      className="diagram-canvas"
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a canvas that scrolls must be reachable by keys.
      tabIndex={0}
      aria-label={say('tab.diagram')}
    />
  );
}

function color(viewer: NavigatedViewer, diagram: Diagram): void {
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  for (const { elementId, state } of diagram.elements) {
    if (registry.get(elementId)) canvas.addMarker(elementId, `is-${state}`);
  }
}

/** SVG titles: what browsers show on hover and what screen readers read. */
function titles(
  viewer: NavigatedViewer,
  diagram: Diagram,
  time: (at: string) => string,
  say: Say,
): void {
  const known = new Map(diagram.elements.map((element) => [element.elementId, element]));
  viewer.get<ElementRegistry>('elementRegistry').forEach(({ id }, graphics) => {
    const element = known.get(id);
    if (element === undefined) return;
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    title.textContent =
      element.leftAt === null
        ? say('diagram.since', { from: time(element.enteredAt) })
        : say('diagram.between', { from: time(element.enteredAt), to: time(element.leftAt) });
    graphics.prepend(title);
  });
}
