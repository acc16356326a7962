const STORED = 'yunge.designer.panel';

/** Which groups of the properties panel the person left open. */
export function keptLayout(): object {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? '{}') as object;
  } catch {
    return {};
  }
}

/** Remembers which groups are open. */
export function keepLayout(layout: object): void {
  localStorage.setItem(STORED, JSON.stringify(layout));
}
