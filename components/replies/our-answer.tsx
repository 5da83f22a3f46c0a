import { useTranslations } from 'next-intl';
import { Said } from '@/components/ui/said';
import { dayOf, type Reading } from '@/lib/language/moments';
import type { AnswerGiven } from '@/lib/replies/answered/queries';
import { Folded } from './folded';

interface OurAnswerProps {
  answer: AnswerGiven;
  /** Who reads it. */
  by: { readonly userId: string };
  reading: Reading;
}

/** What one of us has answered already, under the words that it answers. */
export function OurAnswer({ answer, by, reading }: OurAnswerProps) {
  const t = useTranslations('listen');
  const { author, body, isFromElsewhere } = answer;
  const told = {
    day: dayOf(answer.occurredAt, reading),
    elsewhere: isFromElsewhere ? 'yes' : 'no',
    by: author.name ?? '',
  };
  const whose = author.id === by.userId ? 'by_you' : author.name === null ? 'by_us' : 'by_somebody';
  return (
    <section className="pb-6" aria-labelledby="our-answer" data-answered="">
      <h2 className="cap pb-1" id="our-answer">
        {t(`answered_${whose}`, told)}
      </h2>
      <Folded text={body}>
        <Said by="us" whole>
          {body}
        </Said>
      </Folded>
    </section>
  );
}
