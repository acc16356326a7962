import type Modeler from 'bpmn-js/lib/Modeler';

type Options = NonNullable<ConstructorParameters<typeof Modeler>[0]>;

/** A module for diagram-js, as its own constructor takes it. */
export type DiagramModule = NonNullable<Options['additionalModules']>[number];
