interface Container {
  get<T>(name: string): T;
}
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Canvas {
  resized(): void;
  zoom(level: 'fit-viewport', center: 'auto'): number;
  viewbox(): { outer: { width: number; height: number }; inner: Box };
  viewbox(box: Box): unknown;
  scrollToElement(element: object): void;
}
interface ElementRegistry {
  get(elementId: string): object | undefined;
}
interface Selection {
  select(element: object): void;
}

/** Smaller than this nobody can read the boxes; the minimap shows the rest. */
const READABLE_SCALE = 0.8;

/** Room for the palette at the left, in pixels of the screen. */
const PALETTE_WIDTH = 96;
const MARGIN = 24;

/** Shows the whole diagram, or its beginning when the whole would be unreadable. */
export function showAll(diagram: Container): void {
  const canvas = diagram.get<Canvas>('canvas');
  canvas.resized();
  const { outer } = canvas.viewbox();
  if (outer.width === 0 || canvas.zoom('fit-viewport', 'auto') >= READABLE_SCALE) return;
  const { inner } = canvas.viewbox();
  canvas.viewbox({
    x: inner.x - PALETTE_WIDTH / READABLE_SCALE,
    y: inner.y - MARGIN / READABLE_SCALE,
    width: outer.width / READABLE_SCALE,
    height: outer.height / READABLE_SCALE,
  });
}

/** Brings an element into view, and selects it where that is possible. */
export function jumpTo(diagram: Container, elementId: string): void {
  const element = diagram.get<ElementRegistry>('elementRegistry').get(elementId);
  if (element === undefined) return;
  diagram.get<Canvas>('canvas').scrollToElement(element);
  diagram.get<Selection>('selection').select(element);
}
