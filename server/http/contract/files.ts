import { z } from 'zod';
import { Attachment, IdParams } from './common.ts';
import { route } from './route.ts';

export const UploadQuery = z.object({
  class: z.string().min(1).max(60),
  title: z.string().max(100).default(''),
  fileName: z.string().min(1).max(200),
  draft: z.string().max(80).optional(),
  case: z.string().max(80).optional(),
});
export type UploadQuery = z.input<typeof UploadQuery>;

const tag = '材料与文书 Files';

export const uploadAttachment = route({
  id: 'attachment.create',
  method: 'put',
  path: '/api/attachments',
  summary: '上传材料（正文为文件字节，不超过 20 MB）',
  tag,
  audience: 'public',
  query: UploadQuery,
  answer: Attachment,
  status: 201,
  takesBytes: true,
});

export const readAttachment = route({
  id: 'attachment.read',
  method: 'get',
  path: '/api/attachments/{id}',
  summary: '下载材料',
  tag,
  audience: 'public',
  params: IdParams,
  contentType: 'application/octet-stream',
});

export const readDocument = route({
  id: 'document.read',
  method: 'get',
  path: '/api/documents/{id}',
  summary: '文书 PDF',
  tag,
  audience: 'public',
  params: IdParams,
  contentType: 'application/pdf',
});
