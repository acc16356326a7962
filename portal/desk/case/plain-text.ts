import type { Language } from '../words/words.tsx';

/** A word for the engine, such as an outcome's name; people read the rule that fitted instead. */
function isCode(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][\w-]*$/i.test(value);
}

/** A value of a decision in words; nothing of JSON is left for a person to read. */
export function plainText(value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') {
    if (language === 'zh') return value ? '是' : '否';
    return value ? 'yes' : 'no';
  }
  if (Array.isArray(value)) return value.map((item) => plainText(item, language)).join('、');
  if (typeof value === 'object') {
    // Beside an outcome's code, a bare yes or no says nothing to anybody.
    if (Object.values(value).some(isCode)) return '';
    return Object.values(value)
      .map((item) => plainText(item, language))
      .filter((text) => text !== '')
      .join(' · ');
  }
  return isCode(value) ? '' : String(value);
}
