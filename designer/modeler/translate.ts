import base from 'bpmn-js-i18n/translations/zn.js';
import type { Language } from '../words/words.tsx';
import type { DiagramModule } from './diagram-module.ts';
import { canvasWords } from './zh-canvas.ts';
import { decisionWords } from './zh-decisions.ts';
import { panelWords } from './zh-panel.ts';

/** Our words win over the community's, which cover a tenth of what is shown. */
const zh: Readonly<Record<string, string>> = {
  ...base,
  ...canvasWords,
  ...panelWords,
  ...decisionWords,
};

type Replacements = Readonly<Record<string, string>>;

/** Texts that the tools asked for and nobody has translated; a test keeps this empty. */
const missing = new Set<string>();
Object.assign(globalThis, { yungeMissingWords: missing });

/** A module for diagram-js and dmn-js that gives their texts in the language of the screen. */
export function translateModule(language: Language): DiagramModule {
  const translate = (template: string, replacements: Replacements = {}) => {
    const known = language === 'zh' ? zh[template] : template;
    if (known === undefined) missing.add(template);
    return (known ?? template).replace(/\{([^}]+)\}/g, (place, name: string) =>
      String(replacements[name] ?? place),
    );
  };
  return { translate: ['value', translate] };
}
