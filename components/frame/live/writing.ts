/**
 * Whether somebody has typed words here that making the page anew could take away. A form that says `data-keeps` keeps
 * them, and a search (a form that only asks) has them in its address.
 */
export function isWriting(typed: Set<EventTarget>): boolean {
  for (const field of typed) if (!(field instanceof Element && field.isConnected)) typed.delete(field);
  return [...typed].some((field) => {
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return false;
    const kept = field.form?.method === 'get' || field.form?.hasAttribute('data-keeps');
    return !kept && field.form !== null && field.value.trim() !== '' && field.type !== 'radio';
  });
}
