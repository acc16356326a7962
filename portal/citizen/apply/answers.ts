import { isObject, type Json, type JsonObject, type Schema } from '../../../forms/schema.ts';
import { shapeAt, shapeOf, valueAt } from '../../../forms/shape.ts';
import { type Language, themeWords } from '../../../forms/theme/words.ts';
import { formatFen } from '../../../forms/widgets/yuan.ts';
import { dayText } from '../dates.ts';
import { titleOf } from './pages.ts';
import { uploadedFiles } from './uploaded-files.ts';

/** One answered question as the check page shows it. */
export interface Answer {
  readonly pointer: string;
  readonly title: string;
  /** Empty: not answered. */
  readonly text: string;
  /** What a public screen shows until the person asks for the whole. */
  readonly masked: string | undefined;
  readonly image?: string;
}

interface Look {
  readonly language: Language;
  readonly placeName: (code: string) => string;
}

/** The answers below some places of the form, in the order of the form. */
export function answersOf(
  schema: Schema,
  data: JsonObject,
  pointers: readonly string[],
  look: Look,
): Answer[] {
  return pointers.flatMap((pointer) => {
    const shape = shapeAt(schema, data, pointer);
    return shape === undefined ? [] : answersAt(shape, valueAt(data, pointer), pointer, look);
  });
}

function answersAt(shape: Schema, value: Json | undefined, pointer: string, look: Look): Answer[] {
  if (shape.type === 'object' && value === undefined) return [];
  if (shape.type === 'object') {
    return Object.entries(shape.properties ?? {}).flatMap(([key, inner]) => {
      const part = isObject(value) ? value[key] : undefined;
      return answersAt(shapeOf(inner, part), part, `${pointer}/${key}`, look);
    });
  }
  if (value === undefined) return [];
  const text = textOf(shape, value, look);
  const image = typeof value === 'string' && value.startsWith('data:image/') ? value : undefined;
  const title = titleOf(shape, look.language);
  const masked = maskOf(shape, pointer, text);
  return [{ pointer, title, text, masked, ...(image === undefined ? {} : { image }) }];
}

function textOf(shape: Schema, value: Json, look: Look): string {
  const words = themeWords[look.language];
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') {
    return shape.format === 'money-fen' ? formatFen(value, look.language) : String(value);
  }
  if (Array.isArray(value)) return listText(shape, value, look);
  if (typeof value !== 'string') return '';
  if (value.startsWith('data:image/')) return words.signed;
  const option = [...(shape.oneOf ?? [])].find((each) => each.const === value);
  if (option !== undefined) return titleOf(option, look.language);
  if (shape.format === 'date') return dayText(value, look.language);
  return shape.format === 'division12' ? look.placeName(value) : value;
}

function listText(shape: Schema, values: readonly Json[], look: Look): string {
  const items = shape.items ?? {};
  const words = themeWords[look.language];
  const texts = values.map((value, index) => {
    if (isObject(value)) {
      return Object.entries(shapeOf(items, value).properties ?? {})
        .filter(([key]) => value[key] !== undefined)
        .map(([key, inner]) => textOf(inner, value[key] ?? '', look))
        .join(' ');
    }
    if (items.oneOf !== undefined) return textOf(items, value, look);
    return uploadedFiles.get(String(value))?.fileName ?? words.fileNumbered(index + 1);
  });
  return texts.join(items.type === 'object' ? '；' : '、');
}

/** How many characters stay at both ends, by format or by the name of the field. */
const MASKS: readonly [RegExp, number, number][] = [
  [/^(id-card|idNo|disabilityNo|residencePermit)$/u, 4, 4],
  [/^(cn-mobile|cn-phone|mobile|tel|contactMobile)$/u, 3, 4],
  [/^(bank-card|accountNo)$/u, 0, 4],
];

/** What a public screen shows: numbers with their middle hidden, names by their first character. */
function maskOf(shape: Schema, pointer: string, text: string): string | undefined {
  const field = pointer.slice(pointer.lastIndexOf('/') + 1);
  const mask = MASKS.find(([kind]) => kind.test(shape.format ?? '') || kind.test(field));
  if (mask !== undefined) {
    const [, head, tail] = mask;
    const hidden = '*'.repeat(Math.max(text.length - head - tail, 4));
    return text.slice(0, head) + hidden + text.slice(-tail);
  }
  if (shape.format === 'person-name') return `${[...text][0] ?? ''}**`;
  return shape.type === 'array' && shape.items?.type === 'object' ? '******' : undefined;
}
