import express, { type Request, type Response, type Router } from 'express';
import { isRejection, type Rejection } from '../domain/rejection.ts';
import type { Deps } from '../usecases/deps.ts';
import { openTrack, readTrack } from '../usecases/track-case.ts';
import { TrackInput } from './contract/track.ts';
import { writeCookie } from './cookies.ts';
import { callerOf } from './mount.ts';
import { renderEntrance } from './pages/entrance.ts';
import { renderTrackForm } from './pages/track-form.ts';
import { renderTrackPage } from './pages/track-page.ts';
import { type PageLanguage, pageLanguage } from './pages/words.ts';

const FORM_BYTES_MAX = 4096;

/** The pages that need no script: the entrance, and tracking by number and query code. */
export function mountPages(router: Router, deps: Deps): void {
  router.get('/', (request, response) => {
    send(response, renderEntrance({ language: languageOf(request), isDemo: deps.isDemo }));
  });
  router.get('/track', async (request, response) => {
    const language = languageOf(request);
    const { trackedCaseId } = await callerOf(deps, request);
    const asksAnew = request.query.new !== undefined;
    if (trackedCaseId === null || asksAnew) return send(response, renderTrackForm({ language }));
    const found = await readTrack(deps, trackedCaseId);
    if (isRejection(found)) return send(response, formAgain(language, '', found));
    send(response, renderTrackPage(found, language));
  });
  const readBody = express.urlencoded({ extended: false, limit: FORM_BYTES_MAX });
  router.post('/track', readBody, (request, response) => track(deps, request, response));
}

/** Opens the case, then sends the browser to the page itself, so that reloading asks nothing again. */
async function track(deps: Deps, request: Request, response: Response): Promise<void> {
  const language = languageOf(request);
  const { number = '', queryCode = '' } = (request.body ?? {}) as Record<string, string>;
  const input = TrackInput.safeParse({ number: tidy(number), queryCode: tidy(queryCode) });
  if (!input.success) return send(response.status(422), formAgain(language, number, undefined));
  const opened = await openTrack(deps, input.data);
  if (isRejection(opened)) return send(response.status(404), formAgain(language, number, opened));
  const { token: value, expiresAt: expires } = opened;
  writeCookie(response, 'yunge_track', { value, expires, isSecure: request.secure });
  response.redirect(303, language === 'en' ? '/track?lang=en' : '/track');
}

const INCOMPLETE = {
  zh: '请填写受理编号和查询码，它们印在回执上。',
  en: 'Enter the case number and the query code. Both are on your receipt.',
};

function formAgain(language: PageLanguage, number: string, refusal: Rejection | undefined): string {
  const said = language === 'en' ? refusal?.messageEn : refusal?.message;
  return renderTrackForm({ language, number, error: said ?? INCOMPLETE[language] });
}

/** Receipts print both in groups; people type the gaps along. */
function tidy(text: unknown): string {
  return String(text).replace(/[\s-]/gu, '').toUpperCase();
}

function languageOf(request: Request): PageLanguage {
  return pageLanguage(request.query.lang);
}

function send(response: Response, page: string): void {
  response.set('Cache-Control', 'no-store').type('html').send(page);
}
