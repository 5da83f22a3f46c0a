const today = '/today';
const doors = /^\/(sign-in|setup|invite|reset|api)(\/|$)/;

/** Where to go after signing in: a page of ours that was asked for, or Today. Never another site. */
export function wayIn(asked: string | null | undefined): string {
  const here = 'http://here.invalid';
  if (!asked || !/^\/(?![/\\])[^\\\s]*$/.test(asked) || !URL.canParse(asked, here)) return today;
  const { origin, pathname, searchParams } = new URL(asked, here);
  if (origin !== here || pathname.startsWith('//') || doors.test(pathname)) return today;
  searchParams.delete('_rsc');
  const search = searchParams.toString();
  return search ? `${pathname}?${search}` : pathname;
}

/** The address of the sign-in page that leads back to a page somebody asked for. */
export function signInFor(asked: string | null): string {
  const way = wayIn(asked);
  return way === today || way === '/'
    ? '/sign-in'
    : `/sign-in?${new URLSearchParams({ next: way }).toString()}`;
}
