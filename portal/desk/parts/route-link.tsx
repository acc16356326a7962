import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { goTo, linkTo, type Route } from '../route.ts';

interface RouteLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: Route;
}

/** A real link that moves inside the page; new tabs and copied links work as everywhere. */
export function RouteLink({ to, ...rest }: RouteLinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(to);
  };
  return <a {...rest} href={linkTo(to)} onClick={follow} />;
}
