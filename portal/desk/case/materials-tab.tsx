import { FileText, Image } from 'lucide-react';
import { sizeText } from '../format.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import type { CaseView } from '../types.ts';
import { useWords } from '../words/words.tsx';

/** The files that belong to the case. */
export function MaterialsTab({ file }: { readonly file: CaseView }) {
  const { say } = useWords();
  if (file.materials.length === 0) {
    return <EmptyNote title={say('materials.none')}>{say('materials.noneHint')}</EmptyNote>;
  }
  return (
    <ul className="file-list">
      {file.materials.map((material) => {
        const Icon = material.mime.startsWith('image/') ? Image : FileText;
        return (
          <li key={material.id}>
            <Icon size={20} strokeWidth={1.5} aria-hidden />
            <a href={`/api/attachments/${material.id}`} target="_blank" rel="noreferrer">
              {material.title === '' ? material.fileName : material.title}
            </a>
            <span className="second tabular">{sizeText(material.size)}</span>
          </li>
        );
      })}
    </ul>
  );
}
