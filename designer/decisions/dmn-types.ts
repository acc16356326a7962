/** One decision, or the map of all of them. */
export interface DmnView {
  readonly type: 'drd' | 'decisionTable' | 'literalExpression' | 'boxedExpression';
  readonly element: { readonly id: string; readonly name?: string };
}

/** What we use of dmn-js, which has no types of its own. */
export interface DmnEditor {
  importXML(xml: string): Promise<unknown>;
  saveXML(options: { format: boolean }): Promise<{ xml: string }>;
  getViews(): readonly DmnView[];
  open(view: DmnView): Promise<unknown>;
  getActiveViewer(): { on(event: string, listener: () => void): void } | undefined;
  on(event: string, listener: () => void): void;
  destroy(): void;
}
