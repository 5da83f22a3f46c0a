/** Where to go after signing in: a page of ours that was asked for, or Today. Never another site. */
export function wayIn(asked: string | null | undefined): string {
  const here = 'http://here.invalid';
  if (!asked || !/^\/(?![/\\])[^\\\s]*$/.test(asked) || !URL.canParse(asked, here)) return '/today';
  const { origin, pathname, search } = new URL(asked, here);
  return origin === here && !/^\/(sign-in|setup|invite|reset|api)(\/|$)/.test(pathname)
    ? pathname + search
    : '/today';
}
