declare module 'bpmnlint/lib/linter.js' {
  /** One thing that a rule has found. */
  export interface Report {
    readonly id?: string;
    readonly message: string;
    readonly category: string;
  }

  const Linter: new (options: {
    readonly resolver: object;
    readonly config: { readonly extends: readonly string[] };
  }) => { lint(root: object): Promise<Readonly<Record<string, readonly Report[]>>> };
  export default Linter;
}

declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  const NodeResolver: new (options: { readonly require: NodeJS.Require }) => object;
  export default NodeResolver;
}
