import type { ComponentProps } from 'react';
import { Icon } from './icon';
import { Key } from './key';

/** The search of a page: `/` and the address `#search` bring the focus here. Put it into a GET form. */
export function SearchField({
  label,
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'id' | 'className'> & { label: string }) {
  return (
    <label className="search">
      <span className="sr-only">{label}</span>
      <Icon name="search" />
      <input
        {...rest}
        id="search"
        type="search"
        className="control"
        placeholder={label}
        aria-keyshortcuts="/"
      />
      <Key>/</Key>
    </label>
  );
}
