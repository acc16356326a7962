declare module 'bpmn-moddle' {
  /** Reads BPMN XML; the package's own declarations do not cover its entry point. */
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<{
      readonly rootElement: object;
      readonly warnings: readonly { readonly message: string }[];
    }>;
  }
}
