import { useId, type ReactNode } from 'react';
import { Icon } from './icon';
import { Key, shortcutAttributes } from './key';

export interface Outcome {
  value: string;
  label: ReactNode;
  /** `1` to `6`, or `Enter`. */
  shortcut?: string;
}

interface OutcomesProps {
  legend: ReactNode;
  name: string;
  outcomes: readonly Outcome[];
  defaultValue?: string | undefined;
  error?: ReactNode;
}

/**
 * What somebody said, as radios in tiles. A key chooses and moves the focus there, so that Enter then sends the
 * form. Choosing needs no script.
 */
export function Outcomes({ legend, name, outcomes, defaultValue, error }: OutcomesProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend className="cap">{legend}</legend>
      <div className="outcomes">
        {outcomes.map(({ value, label, shortcut }, at) => (
          <label key={value} className="outcome">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
              required
              data-invalid={(error && at === 0) || undefined}
              {...shortcutAttributes(shortcut)}
            />
            <span>{label}</span>
            {shortcut && <Key>{shortcut}</Key>}
          </label>
        ))}
      </div>
      {error && (
        <p className="error" id={id}>
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}

/** Fields that belong to some outcomes of the form around them; hidden for the others, by style alone. */
export function ForOutcomes({ outcomes, children }: { outcomes: readonly string[]; children: ReactNode }) {
  return <div data-for={outcomes.join(' ')}>{children}</div>;
}
