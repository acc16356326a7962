declare module 'bpmn-js-create-append-anything' {
  import type { DiagramModule } from './modeler/diagram-module.ts';
  export const CreateAppendAnythingModule: DiagramModule;
}
declare module 'bpmn-js-i18n/translations/zn.js' {
  const translations: Readonly<Record<string, string>>;
  export default translations;
}
declare module 'bpmn-js-properties-panel' {
  import type { DiagramModule } from './modeler/diagram-module.ts';
  export const BpmnPropertiesPanelModule: DiagramModule;
  export const BpmnPropertiesProviderModule: DiagramModule;
  export const ZeebePropertiesProviderModule: DiagramModule;
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud' {
  import type { DiagramModule } from './modeler/diagram-module.ts';

  const ZeebeBehaviorsModule: DiagramModule;
  export default ZeebeBehaviorsModule;
}
declare module 'diagram-js-minimap' {
  import type { DiagramModule } from './modeler/diagram-module.ts';

  const MinimapModule: DiagramModule;
  export default MinimapModule;
}
declare module 'dmn-js/lib/Modeler' {
  import type { DmnEditor } from './decisions/dmn-types.ts';

  const Modeler: new (options: object) => DmnEditor;
  export default Modeler;
}
declare module 'dmn-js/lib/NavigatedViewer' {
  import type { DmnEditor } from './decisions/dmn-types.ts';

  const Viewer: new (options: object) => DmnEditor;
  export default Viewer;
}
