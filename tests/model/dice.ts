/** Numbers that fast-check rolled, spent one at a time. They shrink to zero: put the plainest choice first. */
export class Dice {
  private at = 0;
  constructor(private readonly rolls: readonly number[]) {}

  private roll(): number {
    return this.rolls[this.at++] ?? 0;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.roll() % choices.length] ?? choices[0];
  }

  from<T>(choices: readonly T[]): T | undefined {
    return choices[this.roll() % Math.max(choices.length, 1)];
  }

  /** True in so many of a hundred rolls. */
  chance(percent: number): boolean {
    return this.roll() % 100 >= 100 - percent;
  }
}
