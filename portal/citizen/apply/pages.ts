import type { JsonObject, Schema } from '../../../forms/schema.ts';
import { shapeAt } from '../../../forms/shape.ts';
import { isWithin } from '../../../forms/theme/form-context.ts';
import type { FormError } from '../../../forms/theme/form-errors.ts';
import type { Language } from '../../../forms/theme/words.ts';
import type { FormView } from '../../../server/http/openapi.ts';

/** One page of a form: its place in the form's own list, what it shows, and its question. */
export interface QuestionPage {
  /** The number in the address; it does not change when other pages come and go. */
  readonly number: number;
  /** JSON pointers of the fields that apply to the data so far. */
  readonly fields: readonly string[];
  readonly title: string;
  /** The pointer whose title is the question itself. */
  readonly headedBy: string | undefined;
}

interface PageTitle {
  readonly zh: string;
  readonly en: string;
}

const SHORT_TITLE = 12;

/** The pages that apply to the data so far; a page none of whose fields applies is left out. */
export function pagesOf(form: FormView, data: JsonObject, language: Language): QuestionPage[] {
  const schema = form.schema as Schema;
  const pages = form.pages.length > 0 ? form.pages : [Object.keys(schema.properties ?? {})];
  return pages.flatMap((entries, number) => {
    const fields = entries
      .map((entry) => (entry.startsWith('/') ? entry : `/${entry.replaceAll('.', '/')}`))
      .filter((pointer) => shapeAt(schema, data, pointer) !== undefined);
    const [first] = fields;
    if (first === undefined) return [];
    const ownTitle = titleOf(shapeAt(schema, data, first), language);
    const title = pageTitle(form, number, language) ?? ownTitle;
    return [{ number, fields, title, headedBy: headOf(fields, title, ownTitle) }];
  });
}

/** What the heading says already: the one short field of the page, or the group of all its fields. */
function headOf(fields: readonly string[], title: string, ownTitle: string): string | undefined {
  const [first = ''] = fields;
  if (title === ownTitle) return first;
  if (fields.length === 1 && ownTitle.length <= SHORT_TITLE) return first;
  const group = first.slice(0, first.lastIndexOf('/'));
  return group !== '' && fields.every((field) => isWithin(field, group)) ? group : undefined;
}

function pageTitle(form: FormView, number: number, language: Language): string | undefined {
  const titles = form.uiSchema['ui:pageTitles'] as readonly PageTitle[] | undefined;
  return titles?.[number]?.[language];
}

/** The name of a field in the language of the page. */
export function titleOf(schema: Schema | undefined, language: Language): string {
  return (language === 'en' ? schema?.['x-titleEn'] : undefined) ?? schema?.title ?? '';
}

/** The errors that a page shows. */
export function errorsOn(page: QuestionPage, errors: readonly FormError[]): FormError[] {
  return errors.filter((error) => page.fields.some((field) => isWithin(error.path, field)));
}
