import { DateField, Field, Select, TextArea } from '@/components/ui/field';
import type { FormAnswer } from '@/lib/auth/answer';

/** A field as data, planned on the server in the reader's language. */
export interface FieldPlan {
  readonly kind: 'line' | 'lines' | 'list' | 'day';
  readonly name: string;
  readonly label: string;
  readonly aside?: string | undefined;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

interface ContactFieldProps {
  plan: FieldPlan;
  answer: FormAnswer;
  /** One begins here. */
  first?: boolean;
}

/** One field of a contact's form, with what was answered about it. */
export function ContactField({ plan, answer, first = false }: ContactFieldProps) {
  const { kind, name, label, aside, hint, value, choices = [] } = plan;
  const props = {
    name,
    label,
    aside,
    hint,
    autoComplete: 'off',
    defaultValue: answer.values[name] ?? value,
    ...(answer.fields[name] ? { error: answer.fields[name] } : {}),
  };
  if (kind === 'lines') return <TextArea {...props} rows={4} />;
  if (kind === 'day') return <DateField {...props} />;
  if (kind === 'line') return <Field {...props} spellCheck={false} autoFocus={first} />;
  return (
    <Select {...props}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}
