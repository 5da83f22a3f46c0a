/** What an error tells: the codes and the words of it and of those it was made from, and where it happened. */
export interface Told {
  readonly codes: string[];
  readonly words: string;
  readonly signingIn: boolean;
  readonly tls: boolean;
}

/** Reads an error of imapflow, nodemailer or Node, and those it was made from, one below the other. */
export function toldBy(error: unknown): Told {
  const chain: object[] = [];
  let at: unknown = error;
  while (typeof at === 'object' && at !== null && chain.length < 5) {
    chain.push(at);
    at = field(at, 'cause') ?? field(at, '_err');
  }
  const texts = (name: string) =>
    chain.map((one) => field(one, name)).filter((one) => typeof one === 'string');
  const codes = texts('code');
  return {
    codes,
    words: ['message', 'responseText', 'response', 'serverResponseCode']
      .flatMap(texts)
      .join('\n')
      .slice(0, 2_000),
    signingIn: codes.includes('EAUTH') || chain.some((one) => field(one, 'authenticationFailed') === true),
    tls: chain.some((one) => field(one, 'tlsFailed') === true),
  };
}

function field(one: object, name: string): unknown {
  return name in one ? Reflect.get(one, name) : undefined;
}
