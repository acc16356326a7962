import type { StoredFile } from '../../../forms/theme/form-context.ts';

/** The files of this visit by id, so that every page can name them. */
export const uploadedFiles = new Map<string, StoredFile>();

/** Remembers a file that the server has taken. */
export function rememberFile(file: StoredFile): StoredFile {
  uploadedFiles.set(file.id, file);
  return file;
}
