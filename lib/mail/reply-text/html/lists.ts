/** The lists one stands in, and what the next point of the innermost begins with. */
export class Lists {
  private readonly open: { ordered: boolean; count: number }[] = [];

  opens(name: string): void {
    if (name === 'ul' || name === 'ol') this.open.push({ ordered: name === 'ol', count: 0 });
  }

  closes(name: string): void {
    if (name === 'ul' || name === 'ol') this.open.pop();
  }

  bullet(): string {
    const list = this.open.at(-1);
    if (list?.ordered !== true) return '- ';
    list.count += 1;
    return `${String(list.count)}. `;
  }
}
