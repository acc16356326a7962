import { html } from './html.ts';
import { renderLayout } from './layout.ts';
import { type PageLanguage, pageWords } from './words.ts';

interface EntranceInput {
  readonly language?: PageLanguage;
  /** Says that names and places are fictional. */
  readonly isDemo?: boolean;
}

/** The first page: what citizens come for, then the ways in for staff. Works without script. */
export function renderEntrance({ language = 'zh', isDemo = false }: EntranceInput = {}): string {
  const words = pageWords[language];
  const body = html`<h1>${words.entranceTitle}</h1>
<ul class="entries">
<li><a class="entry" href="/citizen/#/apply">
<strong>${words.apply}</strong><span>${words.applyHint}</span></a></li>
<li><a class="entry" href="/track${language === 'en' && '?lang=en'}">
<strong>${words.track}</strong><span>${words.trackHint}</span></a></li>
</ul>
<section>
<h2>${words.staff}</h2>
<ul class="links">
<li><a href="/desk/">${words.desk}</a></li>
<li><a href="/designer/">${words.designer}</a></li>
<li><a href="/terminal/">${words.terminal}</a></li>
</ul>
</section>
${isDemo && html`<p class="note">${words.demo}</p>`}`;
  return renderLayout({ language, title: words.entranceTitle, path: '/', body });
}
