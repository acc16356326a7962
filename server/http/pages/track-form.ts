import { html } from './html.ts';
import { renderLayout } from './layout.ts';
import { type PageLanguage, pageWords } from './words.ts';

interface TrackFormInput {
  readonly language?: PageLanguage;
  /** What was typed, so that it need not be typed again; the query code is never given back. */
  readonly number?: string;
  /** The sentence about what went wrong. */
  readonly error?: string;
}

/** Asks for number and query code; a plain form post, so that neither reaches the address. */
export function renderTrackForm(input: TrackFormInput = {}): string {
  const { language = 'zh', number = '', error } = input;
  const words = pageWords[language];
  const isWrong = error !== undefined;
  const ties = isWrong && html` aria-invalid="true" aria-describedby="error"`;
  const body = html`${
    isWrong &&
    html`<div class="error-summary" role="alert" id="error">
<h2>${words.fix}</h2><p><a href="#number">${error}</a></p></div>`
  }
<h1>${words.track}</h1>
<p class="page-hint">${words.trackFormHint}</p>
<form method="post" action="/track${language === 'en' && '?lang=en'}">
<div class="field"><label class="field-label" for="number">${words.number}</label>
<input class="input input-middle" id="number" name="number" inputmode="numeric" autocomplete="off"
 value="${number}" required${ties}></div>
<div class="field"><label class="field-label" for="queryCode">${words.code}</label>
<p class="field-hint" id="code-hint">${words.codeHint}</p>
<input class="input input-middle" id="queryCode" name="queryCode" autocomplete="off"
 spellcheck="false" required aria-describedby="code-hint"></div>
<div class="actions"><button class="button button-main">${words.search}</button></div>
</form>`;
  const title = isWrong ? `${words.error}${words.track}` : words.track;
  return renderLayout({ language, title, path: '/track', body });
}
