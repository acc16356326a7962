import type { Registry } from '@rjsf/utils';
import { type Language, type ThemeWords, themeWords } from './words.ts';

/** A file that the server holds. */
export interface StoredFile {
  readonly id: string;
  readonly class: string;
  readonly title: string;
  readonly fileName: string;
  readonly mime: string;
  readonly size: number;
}

/** A place of the division tree: county, town or village. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level?: string;
}

/** What a form needs from the page around it. */
export interface FormContext {
  readonly language: Language;
  /** Places to show of the form, as JSON pointers; without it the whole form is shown. */
  readonly visible?: readonly string[];
  /** The pointer whose title is the page's heading already and need not be repeated. */
  readonly headedBy?: string;
  /** A public terminal: what is typed hides as soon as the person leaves the field. */
  readonly isPublicScreen?: boolean;
  /** Files that are known by name already, by id. */
  readonly files?: ReadonlyMap<string, StoredFile>;
  readonly upload?: (file: File, about: { class: string; title: string }) => Promise<StoredFile>;
  readonly divisions?: (parent: string | undefined) => Promise<readonly Division[]>;
}

/** Reads the context that the page gave to the form. */
export function contextOf(registry: Registry): FormContext {
  const context = registry.formContext as Partial<FormContext> | undefined;
  return { language: 'zh', ...context };
}

/** The theme's words in the language of the page. */
export function wordsOf(registry: Registry): ThemeWords {
  return themeWords[contextOf(registry).language];
}

/** Whether a place of the form belongs to the page: it holds, or lies in, one of the shown places. */
export function isVisible(visible: readonly string[] | undefined, pointer: string): boolean {
  if (visible === undefined || pointer === '') return true;
  return visible.some((shown) => isWithin(pointer, shown) || isWithin(shown, pointer));
}

/** Whether `pointer` is `container` or lies below it. */
export function isWithin(pointer: string, container: string): boolean {
  return container === '' || pointer === container || pointer.startsWith(`${container}/`);
}
