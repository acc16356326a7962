import { FileCheck } from 'lucide-react';
import { dayText } from '../format.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import type { IssuedDocument } from '../types.ts';
import { useWords } from '../words/words.tsx';

/** The numbered documents that the case has issued. */
export function DocumentsTab({ documents }: { readonly documents: readonly IssuedDocument[] }) {
  const { say, language } = useWords();
  if (documents.length === 0) {
    return <EmptyNote title={say('documents.none')}>{say('documents.noneHint')}</EmptyNote>;
  }
  return (
    <ul className="file-list">
      {documents.map((document) => (
        <li key={document.id}>
          <FileCheck size={20} strokeWidth={1.5} aria-hidden />
          <span>
            <a href={`/api/documents/${document.id}`} target="_blank" rel="noreferrer">
              {document.title}
            </a>
            <span className="second file-number">{document.number}</span>
          </span>
          <span className="second tabular">{dayText(document.issuedAt, language)}</span>
        </li>
      ))}
    </ul>
  );
}
