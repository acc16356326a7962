import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef, useState } from 'react';
import { timeText } from '../format.ts';
import type { Diagram } from '../types.ts';
import { type Say, useWords } from '../words/words.tsx';
import { type Sight, show, type Viewport } from './diagram-sight.ts';

interface Canvas extends Viewport {
  addMarker(elementId: string, marker: string): void;
}
interface ElementRegistry {
  get(elementId: string): object | undefined;
  forEach(visit: (element: { id: string }, graphics: SVGElement) => void): void;
}

interface DiagramCanvasProps {
  readonly diagram: Diagram;
  readonly sight: Sight;
  readonly label: string;
}

/** The colored diagram; times are told when the pointer rests on an element. */
export function DiagramCanvas({ diagram, sight, label }: DiagramCanvasProps) {
  const { say, language } = useWords();
  const box = useRef<HTMLElement>(null);
  const [viewer, setViewer] = useState<NavigatedViewer>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    if (!box.current) return;
    const made = new NavigatedViewer({ container: box.current });
    let isGone = false;
    made.importXML(diagram.xml).then(
      () => {
        if (isGone) return;
        color(made, diagram);
        titles(made, diagram, (at) => timeText(at, language), say);
        setViewer(made);
      },
      () => {
        if (!isGone) setBroken(true);
      },
    );
    return () => {
      isGone = true;
      setViewer(undefined);
      made.destroy();
    };
  }, [diagram, language, say]);
  useEffect(() => {
    if (!viewer || !box.current) return;
    const canvas = viewer.get<Canvas>('canvas');
    const active = diagram.elements.filter((element) => element.leftAt === null);
    const place = active.map(({ elementId }) =>
      viewer.get<ElementRegistry>('elementRegistry').get(elementId),
    );
    const look = () => show(canvas, sight, place);
    const observer = new ResizeObserver(look);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [viewer, sight, diagram]);
  if (isBroken) return <p className="note">{say('diagram.broken')}</p>;
  return (
    <section
      className="diagram-canvas"
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a canvas that scrolls must be reachable by keys.
      tabIndex={0}
      aria-label={label}
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
