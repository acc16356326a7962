import type { Router } from 'express';
import QRCode from 'qrcode';
import { isRejection } from '../domain/rejection.ts';
import { deleteDraft } from '../usecases/delete-draft.ts';
import type { Deps } from '../usecases/deps.ts';
import { type LodgingReceipt, lodgeApplication } from '../usecases/lodge-application.ts';
import type { DraftRow } from '../usecases/ports/office-rows.ts';
import { listDrafts, readDraft } from '../usecases/read-drafts.ts';
import { saveDraft } from '../usecases/save-draft.ts';
import * as contract from './contract/applications.ts';
import { draftOwner, draftOwnerWithCookie } from './draft-owner.ts';
import { mount } from './mount.ts';

/** Handing in applications and clues, and the drafts before. */
export function mountApplications(router: Router, deps: Deps): void {
  mount(router, deps, contract.lodgeApplication, async ({ body, request, ...caller }) => {
    const { tokenHash } = draftOwner(caller, request);
    const lodging = { ...body, way: 'start', tokenHash } as const;
    const receipt = await lodgeApplication(deps, caller.actor, lodging);
    return isRejection(receipt) ? receipt : receiptView(receipt);
  });
  mount(router, deps, contract.reportClue, async ({ body, actor }) => {
    if (actor === null) return undefined;
    const lodging = { ...body, way: 'clue', channel: 'grid' } as const;
    const receipt = await lodgeApplication(deps, actor, lodging);
    return isRejection(receipt) ? receipt : receiptView(receipt);
  });
  mountDrafts(router, deps);
}

function mountDrafts(router: Router, deps: Deps): void {
  mount(router, deps, contract.saveDraft, async (call) => {
    const { params, body, request, response } = call;
    const owner = draftOwnerWithCookie(call, request, response);
    const saved = await saveDraft(deps, owner, { id: params.id, ...body });
    return isRejection(saved) ? saved : draftView(saved);
  });
  mount(router, deps, contract.readDraft, async (call) => {
    const draft = await readDraft(deps, draftOwner(call, call.request), call.params.id);
    return isRejection(draft) ? draft : draftView(draft);
  });
  mount(router, deps, contract.listDrafts, async (call) => {
    const drafts = await listDrafts(deps, draftOwner(call, call.request));
    return { items: drafts.map(draftView) };
  });
  mount(router, deps, contract.deleteDraft, async (call) => {
    const refused = await deleteDraft(deps, draftOwner(call, call.request), call.params.id);
    return refused ?? {};
  });
}

function draftView({ id, processKey, formKey, data, savedAt }: DraftRow): contract.Draft {
  return { id, processKey, formKey, data, savedAt: savedAt.toISOString() };
}

async function receiptView(receipt: LodgingReceipt): Promise<contract.Receipt> {
  const svg = await QRCode.toString(receipt.trackUrl, { type: 'svg', margin: 1 });
  const qr = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return { ...receipt, lodgedAt: receipt.lodgedAt.toISOString(), qr };
}
