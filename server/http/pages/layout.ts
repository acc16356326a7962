import { type Html, html } from './html.ts';
import { type PageLanguage, pageWords } from './words.ts';

interface LayoutInput {
  readonly language: PageLanguage;
  readonly title: string;
  /** The path of this page, for the link to the other language. */
  readonly path: string;
  readonly body: Html;
}

/** A whole page without script: head, one column, help at the foot. */
export function renderLayout({ language, title, path, body }: LayoutInput): string {
  const words = pageWords[language];
  const otherLanguage = language === 'zh' ? 'en' : 'zh';
  const page = html`<!doctype html>
<html lang="${words.lang}" data-surface="web">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages.css">
<title>${title} - ${words.name}</title>
</head>
<body>
<header class="head">
<a class="brand" href="/">${MARK}<strong>${words.name}</strong> <span>${words.tagline}</span></a>
<a href="${path}?lang=${otherLanguage}" lang="${pageWords[otherLanguage].lang}">${words.other}</a>
</header>
<main class="page">
${body}
</main>
<footer class="foot"><a href="/citizen/#/help">${words.help}</a><span>12345</span></footer>
</body>
</html>
`;
  return page.html;
}

const MARK = html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor"
 d="M3 3h8v8H3zM13 11V6.4A3.6 3.6 0 0 1 16.6 3h.3A4.3 4.3 0 0 1 21 7.3V11zM3 13h8v8H3zM13 13h8v8h-8z"
/></svg>`;
