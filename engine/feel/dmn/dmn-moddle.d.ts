declare module 'dmn-moddle' {
  /** An element of a DMN file as the reader leaves it. */
  export interface ModdleElement {
    readonly $type: string;
    readonly $parent?: ModdleElement;
    get(name: string): unknown;
  }

  export class DmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement;
      readonly warnings: readonly { readonly message: string }[];
    }>;
  }
}
