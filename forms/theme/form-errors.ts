import type { ErrorSchema } from '@rjsf/utils';
import type { Language } from './words.ts';

/** One thing to repair: where, and the sentence in both languages. */
export interface FormError {
  /** JSON pointer into the data, e.g. `/applicant/idNo`. */
  readonly path: string;
  readonly message: string;
  readonly messageEn?: string;
}

/** The sentence in the language of the page; Chinese where there is no English one. */
export function messageOf(error: FormError, language: Language): string {
  return language === 'en' ? (error.messageEn ?? error.message) : error.message;
}

/** The errors as the tree that the form engine hands down to its fields. */
export function errorTree(errors: readonly FormError[], language: Language): ErrorSchema {
  const root: ErrorSchema = {};
  for (const error of errors) {
    let node = root;
    for (const key of pointerKeys(error.path)) {
      const children = node as Record<string, ErrorSchema>;
      children[key] ??= {};
      node = children[key];
    }
    const messages = node.__errors ?? [];
    const message = messageOf(error, language);
    if (!messages.includes(message)) node.__errors = [...messages, message];
  }
  return root;
}

/** The element id of a place of the form, as the form engine makes it. */
export function elementId(pointer: string): string {
  return ['root', ...pointerKeys(pointer)].join('_');
}

/** The pointer of a path that the form engine gives to a field. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((key) => `/${key}`).join('');
}

function pointerKeys(pointer: string): string[] {
  return pointer.split('/').filter((key) => key !== '');
}
