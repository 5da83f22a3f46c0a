// Runs on other people's pages, in browsers as they are: it reads the selection, a link with the focus, and the
// address and title of a profile, and opens a window of ours with them. It fetches nothing and changes nothing.
const script = (site: string) => `(()=>{
const q=new URLSearchParams,l=location,s=getSelection(),t=document.title.replace(/^\\(\\d+\\+?\\) /,''),
link=(n)=>n&&n.closest&&n.closest('a[href^="mailto:"],a[href^="tel:"]'),
a=link(document.activeElement)||link(s.anchorNode&&s.anchorNode.parentElement),
w=s.toString().trim()||(a?a.href.replace(/\\?.*/,''):''),
p=l.origin+l.pathname;
if(/^(mailto:)?[^\\s@]+@[^\\s@]+\\.[^\\s@]+$/.test(w))q.set('email',w);
else if(/^(tel:)?\\(?[+]?[\\d\\s().-]{6,}$/.test(w))q.set('phone',w);
else if(/(^|\\.)linkedin\\.com$/.test(l.hostname)){q.set('linkedin',p);if(/\\/in\\//.test(p))q.set('name',t.split(' | ')[0])}
else if(/^((www|mobile)\\.)?(x|twitter)\\.com$/.test(l.hostname)){q.set('x',p);if(/ \\(@/.test(t))q.set('name',t.split(' (@')[0])}
open(${JSON.stringify(`${site}/to?`)}+q,'earshot','popup,width=360,height=560')
})()`;

/** The address of a bookmark that asks this installation (`https://…`, no slash behind) about the person in view. */
export function bookmarkFor(site: string): string {
  return `javascript:${encodeURIComponent(script(site).replaceAll('\n', ''))}`;
}
