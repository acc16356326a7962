import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import ZeebeBehaviorsModule from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import MinimapModule from 'diagram-js-minimap';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import type { Language } from '../words/words.tsx';
import { keepLayout, keptLayout } from './panel-layout.ts';
import { translateModule } from './translate.ts';

interface Places {
  readonly canvas: HTMLElement;
  readonly panel: HTMLElement;
}

interface EventBus {
  on(event: string, listener: (event: { layout: object }) => void): void;
}

/** The modeler with the Zeebe properties panel, in the language of the screen. */
export function createModeler({ canvas, panel }: Places, language: Language): Modeler {
  const modeler = new Modeler({
    container: canvas,
    propertiesPanel: { parent: panel, layout: keptLayout() },
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
      ZeebeBehaviorsModule,
      CreateAppendAnythingModule,
      MinimapModule,
      translateModule(language),
    ],
    moddleExtensions: { zeebe },
  });
  modeler
    .get<EventBus>('eventBus')
    .on('propertiesPanel.layoutChanged', ({ layout }) => keepLayout(layout));
  return modeler;
}

/** The same picture for somebody who may only look at it. */
export function createViewer(canvas: HTMLElement, language: Language): NavigatedViewer {
  return new NavigatedViewer({
    container: canvas,
    additionalModules: [MinimapModule, translateModule(language)],
    moddleExtensions: { zeebe },
  });
}
