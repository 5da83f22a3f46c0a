import type { SuggestOutcome } from './outcome';

/** How far a no reaches. */
export type SuggestScope = 'person' | 'this_pitch' | 'all_pitches' | 'organization';

export const scopeClasses = ['plain', 'person', 'organization'] as const;

const addresses =
  /(?:(?:ending in|acabad[oa]s? en|terminad[oa]s? en|que terminem em|terminant par|endend auf|che finiscono (?:in|con)) \S*\.\S+|[\s(]@[a-z0-9-]+\.[a-z]|\*@|\b(?:all|every|any|each|todas?|todos?|toutes?|tous|alle[nrs]?|sämtliche[nrs]?|tutt[eio]|cada|jede[rs]?) (?:of )?(?:the |our |my |las |los |nuestr[ao]s |mis |as |os |as nossas |les |nos |unsere[rn]? |gli |le |i nostri |le nostre |der )?(?:\S+ )?(?:addresses|colleagues|staff|employees|mailboxes|accounts|emails|direcciones|correos|cuentas|compañer[oa]s|emplead[oa]s|buzones|endereços|contactos|contatos|colegas|adresses|collègues|salariés|boîtes|adressen|kolleg(?:en|innen)|mitarbeiter\w*|postfächer|indirizzi|colleghi|caselle|dipendenti))/iu;

/** How far a no reaches by its outcome, by the model's chance for each class, and by the addresses that it names. */
export function scopeOf(
  outcome: SuggestOutcome | null,
  chanceOf: (scope: (typeof scopeClasses)[number]) => number,
  text: string,
): SuggestScope | null {
  if (outcome !== 'declined' && outcome !== 'opted_out') return null;
  if (outcome === 'opted_out')
    return chanceOf('organization') >= 0.35 || addresses.test(text) ? 'organization' : null;
  if (chanceOf('person') >= 0.4) return 'person';
  return chanceOf('organization') >= 0.3 ? 'organization' : 'this_pitch';
}
