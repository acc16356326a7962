interface Container {
  get<T>(name: string): T;
}
interface Canvas {
  resized(): void;
  zoom(level: number | 'fit-viewport', center?: 'auto' | { x: number; y: number }): number;
  scrollToElement(element: object): void;
}
interface ElementRegistry {
  get(elementId: string): object | undefined;
}
interface Selection {
  select(element: object): void;
}

/** Smaller than this nobody can read the boxes; the minimap shows the rest. */
const READABLE_SCALE = 0.6;

/** Shows the whole diagram, or its beginning when the whole would be unreadable. */
export function showAll(diagram: Container): void {
  const canvas = diagram.get<Canvas>('canvas');
  canvas.resized();
  if (canvas.zoom('fit-viewport', 'auto') < READABLE_SCALE) {
    canvas.zoom(READABLE_SCALE, { x: 0, y: 0 });
  }
}

/** Brings an element into view, and selects it where that is possible. */
export function jumpTo(diagram: Container, elementId: string): void {
  const element = diagram.get<ElementRegistry>('elementRegistry').get(elementId);
  if (element === undefined) return;
  diagram.get<Canvas>('canvas').scrollToElement(element);
  diagram.get<Selection>('selection').select(element);
}
