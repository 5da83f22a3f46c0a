import type { Explained } from '@/lib/gate/explained';
import type { Reading } from '@/lib/language/moments';
import { insteadOfWarning } from '@/lib/gate/next-act';
import { tellWarnings } from '@/lib/gate/warned';
import { OthersWhoWait } from './others-who-wait';

/** What is worth knowing before a message leaves that the law lets go: a calm line each, and where to look. */
export function Warnings({ explained, reading }: { explained: Explained; reading: Reading }) {
  const told = tellWarnings(explained, reading);
  if (told.length === 0) return null;
  return (
    <div className="text-soft space-y-2 pb-4 text-[15px]">
      {told.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <OthersWhoWait act={insteadOfWarning(explained.verdict.warnings)} quiet />
    </div>
  );
}
