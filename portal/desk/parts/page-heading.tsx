import { type ReactNode, useEffect, useRef } from 'react';

let isFirstPage = true;

/** The one heading of a page; a page that replaces another gives it the focus. */
export function PageHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFirstPage) isFirstPage = false;
    else heading.current?.focus();
  }, []);
  return (
    <h1 className="page-heading" tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
