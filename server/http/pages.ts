import express, { type Request, type Response, type Router } from 'express';
import { isRejection } from '../domain/rejection.ts';
import type { Deps } from '../usecases/deps.ts';
import { openTrack, readTrack } from '../usecases/track-case.ts';
import { TrackInput } from './contract/track.ts';
import { writeCookie } from './cookies.ts';
import { callerOf } from './mount.ts';
import { renderEntrance } from './pages/entrance.ts';
import { renderTrackForm } from './pages/track-form.ts';
import { renderTrackPage } from './pages/track-page.ts';
import { isWhole } from './whole-text.ts';

const FORM_BYTES_MAX = 4_096;
const MALFORMED = '请填写收件凭证上的受理编号和查询码。';

/** The pages that work without script: the entrance and tracking. */
export function mountPages(router: Router, deps: Deps): void {
  router.get('/', (request, response) => {
    const language = languageOf(request);
    response.send(renderEntrance({ language, isDemo: deps.isDemo }));
  });
  router.get('/track', async (request, response) => {
    const language = languageOf(request);
    const { trackedCaseId } = await callerOf(deps, request);
    const isNew = request.query.number !== undefined || trackedCaseId === null;
    const page = isNew ? undefined : await readTrack(deps, trackedCaseId);
    if (page !== undefined && !isRejection(page)) {
      response.set('Cache-Control', 'no-store').send(renderTrackPage(page, language));
      return;
    }
    const number = typeof request.query.number === 'string' ? request.query.number : '';
    response.send(renderTrackForm({ language, number }));
  });
  const form = express.urlencoded({ extended: false, limit: FORM_BYTES_MAX });
  router.post('/track', form, (request, response) => openPage(deps, request, response));
}

async function openPage(deps: Deps, request: Request, response: Response): Promise<void> {
  const language = languageOf(request);
  const input = TrackInput.safeParse(request.body);
  const opened =
    input.success && isWhole(input.data) ? await openTrack(deps, input.data) : undefined;
  response.set('Cache-Control', 'no-store');
  if (opened === undefined || isRejection(opened)) {
    const typed: unknown = request.body?.number;
    const number = typeof typed === 'string' ? typed.slice(0, 40) : '';
    const error = opened === undefined ? MALFORMED : opened.message;
    response.status(422).send(renderTrackForm({ language, number, error }));
    return;
  }
  const { token: value, expiresAt: expires, page } = opened;
  writeCookie(response, 'yunge_track', { value, expires, isSecure: request.secure });
  response.send(renderTrackPage(page, language));
}

function languageOf(request: Request): 'zh' | 'en' {
  return request.query.lang === 'en' ? 'en' : 'zh';
}
