/** A piece of HTML that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | false | null | undefined | readonly Html[];

/**
 * Writes HTML: every value is escaped unless it is HTML already, so that no text of a person can
 * become markup. Nothing, null and false write nothing.
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = parts.map(write);
  return { html: texts.map((text, index) => text + (written[index] ?? '')).join('') };
}

function write(part: Part): string {
  if (part === undefined || part === null || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  if ('html' in part) return part.html;
  return part.map((each) => each.html).join('');
}

/** Text as HTML that shows exactly this text, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
