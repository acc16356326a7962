import express, { type Response, type Router } from 'express';
import { isRejection } from '../domain/rejection.ts';
import type { Deps } from '../usecases/deps.ts';
import { type FileAnswer, readAttachment, readDocument } from '../usecases/read-file.ts';
import { storeAttachment, UPLOAD_BYTES_MAX } from '../usecases/store-attachment.ts';
import * as contract from './contract/files.ts';
import { draftOwner } from './draft-owner.ts';
import { mount } from './mount.ts';

/** Files that are handed in, and papers that are issued. */
export function mountFiles(router: Router, deps: Deps): void {
  router.put(
    contract.uploadAttachment.path,
    express.raw({ type: () => true, limit: UPLOAD_BYTES_MAX }),
  );
  mount(router, deps, contract.uploadAttachment, async (call) => {
    const { draft, case: caseId, title, fileName } = call.query;
    const bytes = Buffer.isBuffer(call.request.body) ? call.request.body : Buffer.alloc(0);
    // A citizen knows the tracked case by number only: what comes without a draft belongs to it.
    const trackedCaseId = draft === undefined ? (call.trackedCaseId ?? undefined) : undefined;
    return storeAttachment(deps, draftOwner(call, call.request), {
      class: call.query.class,
      title,
      fileName,
      bytes,
      draftId: draft,
      caseId: caseId ?? trackedCaseId,
    });
  });
  mount(router, deps, contract.readAttachment, async (call) => {
    const file = await readAttachment(deps, draftOwner(call, call.request), call.params.id);
    return isRejection(file) ? file : sendFile(call.response, file);
  });
  mount(router, deps, contract.readDocument, async (call) => {
    const file = await readDocument(deps, draftOwner(call, call.request), call.params.id);
    return isRejection(file) ? file : sendFile(call.response, file);
  });
}

// Uploaded files are shown, never run: no sniffing, no scripts, no frames of them.
function sendFile(response: Response, { bytes, mime, fileName }: FileAnswer): undefined {
  response
    .set('Content-Type', mime)
    .set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .set('Content-Security-Policy', "default-src 'none'; sandbox")
    .set('Cache-Control', 'private, no-store')
    .send(Buffer.from(bytes));
}
