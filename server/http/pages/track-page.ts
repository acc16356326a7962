import type { PublicCase } from '../contract/track.ts';
import { type Html, html } from './html.ts';
import { renderLayout } from './layout.ts';
import { type PageLanguage, type PageWords, pageWords } from './words.ts';

/** How far a case is: the sentence first, what to do, the steps, whom to ask. Without script. */
export function renderTrackPage(found: PublicCase, language: PageLanguage = 'zh'): string {
  const words = pageWords[language];
  const outcome = found.outcome === null ? '' : ` · ${words.outcome[found.outcome]}`;
  const title = `${words.stage[found.stage]}${outcome}`;
  const body = html`<h1>${title}</h1>
<p class="sentence">${found.sentence}</p>
${todoOf(found, words, language)}
${stepsOf(found, words, language)}
${found.todo === null && html`<p>${words.nothing}</p>`}
<section><h2>${words.documents}</h2>${documentsOf(found, words)}</section>
<dl class="facts">
${fact(words.service, html`${found.serviceName}`)}
${fact(words.number, html`<span class="tabular">${found.number}</span>`)}
${fact(words.applicant, html`${found.applicantMasked}`)}
${found.byDate !== null && fact(words.byDate, html`${dayText(found.byDate, language)}`)}
${fact(words.questions, html`${found.office.phone} ${found.office.name} ${found.office.hours}`)}
</dl>
${moreOf(found, words)}
<div class="actions"><a class="button button-second" href="/track?new=1">${words.again}</a></div>`;
  return renderLayout({ language, title, path: '/track', body });
}

function todoOf({ todo }: PublicCase, words: PageWords, language: PageLanguage): Html | undefined {
  if (todo === null) return undefined;
  const isSupplement = todo.kind === 'supplement';
  const text = isSupplement ? words.supplementText(todo.items.length) : words.evaluateText;
  const name = isSupplement ? words.supplement : words.evaluate;
  const items = todo.items.map(
    (item) => html`<li><strong>${item.material}</strong> ${item.problem} ${item.howToFix}</li>`,
  );
  return html`<section class="todo"><h2>${words.todo}</h2>
<p>${text}${todo.deadline !== null && words.by(dayText(todo.deadline, language))}</p>
${items.length > 0 && html`<ul>${items}</ul>`}
<a class="button button-main" href="/citizen/#/case/${todo.kind}">${name}</a></section>`;
}

function stepsOf(found: PublicCase, words: PageWords, language: PageLanguage): Html {
  const steps = found.steps.map(({ name, state, date }) => {
    const day = date === null ? '' : dayText(date, language);
    const when = state === 'now' && day !== '' ? words.since(day) : day;
    const current = state === 'now' && html` aria-current="step"`;
    return html`<li class="step-${state}"${current}>${ICONS[state]}
<span>${name}<span class="visually-hidden"> ${words.state[state]}</span></span>
<span class="tabular">${when}</span></li>`;
  });
  return html`<section><h2 class="visually-hidden">${words.steps}</h2>
<ol class="steps">${steps}</ol></section>`;
}

function documentsOf(found: PublicCase, words: PageWords): Html {
  if (found.documents.length === 0) return html`<p class="note">${words.documentsNone}</p>`;
  const links = found.documents.map(
    ({ id, title }) =>
      html`<li><a href="/api/documents/${encodeURIComponent(id)}">${title}</a></li>`,
  );
  return html`<ul class="links">${links}</ul>`;
}

function moreOf(found: PublicCase, words: PageWords): Html | undefined {
  const links = [
    found.mayWithdraw && html`<li><a href="/citizen/#/case/withdraw">${words.withdraw}</a></li>`,
    found.mayObject && html`<li><a href="/citizen/#/case/objection">${words.object}</a></li>`,
  ].filter((link) => link !== false);
  if (links.length === 0) return undefined;
  return html`<section><h2>${words.more}</h2><ul class="links">${links}</ul></section>`;
}

function fact(name: string, value: Html): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** `2026-11-27` as people say it; a day has no time zone. */
function dayText(day: string, language: PageLanguage): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (language === 'zh') return `${Number(month)}月${Number(date)}日`;
  const text = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  return text.toLocaleDateString('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' });
}

const RING = 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z';

function icon(inner: Html): Html {
  return html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5"
 stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${RING}"/>${inner}</svg>`;
}

const ICONS: Readonly<Record<PublicCase['steps'][number]['state'], Html>> = {
  done: icon(html`<path d="m9 12 2 2 4-4"/>`),
  now: icon(html`<circle cx="12" cy="12" r="1" fill="currentColor"/>`),
  ahead: icon(html``),
};
