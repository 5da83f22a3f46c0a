import type { Reading } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import type { Explained, ExplainedReason } from '../explained';
import { insteadOf } from '../next-act';
import { plainly } from '../parts';
import type { ContactStanding } from '../standing';
import { standingWords } from '../standing-words';
import type { Handle } from '../strangers/handle';
import { newContactPath } from '../strangers/path';
import { tell } from '../told';
import type { Purpose, ReasonCode, Warning } from '../verdict';
import { tellWarnings } from '../warned';
import { choose } from '../wording';
import { actInstead, allowedAct, type Act } from './act';

/** Who of the team may lift a reason, and how, in a sentence. */
export interface LiftedBy {
  readonly role: 'owner' | 'member';
  readonly sentence: string;
}

/** What a check answers, as JSON. Moments are ISO 8601; sentences are in the language asked for. */
export interface CheckAnswer {
  readonly contact: { readonly id: string; readonly name: string; readonly url: string } | null;
  readonly known: boolean;
  readonly allowed: boolean;
  readonly purpose: Purpose;
  readonly reasons: readonly {
    readonly code: ReasonCode;
    readonly since: string | null;
    /** When it opens by itself; null when no date opens it. */
    readonly until: string | null;
    readonly sentence: string;
    /** Null where nobody here can. */
    readonly lifted_by: LiftedBy | null;
    readonly opens: string;
  }[];
  /** What refuses nothing and is worth knowing. */
  readonly warnings: readonly { readonly code: Warning['code']; readonly sentence: string }[];
  readonly sentence: string;
  /** The first lawful thing to do; its page where there is one. */
  readonly next_act: Act | null;
  readonly at: string;
}

/** The answer about somebody who is kept here. `site` is the address of this installation, without a slash behind. */
export function answerAbout(
  standing: ContactStanding,
  reading: Reading,
  { site, sendable }: { site: string; sendable: boolean },
): CheckAnswer {
  const { explained, answers } = standing;
  const url = `${site}/contacts/${explained.contactId}`;
  const [instead] = insteadOf(explained);
  return {
    contact: { id: explained.contactId, name: explained.fullName, url },
    known: true,
    ...judged(explained, reading),
    sentence: plainly(standingWords(standing, reading), reading),
    next_act: explained.verdict.allowed
      ? allowedAct(url, answers?.id ?? null, sendable)
      : actInstead(instead, standing.thankFor, { url, site }),
  };
}

/** The answer about a handle that belongs to nobody here. */
export function answerAboutStranger(
  explained: Explained,
  handle: Handle,
  reading: Reading,
  site: string,
): CheckAnswer {
  const { allowed } = explained.verdict;
  return {
    ...{ contact: null, known: false },
    ...judged(explained, reading),
    sentence: strangerWords(explained, reading),
    next_act: allowed ? { code: 'add', url: `${site}${newContactPath(handle)}` } : null,
  };
}

/** What speaks for or against writing to somebody nobody here knows, in words. */
export function strangerWords(explained: Explained, reading: Reading): string {
  const told = tell(explained, reading);
  return told ? plainly(told.sentence, reading) : translate(reading.language, 'check')('stranger');
}

function judged(explained: Explained, reading: Reading) {
  const { allowed, purpose, at } = explained.verdict;
  const reasons = explained.reasons.map((one) => reasonIn(one, explained, reading));
  const sentences = tellWarnings(explained, reading);
  const warnings = explained.verdict.warnings.flatMap(({ code }, at) => {
    const sentence = sentences[at];
    return sentence ? { code, sentence } : [];
  });
  return { allowed, purpose, reasons, warnings, at: at.toISOString() };
}

function reasonIn(one: ExplainedReason, explained: Explained, reading: Reading) {
  const told = tell({ ...explained, reasons: [one], thanked: null }, reading);
  const { purpose, at } = explained.verdict;
  const { lift } = choose(one, purpose, at);
  const words = told?.lift ? plainly(told.lift, reading) : '';
  return {
    code: one.reason.code,
    since: one.reason.since?.toISOString() ?? null,
    until: one.reason.until?.toISOString() ?? null,
    sentence: plainly(told?.sentence ?? [], reading),
    lifted_by: lift ? { role: roleFor(lift), sentence: words } : null,
    opens: plainly(told?.opens ?? [], reading),
  };
}

const roleFor = (lift: string): LiftedBy['role'] =>
  lift === 'anybody' || lift === 'colleague' ? 'member' : 'owner';
