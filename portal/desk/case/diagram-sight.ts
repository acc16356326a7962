/** What of the diagram is shown: all of it, or what is being worked on at a size one can read. */
export type Sight = 'whole' | 'now';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the viewer's canvas that moves the picture. */
export interface Viewport {
  resized(): void;
  zoom(level: number | 'fit-viewport', center?: 'auto'): number;
  viewbox(): Box & { outer: { width: number; height: number }; inner: Box };
  viewbox(box: Box): unknown;
}

/** Below this scale the words in the boxes cannot be read on an office screen. */
const READABLE_SCALE = 0.95;
const MARGIN = 40;

function boxOf(element: unknown): Box | undefined {
  const isBox = typeof element === 'object' && element !== null && 'width' in element;
  return isBox ? (element as Box) : undefined;
}

/** Moves the picture. A small diagram fits whole and readable; then both sights are the same. */
export function show(canvas: Viewport, sight: Sight, active: readonly unknown[]): void {
  canvas.resized();
  const { outer, inner } = canvas.viewbox();
  if (outer.width === 0 || outer.height === 0) return;
  const scale = canvas.zoom('fit-viewport', 'auto');
  if (sight === 'whole' || scale >= READABLE_SCALE) return;
  const now = active.map(boxOf).find((box) => box !== undefined);
  const width = outer.width / READABLE_SCALE;
  const height = outer.height / READABLE_SCALE;
  const x = now ? now.x + now.width / 2 - width / 2 : inner.x - MARGIN;
  const y = now ? now.y + now.height / 2 - height / 2 : inner.y - MARGIN;
  canvas.viewbox({ x, y, width, height });
}
