import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import Modeler from 'dmn-js/lib/Modeler';
import Viewer from 'dmn-js/lib/NavigatedViewer';
import { translateModule } from '../modeler/translate.ts';
import type { Language } from '../words/words.tsx';
import type { DmnEditor } from './dmn-types.ts';

/** The editor of decision tables, or a viewer for somebody who may only look. */
export function createEditor(
  container: HTMLElement,
  language: Language,
  isReadOnly: boolean,
): DmnEditor {
  const Editor = isReadOnly ? Viewer : Modeler;
  const words = { additionalModules: [translateModule(language)] };
  return new Editor({
    container,
    drd: words,
    decisionTable: words,
    literalExpression: words,
    boxedExpression: words,
  });
}
