import type { ReactNode } from 'react';

interface EmptyNoteProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Says what would stand here and how it gets there. */
export function EmptyNote({ title, children }: EmptyNoteProps) {
  return (
    <div className="empty-note">
      <p className="empty-title">{title}</p>
      <p className="second">{children}</p>
    </div>
  );
}
